// npm run build:plugins: builds the plugins under src/plugins whose sources changed since they were last built.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf, isBuilt, keepStamp } from './lib/digest.mjs';
import { createProgress } from './lib/progress.mjs';
import { CommandError, runNode } from './lib/run.mjs';

const BUILDER = 'node_modules/@strapi/sdk-plugin/bin/strapi-plugin.js';
/** A build takes a core and half a gigabyte. */
const AT_ONCE = Math.max(1, Math.min(3, os.availableParallelism()));

const isLeftOut = (file) => /(^|\/)(node_modules|dist)$|\.test\.tsx?$|\.md$/.test(file);

/** The plugins' own packages, each with those of them that it uses. */
function readPlugins(root) {
  const folder = path.join(root, 'src/plugins');
  const plugins = fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'package.json')))
    .map((name) => {
      const pkg = JSON.parse(fs.readFileSync(path.join(folder, name, 'package.json'), 'utf8'));
      return { name, dir: path.join('src/plugins', name), pkg };
    })
    .filter(({ pkg }) => pkg.scripts?.build);
  return plugins.map((plugin) => {
    const uses = { ...plugin.pkg.dependencies, ...plugin.pkg.peerDependencies, ...plugin.pkg.devDependencies };
    return { ...plugin, needs: plugins.filter(({ pkg }) => pkg.name in uses).map(({ name }) => name) };
  });
}

/** Files that a package promises, and a build must have made. */
const promised = ({ dir, pkg }) =>
  Object.values(pkg.exports ?? {})
    .filter((target) => typeof target === 'object')
    .flatMap((target) =>
      ['types', 'import', 'require'].flatMap((key) => (target[key] ? [path.join(dir, target[key])] : []))
    );

/** Digests of what each plugin is built of: its sources, the plugins that it uses, all that it bundles. */
function digestsOf(root, plugins) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const own = new Map(
    plugins.map(({ name, dir }) => [name, digestOf(root, [dir, 'packages'], { skip: isLeftOut, also: [lock] })])
  );
  return new Map(
    plugins.map(({ name, needs }) => [name, digestOf(root, [], { also: [name, ...needs].map((one) => own.get(one)) })])
  );
}

const stamp = (name) => `plugin-${name}`;

/**
 * The plugins that must be built: their sources, or those of the plugins that they use, changed since they were.
 *
 * @param {string} root - Folder of the application.
 */
export function findOutdated(root) {
  const plugins = readPlugins(root);
  const digests = digestsOf(root, plugins);
  return plugins
    .map((plugin) => ({ ...plugin, digest: digests.get(plugin.name) }))
    .filter(
      (plugin) =>
        !isBuilt(root, stamp(plugin.name), plugin.digest) ||
        promised(plugin).some((file) => !fs.existsSync(path.join(root, file)))
    );
}

async function build(root, plugin) {
  keepStamp(root, stamp(plugin.name), null);
  await runNode(path.join(root, BUILDER), ['build'], { cwd: path.join(root, plugin.dir) });
  // It needs a package, and the demo imports this file before there is any.
  const { placeTypes } = await import('./lib/place-types.mjs');
  placeTypes(path.join(root, plugin.dir, 'dist'));
  // The builder reports success even where it left something out.
  const lacking = promised(plugin).find((file) => !fs.existsSync(path.join(root, file)));
  if (lacking) throw new CommandError(`Building ${plugin.name}`, `no ${lacking}`, '');
  keepStamp(root, stamp(plugin.name), plugin.digest);
}

/**
 * Builds plugins, several at a time, each after those that it uses.
 *
 * @param {string} root - Folder of the application.
 * @param {ReturnType<typeof findOutdated>} plugins
 * @param {(state: { done: number, total: number, what: string }) => void} report
 */
export async function buildPlugins(root, plugins, report) {
  const waiting = [...plugins];
  const building = new Map();
  const isReady = ({ needs }) => !needs.some((need) => building.has(need) || waiting.some(({ name }) => name === need));
  while (waiting.length > 0 || building.size > 0) {
    while (building.size < AT_ONCE) {
      const at = waiting.findIndex(isReady);
      if (at < 0) break;
      const [plugin] = waiting.splice(at, 1);
      building.set(
        plugin.name,
        build(root, plugin).then(() => building.delete(plugin.name))
      );
    }
    if (building.size === 0)
      throw new Error(`Plugins that use each other: ${waiting.map(({ name }) => name).join(', ')}.`);
    report({
      done: plugins.length - waiting.length - building.size,
      total: plugins.length,
      what: [...building.keys()].join(', '),
    });
    await Promise.race(building.values());
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = path.resolve(import.meta.dirname, '..');
  const progress = createProgress();
  const outdated = findOutdated(root);
  if (outdated.length === 0) progress.say('The plugins are built of what they are now.');
  try {
    if (outdated.length > 0)
      await progress.step('Building the plugins', (report) => buildPlugins(root, outdated, report));
  } catch (error) {
    console.error(error instanceof CommandError ? `${error.output.trim()}\n\n${error.message}` : error);
    process.exit(1);
  }
}
