import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harbourNetwork } from '../fixtures/harbour-network';
import { openBrowser } from '../support/browser';
import { allowPublic, createClient, createToken, settled } from '../support/client';
import { type Loaded, loadNetwork } from '../support/network';
import { bootStrapi, type Running } from '../support/strapi';

const root = path.resolve(import.meta.dirname, '../..');
const BUNDLE = path.join(root, 'src/plugins/story-blocks/dist/client/index.mjs');
const READABLE = ['article', 'section', 'site', 'topic'].map((name) => `api::${name}.${name}.find`);

/** A frontend of one page, with the client as it is published and no build step. */
const html = (url: string, documentId: string) => `<!doctype html>
<title>A frontend</title>
<main></main>
<script type="module">
  import { createStoryBlocksClient, StoryBlocksError } from '/client.mjs';
  const main = document.querySelector('main');
  const show = (tag, text) => main.append(Object.assign(document.createElement(tag), { textContent: text }));
  const cache = new Map();
  const statuses = [];
  const counting = async (...call) => {
    const response = await fetch(...call);
    statuses.push(response.status);
    return response;
  };
  const news = createStoryBlocksClient({ url: '${url}', locale: 'en', cache, fetch: counting });
  const { data } = await news.storyPage({ documentId: '${documentId}' });
  show('h1', data.story.title);
  for (const block of data.blocks) if (block.type === 'rights') show('footer', block.text);
  const front = await createStoryBlocksClient({ url: '${url}' }).sectionFront('ferries', { pageSize: 2 });
  for (const teaser of front.data.teasers) show('h2', teaser.title);
  try {
    await news.storyPage({ slug: 'no-such-slug' });
  } catch (error) {
    show('p', error instanceof StoryBlocksError ? String(error.status) : String(error));
  }
  const again = await news.storyPage({ documentId: '${documentId}' });
  show('pre', JSON.stringify([statuses, again.data.story.title === data.story.title, again.etag !== null]));
  main.dataset.done = 'yes';
</script>`;

/** The client as it is published. */
describe('the client of frontends', () => {
  let app: Running;
  let browser: Browser;
  let loaded: Loaded;
  let pages: http.Server;

  beforeAll(async () => {
    app = await bootStrapi({ distDir: path.join(root, 'dist') });
    const api = createClient(app, await createToken(app.strapi, 'full-access'));
    loaded = await loadNetwork(api, harbourNetwork);
    await allowPublic(app.strapi, READABLE);
    await settled(app.strapi);
    pages = http.createServer((request, response) => {
      if (request.url === '/client.mjs') {
        response.setHeader('Content-Type', 'text/javascript').end(fs.readFileSync(BUNDLE));
      } else {
        response.setHeader('Content-Type', 'text/html').end(html(app.url, loaded.mainId));
      }
    });
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    pages?.close();
    await app?.stop();
  });

  test('runs in a page of another origin: a story, a front, an error, a confirmed answer', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
    await page.waitForSelector('main[data-done]', { state: 'attached', timeout: 30_000 }).catch((error) => {
      throw new Error(`${faults.join('; ')} ${error}`);
    });
    expect(await page.textContent('h1')).toBe(harbourNetwork.mainStory.title);
    expect(await page.locator('h2').allTextContents()).toEqual(['Timetable loses an hour', 'Goats travel free']);
    expect(await page.textContent('footer')).toContain('Printed on no paper.');
    expect(await page.textContent('p')).toBe('404');
    expect(JSON.parse((await page.textContent('pre')) ?? '')).toEqual([[200, 404, 304], true, true]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['imported', ['--input-type=module', '-e'], `import * as client from 'strapi-plugin-story-blocks/client';`],
    ['required', ['--input-type=commonjs', '-e'], `const client = require('strapi-plugin-story-blocks/client');`],
  ])('is %s by a plain Node script', (_how, flags, load) => {
    const script = `${load} process.stdout.write(typeof client.createStoryBlocksClient({ url: 'x' }).storyPage);`;
    expect(execFileSync(process.execPath, [...flags, script], { cwd: root, encoding: 'utf8' })).toBe('function');
  });
});
