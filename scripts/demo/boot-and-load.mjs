// One start of the built application that loads the demo and ends; `scripts/demo.mjs` runs it and shows its progress.
import { createRequire } from 'node:module';
import path from 'node:path';
import { loadDemo } from './load-demo.mjs';

// Related links are made here, one after the other; set before the application starts.
process.env.STORY_BLOCKS_WORKER = 'off';
// Each entry is written as a whole or not at all, and an interrupted load goes on the next time.
for (const end of ['disconnect', 'SIGINT', 'SIGTERM']) process.on(end, () => process.exit(1));

const tell = (message) => process.send?.(message);
const { DEMO_ADMIN_EMAIL: email, DEMO_ADMIN_PASSWORD: password } = process.env;

// The one copy of Strapi that its plugins get too: they are CommonJS.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const appDir = path.resolve(import.meta.dirname, '../..');

tell({ what: 'starting' });
const strapi = await createStrapi({
  appDir,
  distDir: path.join(appDir, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
}).load();
const loaded = await loadDemo(strapi, { administrator: { email, password }, report: tell });
tell({ loaded });
await strapi.destroy();
process.exit(0);
