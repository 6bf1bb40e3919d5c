import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../../scripts/demo/load-demo.mjs';
import { describeResults } from '../../scripts/samples/describe-results.mjs';
import { makeToken, type Result, runSamples } from '../../scripts/samples/run-samples.mjs';
import { bootStrapi, clients, type Running } from '../support/strapi';

// One database is enough: what differs between them is tested elsewhere, and samples don't name one.
const runs = clients.includes('sqlite') ? test : test.skip;

let app: Running | undefined;
let results: Result[] = [];

beforeAll(async () => {
  if (!clients.includes('sqlite')) return;
  app = await bootStrapi({ client: 'sqlite', env: { STORY_BLOCKS_WORKER: 'off' } });
  const administrator = { email: 'editor@wiredesk.example', password: 'Wiredesk-demo-1' };
  await loadDemo(app.strapi, { administrator });
  const root = path.resolve(import.meta.dirname, '../..');
  results = await runSamples({ root, url: app.url, token: await makeToken(app.strapi) });
}, 600_000);
afterAll(async () => {
  delete process.env.STORY_BLOCKS_WORKER;
  await app?.stop();
});

runs('every sample of the README and the guides does what it says', () => {
  const { lines, failed } = describeResults(results);
  expect(failed, lines.join('\n')).toBe(0);
});

runs('samples of every kind are found', () => {
  const kinds = new Set(results.map(({ plan }) => plan));
  expect([...kinds].sort()).toEqual(['answer', 'graphql', 'input', 'json', 'schema', 'shell', 'skipped', 'types']);
  expect(results.filter(({ plan }) => plan !== 'skipped').length).toBeGreaterThan(60);
});
