import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { inject } from 'vitest';
import { appEnv, type Client } from './clients';
import { distDir, root } from './compile';
import { copyOf } from './databases';
import { scratchDir } from './scratch';

const require = createRequire(import.meta.url);

export { anyClient, busyClient, type Client, clients, isThorough } from './clients';

export interface Running {
  strapi: Core.Strapi;
  /** Address of the listening server, without a slash at its end. */
  url: string;
  stop(): Promise<void>;
}

export interface BootOptions {
  client?: Client;
  appDir?: string;
  distDir?: string;
  env?: Record<string, string>;
  /** Serve the built admin panel too. */
  admin?: boolean;
  /** Keep this database file instead of a throw-away one. */
  databaseFile?: string;
}

/**
 * Strapi reads an entry once more for its event, after the write was answered, and nobody catches what fails of that: a
 * database that is taken away meanwhile ends the process.
 */
async function connectionsRest(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client;
  let idle = 0;
  for (let turn = 0; turn < 100 && idle < 3; turn += 1) {
    idle = pool.numUsed() + pool.numPendingAcquires() > 0 ? 0 : idle + 1;
    await sleep(10);
  }
}

/** The environment as it was before the first application: files that share a thread leave it to each other like this. */
const outside = { ...process.env };
function setEnvironment(env: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (!(name in outside)) delete process.env[name];
  Object.assign(process.env, outside, env);
}

/** Our sources, and plugins of Strapi's: their routes are added to, and an application may extend their content types. */
const OF_PLUGINS = /\/src\/plugins\/.*\.[tj]s$|\/@strapi\/(?:i18n|upload|plugin-[a-z-]+)\/dist\/server\//;
let booted: { app: string; distDir: string } | undefined;
/**
 * Strapi makes a plugin's routes and content types once a process: another application would get those of the last one.
 * A module is let go of by those that loaded it, too, or the last application would stay in memory.
 */
function forgetOther(next: NonNullable<typeof booted>): void {
  const last = booted;
  booted = next;
  if (!last || (last.app === next.app && last.distDir === next.distDir)) return;
  const isForgotten = (file: string) => OF_PLUGINS.test(file) || file.startsWith(`${last.distDir}/`);
  for (const file of Object.keys(require.cache)) if (isForgotten(file)) delete require.cache[file];
  for (const module of Object.values(require.cache)) {
    if (module) module.children = module.children.filter(({ filename }) => !isForgotten(filename));
  }
}

/** Strapi writes an application's settings into its own defaults, which the next one of this thread would get. */
function forgetConfig({ admin }: Core.Strapi): void {
  const defaults = admin.config as unknown as Record<string, unknown>;
  for (const name of Object.keys(defaults)) if (name !== 'forgotPassword') delete defaults[name];
}

interface Permissions {
  engine: { hooks: Record<string, { getHandlers(): unknown[]; delete(handler: unknown): void }> };
}
/** Strapi judges permissions once a process, too, and each application would add what it has to say of languages again. */
function forgetJudges(strapi: Core.Strapi): void {
  const { hooks } = (strapi.service('admin::permission') as unknown as Permissions).engine;
  const judging = hooks['before-register.permission'];
  for (const handler of [...judging.getHandlers()]) judging.delete(handler);
}

async function loaded(strapi: Core.Strapi): Promise<void> {
  try {
    await strapi.load();
  } catch (error) {
    forgetConfig(strapi);
    throw error;
  }
}

/** @returns The address of an application that listens on a free port. */
async function listen({ server }: Core.Strapi): Promise<string> {
  // Server and test share a thread: while one is busy, the other would close the connection under it.
  server.httpServer.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = server.httpServer.address() as import('node:net').AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Ends an application, and lets go of it: a test's module keeps what it was given for as long as its thread lives. */
async function stopped(running: Partial<Running>, dir: string): Promise<void> {
  const { strapi } = running;
  if (!strapi) return;
  await connectionsRest(strapi);
  forgetJudges(strapi);
  await strapi.destroy();
  forgetConfig(strapi);
  fs.rmSync(dir, { recursive: true, force: true });
  delete running.strapi;
}

/** Starts a real application on a throw-away database, listening on a free port. */
export async function bootStrapi(options: BootOptions = {}): Promise<Running> {
  require('../../scripts/plugin-source.cjs');
  const { client = 'sqlite', appDir = root } = options;
  const dir = scratchDir('');
  // Those that keep a file start on an empty database.
  const databases = inject('databases');
  const where =
    options.databaseFile || !databases
      ? { DATABASE_FILENAME: options.databaseFile ?? path.join(dir, 'data.db') }
      : await copyOf(databases, client, dir);
  setEnvironment({ ...appEnv(client, where), ...options.env });
  forgetOther({ app: appDir, distDir: options.distDir ?? distDir });
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = createStrapi({
    appDir,
    distDir: options.distDir ?? distDir,
    autoReload: false,
    serveAdminPanel: options.admin ?? false,
  });
  // Receipts are compared in full, however busy the machine is.
  strapi.config.set('newsroom.holds', { receiptSeconds: 60 });
  await loaded(strapi);
  strapi.log.level = process.env.TEST_LOG ?? 'error';
  strapi.server.mount();
  const running: Running = { strapi, url: await listen(strapi), stop: () => stopped(running, dir) };
  return running;
}
