// npm run eval -- CORPUS.jsonl.gz RUN.jsonl: the related links of every story of a corpus, through the plugin's own code and tables.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../scripts/lib/progress.mjs';
import { startPostgres } from './app/postgres';
import { startApp } from './app/start-app';
import { readStories } from './eval/read-stories';
import { relateStories } from './eval/relate-stories';

const USAGE = `Usage: npm run eval -- CORPUS.jsonl.gz RUN.jsonl [--with-topics] [--db sqlite|postgres] [--settings JSON]
CORPUS has a story a line: { id, lang?, date, title, body, topics? }, a blank line between paragraphs.
RUN gets a line a story: { id, related: [ids] }, up to 30 as they are stored for readers.
--settings stands for related in config/newsroom.ts, for example '{"weights":{"latent":0}}'.`;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'with-topics': { type: 'boolean', default: false },
        db: { type: 'string', default: 'sqlite' },
        settings: { type: 'string' },
      },
    });
    const [corpus, run] = positionals;
    if (!run || positionals.length > 2 || !['sqlite', 'postgres'].includes(values.db)) throw new Error(USAGE);
    return { ...values, corpus, run, related: values.settings ? JSON.parse(values.settings) : undefined };
  } catch (error) {
    console.error(error instanceof SyntaxError ? `--settings is no JSON: ${error.message}` : USAGE);
    process.exit(2);
  }
}

const { corpus, run, related, db, 'with-topics': withTopics } = readArguments();
const stories = readStories(corpus, { withTopics });
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-eval-'));
const progress = createProgress();
let stopServer: (() => Promise<void>) | undefined;
if (db === 'postgres') stopServer = await startPostgres(dir);
else Object.assign(process.env, { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(dir, 'data.db') });
const strapi = await progress.step('Starting the application', () => startApp({ related }));
try {
  const { links, milliseconds } = await relateStories(strapi, stories, progress);
  const lines = stories.map(({ id }) => `${JSON.stringify({ id, related: links.get(id) ?? [] })}\n`);
  fs.writeFileSync(run, lines.join(''));
  const sorted = milliseconds.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  progress.say(`${stories.length} stories; of each, half took under ${at(0.5)} ms, nine in ten under ${at(0.9)} ms.`);
} finally {
  await strapi.destroy();
  await stopServer?.();
  fs.rmSync(dir, { recursive: true, force: true });
}
process.exit(0);
