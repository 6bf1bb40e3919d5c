// npm run build: the plugins, then the application with its admin panel; what is built already is left alone.
import path from 'node:path';
import { buildPlugins, findOutdated } from './build-plugins.mjs';
import { buildApp, isAppOutdated } from './demo/build-app.mjs';
import { ensureEnv, readEnv } from './ensure-env.mjs';
import { createProgress } from './lib/progress.mjs';

const root = path.resolve(import.meta.dirname, '..');
const progress = createProgress();

ensureEnv(root);
const env = readEnv(root);
const outdated = findOutdated(root);
if (outdated.length > 0) await progress.step('Building the plugins', (report) => buildPlugins(root, outdated, report));
if (isAppOutdated(root, env)) {
  await progress.step('Building the application', (report) => buildApp(root, env, report));
}
