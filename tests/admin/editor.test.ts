import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootPanel, type OpenPanel } from '../support/browser';
import type { Client } from '../support/client';
import type { Running } from '../support/strapi';

describe('an editor in the admin panel', () => {
  let app: Running;
  let api: Client;
  let page: Page;
  let stop: OpenPanel['stop'] | undefined;

  beforeAll(async () => {
    ({ app, api, page, stop } = await bootPanel(async (api) => {
      const site = await api.write('POST', '/api/sites', { name: 'Quay Times', url: 'https://quay.example' });
      await api.write('POST', '/api/sections', { name: 'Docks', label: 'DOCKS', site: site.documentId });
    }));
  });
  afterAll(() => stop?.());

  test('finds the fields of a story in the order of a page, each with its label', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/api::article.article/create`);
    await page.getByLabel('Headline', { exact: false }).first().waitFor();
    // Relations load in boxes of their own; the form is whole when none is busy any more.
    await expect.poll(() => page.locator('main[aria-busy="true"]').count(), { timeout: 30_000 }).toBe(0);
    const text = await page.locator('main').first().innerText();
    const order = [
      'Headline',
      'Section',
      'Byline',
      'Dateline places',
      'Source',
      'Summary',
      'Text',
      'Picture',
      'External links',
    ];
    const places = order.map((label) => text.search(new RegExp(`^${label}`, 'm')));
    expect(
      places.every((place) => place >= 0),
      JSON.stringify(Object.fromEntries(order.map((label, at) => [label, places[at]])))
    ).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('writes a story, publishes it, and readers have its page', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/api::article.article/create`);
    await page.getByLabel('Headline', { exact: false }).first().fill('Crane four turns again');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').waitFor();

    const answer = await api.get('/api/story-blocks/pages?slug=crane-four-turns-again');
    expect(answer.status).toBe(200);
    expect(answer.body.data.story.title).toBe('Crane four turns again');
  });

  test('is told why a held story cannot be published', async () => {
    const story = await api.write('POST', '/api/articles', { title: 'Embargoed until noon' });
    await api.write('PUT', `/api/story-blocks/holds/${story.documentId}`, { state: 'withheld' });
    await page.goto(`${app.url}/admin/content-manager/collection-types/api::article.article/${story.documentId}`);
    await page.getByLabel('Headline', { exact: false }).first().fill('Embargoed until one');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .getByText(/is withheld until its hold is lifted/)
      .first()
      .waitFor();

    expect((await api.get(`/api/story-blocks/pages/${story.documentId}`)).status).toBe(404);
  });
});
