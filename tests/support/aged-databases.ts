import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { dumpPostgres, postgresSchema } from '../fixtures/databases/dump-postgres';
import { dumpSqlite, openSqlite, sqliteSchema } from '../fixtures/databases/dump-sqlite';
import { appEnv, type Client } from './clients';
import { distDir, root } from './compile';
import type { Databases } from './databases';

/** Where a database is, as the application's environment names it. */
export type Where = Record<string, string>;

const OURS = /^story_(blocks|slugs)_/;
/** No statement is empty. */
const NOTHING = /^$/;
const run = promisify(execFile);

export async function onPostgres<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function onSqlite<Result>(file: string, work: (database: ReturnType<typeof openSqlite>) => Result): Result {
  const database = openSqlite(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Runs statements on a database, without the application. */
export async function runSql(where: Where, sql: string): Promise<void> {
  if (where.DATABASE_FILENAME) onSqlite(where.DATABASE_FILENAME, (database) => database.exec(sql));
  else await onPostgres(where.DATABASE_URL, (client) => client.query(sql));
}

/** The commits whose databases tests/fixtures/databases has, and what follows the client in the files' names. */
const FILES = { '62b59f5': '', b3673ad: '-2026-11-28' };
export type Commit = keyof typeof FILES;

/** A database that a commit made. */
export async function agedDatabase(
  { postgres }: Databases,
  commit: Commit,
  client: Client,
  dir: string
): Promise<Where> {
  const sql = fs.readFileSync(path.join(root, `tests/fixtures/databases/${client}${FILES[commit]}.sql`), 'utf8');
  const name = `aged_${process.hrtime.bigint()}`;
  const where: Where =
    client === 'sqlite'
      ? { DATABASE_FILENAME: path.join(dir, `${name}.db`) }
      : { DATABASE_URL: `${postgres?.server}/${name}` };
  if (client === 'postgres') await runSql({ DATABASE_URL: `${postgres?.server}/postgres` }, `create database ${name}`);
  await runSql(where, sql);
  return where;
}

/** How the plugins' tables are made: equal for two databases that nothing can tell apart. */
export const schemaOf = async (
  { DATABASE_FILENAME: file, DATABASE_URL: url }: Where,
  tables = OURS
): Promise<unknown[]> =>
  file
    ? onSqlite(file, (database) => sqliteSchema(database, tables))
    : onPostgres(url, (client) => postgresSchema(client, tables));

/** The rows of some of the plugins' tables, as statements. */
export async function rowsIn({ DATABASE_FILENAME: file, DATABASE_URL: url }: Where, tables: RegExp): Promise<string[]> {
  const dump = file
    ? onSqlite(file, (database) => dumpSqlite(database, NOTHING))
    : await onPostgres(url, (client) => dumpPostgres(client, NOTHING));
  return dump.split('\n').filter((line) => tables.test(/^insert into "?(\w+)/.exec(line)?.[1] ?? ''));
}

/** Starts the application in a process of its own, and ends it. @returns What it said if it did not start. */
export async function startOnce(client: Client, where: Where): Promise<string | null> {
  const script = path.join(import.meta.dirname, 'start-once.cjs');
  const env = { ...process.env, ...appEnv(client, where), STORY_BLOCKS_WORKER: 'off' };
  try {
    await run(process.execPath, [script, root, distDir], { cwd: root, env });
    return null;
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}
