// npm run bench:archive -- --count 200000: fills a database with an archive of published stories, to measure on.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../scripts/lib/progress.mjs';
import { startPostgres } from './app/postgres';
import { startApp } from './app/start-app';
import { readCorpus } from './archive/corpus';
import { makeNetwork } from './archive/make-network';
import { makeStories } from './archive/make-stories';
import { writeArchive } from './archive/write-archive';

const USAGE = `Usage: npm run bench:archive -- --count STORIES [--corpus CORPUS.jsonl.gz] [--seed 1] [--postgres DIR]
The database is that of the environment (DATABASE_CLIENT, DATABASE_FILENAME, DATABASE_URL).
--postgres keeps a PostgreSQL of its own in DIR. Without a corpus the demo's news serves as one.`;

const { values } = parseArgs({
  options: {
    count: { type: 'string' },
    corpus: { type: 'string' },
    seed: { type: 'string', default: '1' },
    postgres: { type: 'string' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error(USAGE);
  process.exit(2);
}

const progress = createProgress();
const stopServer = values.postgres ? await startPostgres(values.postgres) : null;
const strapi = await progress.step('Starting the application', () => startApp());
const already = await strapi.db.query('api::article.article').count();
if (already > 0) {
  progress.say(`The database has ${already} stories already; an archive is written into one that has none.`);
} else {
  const corpus = readCorpus(values.corpus);
  const network = await progress.step('Sites, sections, topics', () => makeNetwork(strapi, corpus));
  await progress.step('Stories', async (report) => {
    await writeArchive(strapi, makeStories({ corpus, count, seed }), network, (done) => report({ done, total: count }));
  });
}
await strapi.destroy();
await stopServer?.();
process.exit(already > 0 ? 1 : 0);
