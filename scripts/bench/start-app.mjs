// Starts the application from its sources, on the database that the environment names, without its worker.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureEnv } from '../ensure-env.mjs';
import { compileApp } from '../lib/compile-app.mjs';

const require = createRequire(import.meta.url);
const root = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(root, '.tmp/bench-dist');

/**
 * Nothing has to be built for it, and nothing works in the background while something is measured.
 *
 * @param {{ listen?: boolean, related?: Record<string, unknown> }} [options] - `listen`: answer HTTP too, on a free port.
 * * @returns {Promise<import('@strapi/strapi').Core.Strapi>}
 */
export async function startApp({ listen = false, related, distDir = DIST, edit } = {}) {
  process.env.STORY_BLOCKS_WORKER ??= 'off';
  ensureEnv(root);
  await compileApp(root, distDir);
  if (related) {
    const file = path.join(distDir, 'config/newsroom.js');
    fs.appendFileSync(file, `\nmodule.exports.default.related = ${JSON.stringify(related)};\n`);
  }
  edit?.(distDir);
  require('../plugin-source.cjs');
  const { createStrapi } = require('@strapi/strapi');
  const strapi = await createStrapi({ appDir: root, distDir, autoReload: false, serveAdminPanel: false }).load();
  strapi.log.level = 'error';
  if (listen) {
    strapi.server.mount();
    await new Promise((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve(undefined)));
  }
  return strapi;
}
