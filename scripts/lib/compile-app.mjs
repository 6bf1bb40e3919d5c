// Turns an application's TypeScript to what Strapi loads, without its admin panel; types are checked by `tsc` elsewhere.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const SKIPPED = ['node_modules', 'plugins', 'admin'];

/** @returns {string[]} */
const walk = (dir) =>
  fs.existsSync(dir)
    ? fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(dir, entry.name);
        if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : walk(file);
        return /(\.ts|\.json)$/.test(entry.name) && !/\.(d|test)\.ts$/.test(entry.name) ? [file] : [];
      })
    : [];

/**
 * @param {string} appDir
 * @param {string} distDir - Emptied first.
 * @returns {Promise<void>}
 */
export async function compileApp(appDir, distDir) {
  fs.rmSync(distDir, { recursive: true, force: true });
  await build({
    entryPoints: ['config', 'src', 'database'].flatMap((dir) => walk(path.join(appDir, dir))),
    outdir: distDir,
    outbase: appDir,
    bundle: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    loader: { '.json': 'copy' },
    sourcemap: 'inline',
    logLevel: 'error',
  });
}
