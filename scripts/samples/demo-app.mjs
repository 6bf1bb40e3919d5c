import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { loadDemo } from '../demo/load-demo.mjs';
import { ensureEnv, readEnv } from '../ensure-env.mjs';
import { compileApp } from '../lib/compile-app.mjs';

const require = createRequire(import.meta.url);

/** The demo's log-in, which the guides name. */
const ADMINISTRATOR = { email: 'editor@wiredesk.example', password: 'Wiredesk-demo-1' };

/**
 * Starts the application from its sources on an empty database in a temporary folder, and loads the demo's news.
 *
 * @param {string} root - Of the workspace.
 * @param {(state: { done?: number, total?: number, what?: string }) => void} [report]
 * @returns {Promise<{ strapi: import('@strapi/strapi').Core.Strapi, url: string, stop(): Promise<void> }>}
 */
export async function startDemo(root, report = () => {}) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-demo-'));
  const distDir = path.join(dir, 'dist');
  // Secrets of its own: the workspace's settings are a reader's, and stay out of it.
  fs.copyFileSync(path.join(root, '.env.example'), path.join(dir, '.env.example'));
  ensureEnv(dir, { ENV_PATH: '.env' });
  Object.assign(process.env, readEnv(dir, { ENV_PATH: '.env' }), {
    ENV_PATH: path.join(dir, '.env'),
    NODE_ENV: 'test',
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(dir, 'data.db'),
    STORY_BLOCKS_WORKER: 'off',
  });
  report({ what: 'compiling' });
  // What it imports is found from the workspace, as in tests.
  const linked = path.join(dir, 'node_modules');
  fs.symlinkSync(path.join(root, 'node_modules'), linked);
  await compileApp(root, distDir);
  require('../plugin-source.cjs');
  const { createStrapi } = require('@strapi/strapi');
  report({ what: 'starting' });
  const strapi = createStrapi({ appDir: root, distDir, autoReload: false, serveAdminPanel: false });
  strapi.log.level = 'error';
  await strapi.load();
  strapi.server.mount();
  const server = await new Promise((resolve) => {
    const listening = strapi.server.httpServer.listen(0, '127.0.0.1', () => resolve(listening));
  });
  await loadDemo(strapi, { administrator: ADMINISTRATOR, report });
  return {
    strapi,
    url: `http://127.0.0.1:${server.address().port}`,
    async stop() {
      await strapi.destroy();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}
