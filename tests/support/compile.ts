import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

export const root = path.resolve(import.meta.dirname, '../..');

const walk = (dir: string): string[] =>
  fs.existsSync(dir)
    ? fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(dir, entry.name);
        if (entry.isDirectory()) return ['node_modules', 'plugins', 'admin'].includes(entry.name) ? [] : walk(file);
        return /(\.ts|\.json)$/.test(entry.name) && !/\.(d|test)\.ts$/.test(entry.name) ? [file] : [];
      })
    : [];

/** Turns an application's TypeScript to what Strapi loads, once a run; types are checked by `tsc` elsewhere. */
export async function compileApp(appDir: string, distDir: string): Promise<void> {
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

export const distDir = path.join(root, '.tmp/test-dist');
