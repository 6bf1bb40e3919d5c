// npm run bench: how fast readers' routes answer, each beside a route with the same authentication that does nothing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress, type Report } from '../scripts/lib/progress.mjs';
import { startPostgres } from './app/postgres';
import { RANKED } from './delivery/archive';
import { checkContent } from './delivery/check-content';
import { CALLERS, comparisonsOf, createAsks } from './delivery/comparisons';
import { createLoad, type Load } from './delivery/load';
import { measureAll, measureWhilePublishing } from './delivery/measure';
import { measureWriting, type Side } from './delivery/measure-writing';
import { openServer, type Server } from './delivery/open-server';
import { measureShowing } from './delivery/showing';
import { type Run, tablesOf, type Writes } from './delivery/tables';

const USAGE = `Usage: npm run bench -- [--count 20000,200000] [--database sqlite,postgres] [--keep DIR] [--corpus FILE]
  [--callers public,token] [--seconds 2] [--rounds 5] [--quick] [--only NAME] [--json FILE] [--markdown FILE] [--profile DIR]
Archives are made once in DIR and used again. --only measures what has NAME in its name, or publishing alone ("publishing").
--profile writes a .cpuprofile of the server for each route.`;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    database: { type: 'string', default: 'sqlite' },
    callers: { type: 'string', default: 'public,token' },
    keep: { type: 'string' },
    corpus: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    profile: { type: 'string' },
  },
});
const callers = CALLERS.filter((name) => values.callers.split(',').includes(name));
const counts = values.count.split(',').map(Number);
const databases = values.database.split(',');
const seconds = Number(values.seconds ?? (values.quick ? 0.5 : 2));
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const areValid =
  counts.every((count) => Number.isSafeInteger(count) && count > 0) &&
  databases.every((name) => ['sqlite', 'postgres'].includes(name)) &&
  callers.length === values.callers.split(',').length &&
  seconds > 0 &&
  Number.isSafeInteger(rounds) &&
  rounds > 0;
if (!areValid) {
  console.error(USAGE);
  process.exit(2);
}

/** What `--only` says for what is written, which needs no archive. */
const WRITING = 'publishing';

const progress = createProgress();
const keep = path.resolve(values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'delivery-')));
fs.mkdirSync(keep, { recursive: true });
// PostgreSQL's server runs as an account of its own where this runs as root.
if (!values.keep) fs.chmodSync(keep, 0o755);

const sqliteFile = (name: string) => ({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(keep, `${name}.db`) });
const forget = (name: string) => {
  for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(keep, `${name}.db${end}`), { force: true });
};

type Env = Record<string, string | undefined>;

/** Starts the application on an archive, has it measured, and ends it. */
async function onServer<Measured>(
  title: string,
  { count, env, worker }: { count: number; env: Env; worker: boolean },
  work: (server: Server, load: Load) => Promise<Measured>
): Promise<Measured> {
  const start = (report: Report) => openServer({ count, corpus: values.corpus, env, worker, report });
  const server = await progress.step(title, start);
  const load = createLoad(server.port);
  try {
    return await work(server, load);
  } finally {
    load.close();
    await server.call('end').catch(() => {});
  }
}

/** What answers to readers cost, on one archive. */
function measureReading(database: string, count: number, env: Env) {
  const title = `${count} stories on ${database}`;
  return onServer(`${title}: the archive`, { count, env, worker: false }, async (server, load) => {
    const profileDir = values.profile && path.join(path.resolve(values.profile), `${database}-${count}`);
    if (profileDir) fs.mkdirSync(profileDir, { recursive: true });
    const idle = await server.call('memory');
    const headers = { public: {}, token: { authorization: `Bearer ${server.token}` } };
    const asks = createAsks(server.addresses, headers);
    const etags = await checkContent(load, asks, callers);
    const wanted = ({ asked }: { asked: { name: string } }) => !values.only || asked.name.includes(values.only);
    const comparisons = comparisonsOf(asks, etags, callers).filter(wanted);
    const read = await progress.step(`${title}: reading`, (report) =>
      measureAll({ load, server, comparisons, seconds, rounds, profileDir, report })
    );
    return { memory: { idle, after: await server.call('memory') }, ...read };
  });
}

/** What readers wait, and see, while stories are published and related. */
function measurePublishing(database: string, count: number, env: Env) {
  const title = `${count} stories on ${database}`;
  return onServer(`${title}: with its worker`, { count, env, worker: true }, async (server, load) => {
    const asks = createAsks(server.addresses, { public: {} });
    const names = ['related', 'teasers', 'rails', 'page', 'section front'] as const;
    // What Strapi's own part of a publication costs those who wait, too.
    const asked = [asks.trivial('public'), ...names.map((name) => asks.route('public', name))];
    const results = await progress.step(`${title}: reading while stories are published`, (report) =>
      measureWhilePublishing({ load, server, asked, seconds: seconds * 2, rounds, perSecond: 5, report })
    );
    const showing = await progress.step(`${title}: until a story shows`, (report) =>
      measureShowing({ load, server, stories: values.quick ? 20 : 100, report })
    );
    return { results, showing };
  });
}

/** One archive on one database. */
async function measure(database: string, count: number): Promise<Run> {
  const name = `delivery-${count}`;
  const stop = database === 'postgres' ? await startPostgres(path.join(keep, `${name}-postgres`)) : null;
  const env = stop ? {} : sqliteFile(name);
  try {
    const reading = await measureReading(database, count, env);
    // Links by lot are no state that stories could be published into.
    const publishing = values.only || count > RANKED ? null : await measurePublishing(database, count, env);
    return { database, count, ...reading, publishing };
  } finally {
    await stop?.();
  }
}

/** A database of its own for one of the sides of {@link measureWrites}, and what ends its server. */
async function emptyDatabase(database: string, name: string): Promise<{ env: Env; end: () => Promise<void> }> {
  if (database === 'sqlite') {
    forget(name);
    return { env: sqliteFile(name), end: async () => {} };
  }
  const dir = path.join(keep, `${name}-postgres`);
  fs.rmSync(dir, { recursive: true, force: true });
  const end = await startPostgres(dir);
  const { DATABASE_CLIENT, DATABASE_URL } = process.env;
  return { env: { DATABASE_CLIENT, DATABASE_URL }, end };
}

async function measureWrites(database: string) {
  const sides = {
    with: await emptyDatabase(database, 'writing-with'),
    without: await emptyDatabase(database, 'writing-without'),
  };
  try {
    return await progress.step(`publishing on ${database}, with the plugins and without`, (report) =>
      measureWriting({ envOf: (side: Side) => sides[side].env, stories: values.quick ? 20 : 60, rounds, report })
    );
  } finally {
    await sides.with.end();
    await sides.without.end();
  }
}

let failure: unknown;
const runs: Run[] = [];
const writes: Writes[] = [];
try {
  for (const database of databases) {
    if (values.only !== WRITING) for (const count of counts) runs.push(await measure(database, count));
    if (!values.only || values.only === WRITING) writes.push({ database, results: await measureWrites(database) });
  }
} catch (error) {
  failure = error;
}
const tables = tablesOf(runs, writes);
console.log(tables.join('\n'));
if (values.markdown) fs.writeFileSync(values.markdown, tables.join('\n'));
if (values.json)
  fs.writeFileSync(
    values.json,
    `${JSON.stringify({ node: process.version, seconds, rounds, runs, writes }, null, 2)}\n`
  );
if (!values.keep) fs.rmSync(keep, { recursive: true, force: true });
if (failure) console.error(failure);
process.exit(failure ? 1 : 0);
