// npm run bench:related -- --count 200000: how fast related links of an archive are made, kept and read, and what that costs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Core } from '@strapi/strapi';
import type { FullCard } from 'strapi-plugin-story-blocks/measured';
import { createProgress, type Report } from '../scripts/lib/progress.mjs';
import { startPostgres } from './app/postgres';
import { startApp } from './app/start-app';
import { readCorpus } from './archive/corpus';
import { createCards, fillCards } from './related/archive-cards';
import { createMeasure } from './related/measure';
import { openPlugin } from './related/open-plugin';
import { comeToRest, countLinks, publish, readEach } from './related/phases';
import { watchStatements } from './related/statements';
import { tableSizes } from './related/table-sizes';
import { type Result, type Told, tellKinds, tellResult, tellStatements } from './related/tell';

const USAGE = `Usage: npm run bench:related -- --count STORIES [--corpus CORPUS.jsonl.gz] [--seed 1] [--postgres DIR] [--publish 200]
  [--update 50] [--keep] [--statements]
Made stories' cards are written into the plugin's own tables, without articles: only related links are measured. Never
do it on a database that is in use. The database is the SQLite file or the PostgreSQL of the environment
(DATABASE_FILENAME, DATABASE_URL), one of its own in DIR, or else a SQLite file that is thrown away; --keep leaves that
one. An archive that is there is measured again; without a corpus the demo's news serves as one.
--statements says what the database was asked, and how long that took.`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      corpus: { type: 'string' },
      seed: { type: 'string', default: '1' },
      postgres: { type: 'string' },
      publish: { type: 'string', default: '200' },
      update: { type: 'string', default: '50' },
      keep: { type: 'boolean', default: false },
      statements: { type: 'boolean', default: false },
    },
  });
  const numbers = {
    count: Number(values.count),
    seed: Number(values.seed),
    publish: Number(values.publish),
    update: Number(values.update),
  };
  if (!Object.values(numbers).every(Number.isSafeInteger) || numbers.count < 1) {
    console.error(USAGE);
    process.exit(2);
  }
  return { ...values, ...numbers };
}

const options = readArguments();
const progress = createProgress();
const result: Result = { count: options.count };
const told: Told[] = [];
let isStopped = false;
const stopped = () => isStopped;

async function openDatabase() {
  if (options.postgres) return startPostgres(options.postgres);
  if (process.env.DATABASE_URL || process.env.DATABASE_FILENAME) return async () => {};
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-bench-'));
  const file = path.join(dir, 'data.db');
  Object.assign(process.env, { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file });
  return async () => {
    if (options.keep) progress.say(`Kept: DATABASE_FILENAME=${file}`);
    else fs.rmSync(dir, { recursive: true, force: true });
  };
}

// What was measured by then is told; a second time it ends at once. The application and the database's server would each
// end the process in the midst of it.
function followSignals() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (isStopped) process.exit(130);
      isStopped = true;
      progress.say('Ending after this step …');
    });
  }
}

const closeDatabase = await openDatabase();
let strapi: Core.Strapi | undefined;

async function run() {
  strapi = await progress.step('Starting the application', () => startApp());
  followSignals();
  const plugin = openPlugin(strapi);
  result.database = strapi.db.dialect.client;
  const corpus = readCorpus(options.corpus);
  const cards = createCards({ corpus, count: options.count, seed: options.seed });
  const statements = watchStatements(plugin.knex);
  const { measure } = createMeasure();
  const step = async (title: string, work: (report: Report) => Promise<unknown>) => {
    if (!isStopped) await progress.step(title, work);
  };
  /** Takes steps to the end of what there is to do, and says what that cost. */
  const rest = (name: 'fill' | 'after' | 'rebuild', title: string) =>
    step(title, async (report) => {
      const { result: kinds, ...cost } = await measure(() =>
        comeToRest(plugin, statements, { report, total: options.count, stopped })
      );
      if (Object.keys(kinds).length === 0) return 'nothing was to be done';
      const stories = await plugin.countIndexed();
      const storiesASecond = Math.round(stories / cost.seconds);
      result[name] = { ...cost, stories, storiesASecond, kinds: tellKinds(kinds) };
      for (const [kind, its] of Object.entries(kinds)) told.push([`${title}: ${kind}`, its.statements, its.stories]);
      return `${storiesASecond} stories a second`;
    });
  const publishAll = (name: 'published' | 'updated', title: string, made: FullCard[]) =>
    step(title, async (report) => {
      const { statements: heard, ...published } = await publish(plugin, statements, made, { report, stopped });
      result[name] = published;
      told.push([title, heard, published.stories]);
      return `half under ${published.ms.all.median} ms`;
    });

  await step('Cards', async (report) => {
    const filling = { count: options.count, report: (done: number) => report({ done, total: options.count }), stopped };
    const written = await fillCards(plugin, cards, filling);
    return written > 0 ? `${written} written` : 'there already';
  });
  await rest('fill', 'An archive comes in');
  await step('Sizes', async () => {
    result.sizes = await tableSizes(plugin);
  });
  const already = isStopped ? 0 : (await plugin.countCards()) - options.count;
  await publishAll('published', 'New stories', cards.later(options.publish, already));
  await publishAll('updated', 'Updated stories', cards.updates(options.update, already));
  await rest('after', 'Coming to rest');
  await step('Queueing all', async () => {
    await plugin.queueAll();
    await plugin.steps.renew();
  });
  await rest('rebuild', 'All links again');
  await step('Sizes', async () => {
    result.sizesAfter = await tableSizes(plugin);
  });
  await step('Reading', async () => {
    result.read = await readEach(plugin, statements);
  });
  await step('Counting', async () => {
    result.links = await countLinks(plugin);
  });
}

let failure: unknown;
try {
  await run();
} catch (error) {
  // A terminal's signal reaches the database's server too.
  if (!isStopped) failure = error;
}
if (options.statements) tellStatements(told, progress.say);
tellResult(result, progress.say);
progress.say(JSON.stringify(result));
await strapi?.destroy().catch(() => {});
await closeDatabase();
if (failure) console.error(failure);
process.exit(failure ? 1 : isStopped ? 130 : 0);
