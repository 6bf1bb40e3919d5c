import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { distDir } from './compile';
import { startPostgres } from './postgres';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');

export type Client = 'sqlite' | 'postgres';

/** Both databases, or the one named by `TEST_DATABASE`. */
export const clients: Client[] = process.env.TEST_DATABASE
  ? [process.env.TEST_DATABASE as Client]
  : ['sqlite', 'postgres'];

const SECRETS = {
  APP_KEYS: 'a,b',
  API_TOKEN_SALT: 'salt',
  ADMIN_JWT_SECRET: 'secret',
  TRANSFER_TOKEN_SALT: 'salt',
  JWT_SECRET: 'secret',
  ENCRYPTION_KEY: 'key',
};

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

/** Starts a real application on a throw-away database, listening on a free port. */
export async function bootStrapi(options: BootOptions = {}): Promise<Running> {
  require('../../scripts/plugin-source.cjs');
  const { client = 'sqlite', appDir = root } = options;
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-'));
  const postgres = client === 'postgres' ? await startPostgres() : null;
  Object.assign(process.env, SECRETS, {
    NODE_ENV: 'test',
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_CLIENT: client,
    DATABASE_FILENAME: options.databaseFile ?? path.join(dir, 'data.db'),
    DATABASE_URL: postgres?.url ?? '',
    ...options.env,
  });
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = createStrapi({
    appDir,
    distDir: options.distDir ?? distDir,
    autoReload: false,
    serveAdminPanel: options.admin ?? false,
  });
  await strapi.load();
  strapi.log.level = process.env.TEST_LOG ?? 'error';
  strapi.server.mount();
  const server = await new Promise<import('node:http').Server>((resolve) => {
    const listening = strapi.server.httpServer.listen(0, '127.0.0.1', () =>
      resolve(listening as import('node:http').Server)
    );
  });
  const { port } = server.address() as import('node:net').AddressInfo;
  return {
    strapi,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await strapi.destroy();
      await postgres?.stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}
