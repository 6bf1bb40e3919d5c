import fs from 'node:fs';
import path from 'node:path';
import { run } from '../lib/run.mjs';

const POLL_MS = 1_500;

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Packages of the lock file that have a folder of their own, by that folder. */
const lockedPackages = (root) =>
  Object.entries(readJson(path.join(root, 'package-lock.json')).packages).filter(([folder]) =>
    folder.includes('node_modules/')
  );

/** Whether node_modules holds what package-lock.json says: npm keeps a list of what it installed. */
export function isInstalled(root) {
  const list = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(list)) return false;
  const installed = readJson(list).packages;
  return lockedPackages(root).every(([folder, wanted]) => {
    const found = installed[folder];
    if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
    return (
      found.version === wanted.version && found.integrity === wanted.integrity && found.resolved === wanted.resolved
    );
  });
}

const fitsHere = ({ os, cpu }) =>
  (!os ||
    os.includes(process.platform) ||
    os.some((name) => name.startsWith('!') && name !== `!${process.platform}`)) &&
  (!cpu || cpu.includes(process.arch));

/**
 * Installs what package-lock.json says, counting the packages as they come.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @param {(state: { done: number, total: number }) => void} report
 */
export async function installPackages(root, env, report) {
  const manifests = lockedPackages(root)
    .filter(([, locked]) => !locked.link && fitsHere(locked))
    .map(([folder]) => path.join(root, folder, 'package.json'));
  const count = () => report({ done: manifests.filter((file) => fs.existsSync(file)).length, total: manifests.length });
  const timer = setInterval(count, POLL_MS);
  // npm itself where `npm run` started us: the same one, whatever PATH says.
  const [command, ...args] = env.npm_execpath ? [process.execPath, env.npm_execpath] : ['npm'];
  try {
    await run(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, env });
  } finally {
    clearInterval(timer);
  }
}
