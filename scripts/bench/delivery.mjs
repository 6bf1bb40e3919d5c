// npm run bench: how fast readers' routes answer, each beside a route with the same authentication that does nothing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../lib/progress.mjs';
import { createLoad } from './delivery/load.mjs';
import { measureRoutes } from './delivery/measure-routes.mjs';
import { openServer } from './delivery/open-server.mjs';
import { markdownOf } from './delivery/ratios.mjs';
import { routesOf } from './delivery/routes.mjs';
import { startPostgres } from './postgres.mjs';

const USAGE = `Usage: npm run bench -- [--count 20000,200000] [--database sqlite,postgres] [--keep DIR] [--corpus FILE]
  [--seconds 2] [--rounds 5] [--quick] [--only NAME] [--json FILE] [--markdown FILE] [--profile DIR]
Archives are made once in DIR and used again. --profile writes a .cpuprofile of the server for each route.`;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    database: { type: 'string', default: 'sqlite' },
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
const counts = values.count.split(',').map(Number);
const databases = values.database.split(',');
const seconds = Number(values.seconds ?? (values.quick ? 0.5 : 2));
const rounds = Number(values.rounds ?? (values.quick ? 3 : 5));
const areValid =
  counts.every((count) => Number.isSafeInteger(count) && count > 0) &&
  databases.every((name) => ['sqlite', 'postgres'].includes(name)) &&
  seconds > 0 &&
  Number.isSafeInteger(rounds) &&
  rounds > 0;
if (!areValid) {
  console.error(USAGE);
  process.exit(2);
}

const progress = createProgress();
const keep = path.resolve(values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'delivery-')));
fs.mkdirSync(keep, { recursive: true });

/** One archive on one database. */
async function measure(database, count) {
  const file = path.join(keep, `delivery-${count}`);
  const stop = database === 'postgres' ? await startPostgres(`${file}-postgres`) : null;
  const env = stop ? {} : { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: `${file}.db` };
  let server;
  let load;
  try {
    server = await progress.step(`${count} stories on ${database}`, (report) =>
      openServer({ count, corpus: values.corpus, env, report })
    );
    load = createLoad(server.port);
    const profileDir = values.profile && path.join(path.resolve(values.profile), `${database}-${count}`);
    if (profileDir) fs.mkdirSync(profileDir, { recursive: true });
    const idle = await server.call('memory');
    const routes = routesOf(server.addresses).filter(({ name }) => !values.only || name.includes(values.only));
    const callers = { public: {}, token: { authorization: `Bearer ${server.tokens.full}` } };
    const results = await progress.step('Routes', (report) =>
      measureRoutes({ load, server, routes, callers, seconds, rounds, profileDir, report })
    );
    return { database, count, memory: { idle, after: await server.call('memory') }, results };
  } finally {
    load?.close();
    await server?.call('end').catch(() => {});
    await stop?.();
  }
}

let failure;
const runs = [];
try {
  for (const database of databases) for (const count of counts) runs.push(await measure(database, count));
} catch (error) {
  failure = error;
}
const tables = runs.map(
  ({ database, count, results }) => `${count} stories on ${database}\n\n${markdownOf(results)}\n`
);
console.log(tables.join('\n'));
if (values.markdown) fs.writeFileSync(values.markdown, tables.join('\n'));
if (values.json)
  fs.writeFileSync(values.json, `${JSON.stringify({ node: process.version, seconds, rounds, runs }, null, 2)}\n`);
if (!values.keep) fs.rmSync(keep, { recursive: true, force: true });
if (failure) console.error(failure);
process.exit(failure ? 1 : 0);
