// node bench/run.mjs ENTRY …: runs an entry of bench, such as `delivery`, which is TypeScript.
// What is measured runs in this process: it is compiled beforehand, so that no loader of modules stands in its way.
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const [entry = ''] = process.argv.splice(2, 1);
const outfile = path.join(root, '.tmp/bench', `${entry}.mjs`);

await build({
  entryPoints: [path.join(root, 'bench', `${entry}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'error',
  plugins: [
    {
      name: 'scripts-stay-where-they-are',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\..*\.[cm]js$/ }, ({ path: file, resolveDir }) => ({
          path: pathToFileURL(path.resolve(resolveDir, file)).href,
          external: true,
        })),
    },
  ],
});
await import(pathToFileURL(outfile).href);
