// Starts the application from its sources, on the database that the environment names, without its worker.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import type { Core } from '@strapi/strapi';
import { ensureEnv } from '../../scripts/ensure-env.mjs';
import { compileApp } from '../../scripts/lib/compile-app.mjs';

/** The repository's folder, in which npm runs its scripts. */
export const root = process.cwd();
const require = createRequire(path.join(root, 'package.json'));

export interface Starting {
  /** Answer HTTP too, on a free port. */
  listen?: boolean;
  /** Stands for `related` in config/newsroom. */
  related?: Record<string, unknown>;
  /** Where the compiled application is put; processes that run at the same time need one each. */
  distDir?: string;
  /** Edits the compiled application. */
  edit?: (distDir: string) => void;
}

/** Nothing has to be built for it, and nothing works in the background while something is measured. */
export async function startApp(options: Starting = {}): Promise<Core.Strapi> {
  const { listen = false, related, distDir = path.join(root, '.tmp/bench-dist'), edit } = options;
  process.env.STORY_BLOCKS_WORKER ??= 'off';
  ensureEnv(root);
  await compileApp(root, distDir);
  if (related) {
    const file = path.join(distDir, 'config/newsroom.js');
    fs.appendFileSync(file, `\nmodule.exports.default.related = ${JSON.stringify(related)};\n`);
  }
  edit?.(distDir);
  require(path.join(root, 'scripts/plugin-source.cjs'));
  const { createStrapi } = require('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = await createStrapi({ appDir: root, distDir, autoReload: false, serveAdminPanel: false }).load();
  strapi.log.level = 'error';
  if (listen) await listenOn(strapi);
  return strapi;
}

/** Answers HTTP on a free port. */
export async function listenOn(strapi: Core.Strapi): Promise<void> {
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve()));
}

export const portOf = (strapi: Core.Strapi): number => (strapi.server.httpServer.address() as AddressInfo).port;

/** The plugin's own code, as it runs in this process: only there once {@link startApp} has loaded it from its sources. */
export function loadMeasured(): typeof import('strapi-plugin-story-blocks/measured') {
  return require('strapi-plugin-story-blocks/measured');
}
