import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootPanel, type OpenPanel } from '../support/browser';
import type { Client } from '../support/client';
import type { Running } from '../support/strapi';

const LINE = 'Type or paste a dateline or byline';

describe('the dateline panel', () => {
  let app: Running;
  let api: Client;
  let page: Page;
  let stop: OpenPanel['stop'] | undefined;
  let panel: Locator;

  beforeAll(async () => {
    ({ app, api, page, stop } = await bootPanel(async (api) => {
      const site = await api.write('POST', '/api/sites', {
        name: 'Quay Times',
        url: 'https://quay.example',
        datelineStyle: 'smn',
      });
      await api.write('POST', '/api/sections', { name: 'Docks', label: 'DOCKS', site: site.documentId });
      await api.write('POST', '/api/sources', { code: 'AFP', name: 'Agence France-Presse', kind: 'wire' });
      await api.write('POST', '/api/authors', { name: 'Claire Lee', familyName: 'Lee' });
      await api.write('POST', '/api/datelines', {
        label: 'Oslo',
        city: 'Oslo',
        country: 'NO',
        timezone: 'Europe/Oslo',
      });
    }));
    panel = page.locator('aside', { hasText: LINE });
  });
  afterAll(() => stop?.());

  const open = async (id: string) => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/api::article.article/${id}`);
    await panel.getByLabel(LINE).waitFor();
  };
  const line = () => panel.getByLabel(LINE);

  test('a pasted dateline is recognised, its place created, used and saved, and the page has it', async () => {
    await open('create');
    await page.getByLabel('Headline', { exact: false }).first().fill('Ferry runs again');
    await line().fill('By Claire LEE in Buffalo, Jan KOWALSKI\nBUFFALO, N.Y. (AFP) April 22, 2019');
    const create = panel.getByRole('button', { name: 'Create Buffalo, N.Y.' });
    await create.waitFor();
    await panel.getByText('Not one of your places yet').waitFor();
    // By keyboard alone: the button goes away with what it made, and the focus goes on from the field.
    await create.press('Enter');
    await panel.getByText('One of your places').waitFor();
    await create.waitFor({ state: 'detached' });
    expect(await line().evaluate((field) => field === document.activeElement)).toBe(true);

    await panel.getByRole('button', { name: 'Use it' }).press('Enter');
    await page.getByText('Written into the story.').first().waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').waitFor();

    const answer = await api.get('/api/story-blocks/pages?slug=ferry-runs-again');
    expect(answer.status).toBe(200);
    expect(answer.body.data.story).toMatchObject({
      // Without a body the line stands alone: no dash.
      dateline: 'BUFFALO, N.Y. (AFP)',
      byline: 'By Claire Lee in Buffalo and Jan Kowalski',
    });
    const [stored] = (await api.get('/api/articles?populate[byline][populate]=author')).body.data;
    expect(stored.datelineDate).toBe('2019-04-22');
    expect(stored.byline).toMatchObject([{ author: { name: 'Claire Lee' } }, { author: null, name: 'Jan Kowalski' }]);
  });

  test('another line takes the place of the one before', async () => {
    const [{ documentId }] = (await api.get('/api/articles')).body.data;
    await open(documentId);
    await line().fill('OSLO (AFP) —');
    await panel.getByText('One of your places').waitFor();
    await panel.getByRole('button', { name: 'Use it' }).click();
    await panel.getByText('OSLO, Norway (AFP) —').last().waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').waitFor();

    const answer = await api.get(`/api/story-blocks/pages/${documentId}`);
    expect(answer.body.data.story.dateline).toBe('OSLO, Norway (AFP)');
    expect(answer.body.data.story.byline).toBe('By Claire Lee in Buffalo and Jan Kowalski');
  });

  test('what is no dateline or byline is said so, and what does not agree is told', async () => {
    await open('create');
    await line().fill('The crane turned again');
    await panel.getByText('This does not read as a dateline or a byline yet.', { exact: false }).waitFor();
    expect(await panel.getByRole('button', { name: 'Use it' }).count()).toBe(0);
    await panel.getByText('Nobody is credited, and there is no byline label.').waitFor();
  });

  test('is not there on other types', async () => {
    await page.goto(`${app.url}/admin/content-manager/collection-types/api::author.author/create`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    expect(await page.getByLabel(LINE).count()).toBe(0);
  });
});
