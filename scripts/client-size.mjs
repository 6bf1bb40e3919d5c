// How large the client is in a frontend's bundle: minified, then compressed.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const entry = path.resolve(import.meta.dirname, '../src/plugins/story-blocks/client/src/index.ts');

const USES = {
  'the whole client': `export { createStoryBlocksClient, StoryBlocksError } from ${JSON.stringify(entry)};`,
  'one call': `export { connect, storyPage } from ${JSON.stringify(entry)};`,
};

/** @returns {Promise<{ use: string, code: string, inputs: string[], minified: number, gzipped: number }[]>} */
export const measureClient = () =>
  Promise.all(
    Object.entries(USES).map(async ([use, contents]) => {
      const { outputFiles, metafile } = await build({
        stdin: { contents, resolveDir: import.meta.dirname },
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        metafile: true,
        write: false,
      });
      const { text: code } = outputFiles[0];
      const inputs = Object.keys(metafile.inputs);
      return { use, code, inputs, minified: Buffer.byteLength(code), gzipped: gzipSync(code).length };
    })
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { use, minified, gzipped } of await measureClient()) {
    console.log(`${use}: ${minified} bytes minified, ${gzipped} bytes with gzip`);
  }
}
