import fs from 'node:fs';
import path from 'node:path';
import { digestOf, isBuilt, keepStamp } from '../lib/digest.mjs';
import { runNode } from '../lib/run.mjs';

const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
const TSC = 'node_modules/typescript/bin/tsc';
/** What `strapi build` says that it is doing, in its order. */
const STAGES = [
  ['Compiling TS', 'server'],
  ['Building build context', 'plugins’ admin parts'],
  ['Building admin panel', 'admin panel'],
];

const PLUGINS = 'src/plugins';
const ADMIN = 'src/admin';

/** The two parts, each with what it is made of and a file that it makes. The panel takes a minute, the server seconds. */
const parts = {
  server: { stamp: 'server', result: 'dist/src/index.js', digest: serverDigest },
  panel: { stamp: 'panel', result: 'dist/build/index.html', digest: panelDigest },
};

function serverDigest(root) {
  const isLeftOut = (file) => file.endsWith(`/${PLUGINS}`) || file.endsWith(`/${ADMIN}`) || /\.test\.ts$/.test(file);
  return digestOf(root, ['config', 'database', 'src', 'tsconfig.json', 'package-lock.json'], { skip: isLeftOut });
}

function panelDigest(root, env) {
  // It takes in the plugins' built admin parts; their servers it does not.
  const isLeftOut = (file) => /\/dist\/server$|\.d\.ts$|\.map$/.test(file);
  const plugins = fs.readdirSync(path.join(root, PLUGINS)).map((name) => path.join(PLUGINS, name, 'dist'));
  const builtIn = Object.entries(env).filter(([name]) => name === 'PUBLIC_URL' || name.startsWith('STRAPI_'));
  return digestOf(root, [ADMIN, 'config', 'package-lock.json', ...plugins], {
    skip: isLeftOut,
    also: [JSON.stringify(builtIn.sort())],
  });
}

const isOutdated = (root, env, { stamp, result, digest }) =>
  !isBuilt(root, stamp, digest(root, env)) || !fs.existsSync(path.join(root, result));

/** Whether the application must be built. Ask once the plugins are. */
export const isAppOutdated = (root, env) => Object.values(parts).some((part) => isOutdated(root, env, part));

/**
 * Builds the application: its server, and the admin panel where that changed.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @param {(state: { done: number, total: number, what: string }) => void} report
 */
export async function buildApp(root, env, report) {
  const isPanelDue = isOutdated(root, env, parts.panel);
  const due = isPanelDue ? Object.values(parts) : [parts.server];
  for (const { stamp } of due) keepStamp(root, stamp, null);
  // Strapi loads what it finds: files of a content type that is gone would bring it back.
  for (const folder of ['config', 'database', 'src'])
    fs.rmSync(path.join(root, 'dist', folder), { recursive: true, force: true });
  if (isPanelDue) await buildAll(root, env, report);
  else await runNode(path.join(root, TSC), ['-p', 'tsconfig.json'], { cwd: root, env });
  for (const { stamp, digest } of due) keepStamp(root, stamp, digest(root, env));
}

async function buildAll(root, env, report) {
  let stage = 0;
  const onOutput = (text) => {
    while (stage + 1 < STAGES.length && text.includes(STAGES[stage + 1][0])) stage += 1;
    report({ done: stage, total: STAGES.length, what: STAGES[stage][1] });
  };
  onOutput('');
  // Otherwise the panel is a development build, which is slow in the browser.
  await runNode(path.join(root, STRAPI), ['build'], { cwd: root, env: { ...env, NODE_ENV: 'production' }, onOutput });
}
