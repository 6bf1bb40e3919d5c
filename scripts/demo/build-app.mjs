import fs from 'node:fs';
import path from 'node:path';
import { digestOf, isBuilt, keepStamp } from '../lib/digest.mjs';
import { runNode } from '../lib/run.mjs';

const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
const STAMP = 'app';
const RESULTS = ['dist/src/index.js', 'dist/build/index.html'];
/** What `strapi build` says that it is doing, in its order. */
const STAGES = [
  ['Compiling TS', 'server'],
  ['Building build context', 'plugins’ admin parts'],
  ['Building admin panel', 'admin panel: a minute or two'],
];

const pluginsDir = 'src/plugins';
const isLeftOut = (file) => file.endsWith(pluginsDir) || /\.test\.tsx?$/.test(file);

/** The admin panel takes in the plugins' built admin parts; their servers it does not. */
const isNoAdminPart = (file) => /\/dist\/server$|\.d\.ts$|\.map$/.test(file);

function digest(root, env) {
  const plugins = fs.readdirSync(path.join(root, pluginsDir)).map((name) => path.join(pluginsDir, name, 'dist'));
  const builtIn = Object.entries(env).filter(([name]) => name === 'PUBLIC_URL' || name.startsWith('STRAPI_ADMIN_'));
  const sources = digestOf(root, ['config', 'database', 'src', 'tsconfig.json', 'package-lock.json'], {
    skip: isLeftOut,
  });
  return digestOf(root, plugins, { skip: isNoAdminPart, also: [sources, JSON.stringify(builtIn.sort())] });
}

/** Whether the application must be built. Ask once the plugins are. */
export const isAppOutdated = (root, env) =>
  !isBuilt(root, STAMP, digest(root, env)) || RESULTS.some((file) => !fs.existsSync(path.join(root, file)));

/**
 * Builds the application: its server and the admin panel.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @param {(state: { done: number, total: number, what: string }) => void} report
 */
export async function buildApp(root, env, report) {
  keepStamp(root, STAMP, null);
  // Strapi loads what it finds: files of a content type that is gone would bring it back.
  fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  let stage = 0;
  const onOutput = (text) => {
    while (stage + 1 < STAGES.length && text.includes(STAGES[stage + 1][0])) stage += 1;
    report({ done: stage, total: STAGES.length, what: STAGES[stage][1] });
  };
  onOutput('');
  await runNode(path.join(root, STRAPI), ['build'], { cwd: root, env, onOutput });
  keepStamp(root, STAMP, digest(root, env));
}
