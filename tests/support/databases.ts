import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { appEnv, type Client, clients } from './clients';
import { compileApp, distDir, root } from './compile';
import { startPostgres } from './postgres';
import { scratchDir } from './scratch';

const run = promisify(execFile);

/** Databases that the application has been started on once: a copy saves each test file its migrations. */
export interface Databases {
  sqlite?: { file: string };
  postgres?: { server: string };
}
declare module 'vitest' {
  interface ProvidedContext {
    databases: Databases;
  }
}

const TEMPLATE = 'wiredesk_template';
const urlOf = (server: string, database: string) => `${server}/${database}`;

/** One statement that no database's own connection can run. */
async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Starts the application and ends it again, in a process of its own. */
export async function prepare(client: Client, where: Record<string, string>, compiled = distDir): Promise<void> {
  const script = path.join(import.meta.dirname, 'start-once.cjs');
  await run(process.execPath, [script, root, compiled], {
    cwd: root,
    env: { ...process.env, ...appEnv(client, where) },
  });
}

/** A database of a test file's own, that the application has been started on once. */
export async function copyOf(databases: Databases, client: Client, dir: string): Promise<Record<string, string>> {
  if (client === 'sqlite' && databases.sqlite) {
    const file = path.join(dir, 'data.db');
    fs.copyFileSync(databases.sqlite.file, file);
    return { DATABASE_FILENAME: file };
  }
  if (client === 'postgres' && databases.postgres) {
    const { server } = databases.postgres;
    const name = `test_${path.basename(dir).replace(/\W/g, '_').toLowerCase()}_${process.hrtime.bigint()}`;
    await onServer(server, `create database ${name} template ${TEMPLATE}`);
    return { DATABASE_URL: urlOf(server, name) };
  }
  throw new Error(`No ${client} was prepared; TEST_DATABASE names what is.`);
}

/** Compiles the application, starts the servers and prepares what {@link copyOf} copies; once a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await compileApp(root, distDir);
  const dir = scratchDir('databases-');
  const file = path.join(dir, 'data.db');
  const postgres = clients.includes('postgres') ? await startPostgres() : null;
  if (postgres) await onServer(postgres.server, `create database ${TEMPLATE}`);
  await Promise.all([
    clients.includes('sqlite') ? prepare('sqlite', { DATABASE_FILENAME: file }) : null,
    postgres ? prepare('postgres', { DATABASE_URL: urlOf(postgres.server, TEMPLATE) }) : null,
  ]);
  project.provide('databases', {
    ...(fs.existsSync(file) ? { sqlite: { file } } : {}),
    ...(postgres ? { postgres: { server: postgres.server } } : {}),
  });
  return async () => {
    await postgres?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
}
