import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootPanel, type OpenPanel } from '../support/browser';

let panel: OpenPanel;
beforeAll(async () => {
  panel = await bootPanel();
});
afterAll(() => panel?.stop());

const STORY = 'api::article.article';

/** Screens that every editor opens, from a full load. */
const SCREENS = [
  '',
  `/content-manager/collection-types/${STORY}`,
  `/content-manager/collection-types/${STORY}/create`,
  '/plugins/upload',
  '/settings',
  '/settings/api-tokens',
  '/me',
];

test('no request of the admin panel is refused or fails on the server', async () => {
  const refused: string[] = [];
  panel.page.on('response', (answer) => {
    // Strapi asks for what its paid editions alone have.
    if (answer.status() >= 400 && !/\/admin\/ai-feature-config$|\/ai-localization-jobs\//.test(answer.url()))
      refused.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
  });
  for (const screen of SCREENS) await panel.page.goto(`${panel.app.url}/admin${screen}`, { waitUntil: 'networkidle' });
  // A browser without a window asks for no icon.
  await panel.page.evaluate(() => fetch('/favicon.ico'));
  expect(refused).toEqual([]);
});
