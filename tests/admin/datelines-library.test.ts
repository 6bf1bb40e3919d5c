import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../support/browser';

const root = path.resolve(import.meta.dirname, '../..');
const LINE = 'Suncheon, South Korea (AFP) Oct 8, 2020';
const READ = {
  style: 'smn',
  places: [{ city: 'Suncheon', qualifier: 'South Korea', country: 'KR' }],
  source: 'AFP',
  date: '2020-10-08',
};

/** The library as it is published. */
describe('datelines as a library', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each([
    ['imported', ['--input-type=module', '-e'], `import { parseDateline } from 'strapi-plugin-datelines/text';`],
    ['required', ['--input-type=commonjs', '-e'], `const { parseDateline } = require('strapi-plugin-datelines/text');`],
  ])('is %s by a plain Node script', (_how, flags, load) => {
    const script = `${load} process.stdout.write(JSON.stringify(parseDateline(${JSON.stringify(LINE)})));`;
    expect(JSON.parse(execFileSync(process.execPath, [...flags, script], { cwd: root, encoding: 'utf8' }))).toEqual(
      READ
    );
  });

  test('runs in a browser page, and is small', async () => {
    const entry = `import * as datelines from 'strapi-plugin-datelines/text'; globalThis.datelines = datelines;`;
    const bundle = async (external: string[]) => {
      const made = await build({
        stdin: { contents: entry, resolveDir: root },
        bundle: true,
        minify: true,
        platform: 'browser',
        format: 'esm',
        write: false,
        external,
      });
      return made.outputFiles[0].text;
    };
    const page = await browser.newPage();
    await page.addScriptTag({ type: 'module', content: await bundle([]) });
    await page.waitForFunction(() => 'datelines' in globalThis);
    const read = await page.evaluate((line) => {
      const { datelines } = globalThis as unknown as { datelines: { parseDateline(text: string): unknown } };
      return datelines.parseDateline(line);
    }, LINE);
    expect(read).toEqual(READ);
    // Without luxon, which many applications have anyway.
    expect(Buffer.byteLength(await bundle(['luxon']))).toBeLessThan(75_000);
  });
});
