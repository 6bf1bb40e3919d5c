import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bootPanel, type OpenPanel } from '../support/browser';
import type { Client } from '../support/client';
import type { Running } from '../support/strapi';

const ARTICLES = '/admin/content-manager/collection-types/api::article.article';

describe('the slug field', () => {
  let app: Running;
  let api: Client;
  let page: Page;
  let stop: OpenPanel['stop'] | undefined;

  beforeAll(async () => {
    ({ app, api, page, stop } = await bootPanel());
  });
  afterAll(() => stop?.());

  const slug = () => page.getByRole('textbox', { name: 'Slug', exact: true });
  const headline = () => page.getByLabel('Headline', { exact: false }).first();
  const follow = () => page.getByRole('checkbox', { name: 'Follow “Headline”' });
  const note = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
  const shows = (text: string) => expect.poll(() => slug().inputValue(), { timeout: 20_000 }).toBe(text);
  const open = async (id: string, locale = 'en') => {
    // The admin goes on in the language that was open last.
    await page.goto(`${app.url}${ARTICLES}/${id}?plugins[i18n][locale]=${locale}`);
    await headline().waitFor();
    await expect.poll(() => page.locator('main[aria-busy="true"]').count(), { timeout: 30_000 }).toBe(0);
  };
  const save = async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
  };
  const storedSlug = async (title: string): Promise<string | undefined> => {
    const answer = await api.get(`/api/articles?status=draft&filters[title][$eq]=${encodeURIComponent(title)}`);
    return answer.body.data[0]?.slug;
  };

  describe('of a new story', () => {
    beforeEach(async () => {
      await open('create');
      await note('as soon as there is something').waitFor();
    });

    test('shows the address while the headline is typed', async () => {
      await headline().fill('Crane four turns');
      await shows('crane-four-turns');
      await headline().fill('Crane four turns again, slowly');
      await shows('crane-four-turns-again-slowly');
      expect(await follow().isChecked()).toBe(true);
      await note('Made from “Headline”').waitFor();
      await save();
      expect(await storedSlug('Crane four turns again, slowly')).toBe('crane-four-turns-again-slowly');

      await headline().fill('Crane four stands still');
      await shows('crane-four-stands-still');
      await save();
      expect(await storedSlug('Crane four stands still')).toBe('crane-four-stands-still');
    });

    test('says by whom a slug is taken, with a free one a click away', async () => {
      await api.write('POST', '/api/articles', { title: 'Pilot boat sinks' });
      await headline().fill('Another pilot boat');
      await slug().fill('pilot-boat-sinks');
      await note('Taken by “Pilot boat sinks”').waitFor();
      expect(await follow().isChecked()).toBe(false);
      await page.getByRole('button', { name: 'Use pilot-boat-sinks-2' }).click();
      await shows('pilot-boat-sinks-2');
      await note(/^Free$/).waitFor();
      await save();
      expect(await storedSlug('Another pilot boat')).toBe('pilot-boat-sinks-2');
      await note('stays as it is').waitFor();
    });

    test('takes the slug as the editor types it, by keyboard alone', async () => {
      await headline().fill('Keyboard story');
      await shows('keyboard-story');
      await slug().focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('my-own');
      await shows('my-own');
      await note(/^Free$/).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await shows('keyboard-story');
    });
  });

  test('says why a slug cannot be used, with one that can a click away', async () => {
    await open('create');
    await headline().fill('Tug of war');
    await shows('tug-of-war');
    await slug().fill('tug/war ?');
    await note('“/” has another meaning in addresses').waitFor();
    await page.getByRole('button', { name: 'Use tug-war' }).click();
    await note(/^Free$/).waitFor();
    await slug().fill('..');
    await note('Dots alone').waitFor();
    await page.getByRole('button', { name: 'Use tug-of-war' }).click();
    await note(/^Free$/).waitFor();
    await save();
    expect(await storedSlug('Tug of war')).toBe('tug-of-war');
    await slug().fill('TUG-war/');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText("can't be part of an address").first().waitFor();
  });

  test('tells of a stored slug that is unsafe, in the field and in the panel, and saves it', async () => {
    const { documentId } = await api.write('POST', '/api/articles?status=draft', { title: 'Lock &amp; key' });
    await app.strapi.db.query('api::article.article').updateMany({ where: { documentId }, data: { slug: 'a/b' } });
    await open(documentId);
    await shows('a/b');
    await note('“/” has another meaning in addresses').waitFor();
    await page.getByText('is not a safe part of an address. Use “a-b”').first().waitFor();
    await page.getByText('Write “Lock & key”').first().waitFor();
    await headline().fill('Lock & key');
    await save();
    expect(await storedSlug('Lock & key')).toBe('a/b');
  });

  describe('filled in from another locale', () => {
    const fillIn = async (id: string) => {
      await open(id, 'fr');
      await page.getByRole('button', { name: 'Fill in from another locale' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByRole('combobox').click();
      await page.getByRole('option', { name: /^English/ }).click();
      await dialog.getByRole('button', { name: 'Yes, fill in' }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    const french = async (documentId: string): Promise<string | undefined> =>
      (await api.get(`/api/articles/${documentId}?status=draft&locale=fr`)).body.data?.slug;

    test('makes a slug of the headline, not the other language’s', async () => {
      const { documentId } = await api.write('POST', '/api/articles', { title: 'Sluice opens', slug: 'English-Words' });
      await fillIn(documentId);
      await shows('sluice-opens');
      await headline().fill('L’écluse ouvre');
      await shows('l-ecluse-ouvre');
      await save();
      expect(await french(documentId)).toBe('l-ecluse-ouvre');
    });

    test('keeps the address that the language has', async () => {
      const { documentId } = await api.write('POST', '/api/articles', { title: 'Weir opens', slug: 'English-Weir' });
      await api.write('PUT', `/api/articles/${documentId}?locale=fr`, { title: 'Le barrage ouvre' });
      await fillIn(documentId);
      await expect.poll(() => headline().inputValue(), { timeout: 20_000 }).toBe('Weir opens');
      await shows('le-barrage-ouvre');
      await save();
      expect(await french(documentId)).toBe('le-barrage-ouvre');
    });
  });

  test('keeps a locked slug, and makes it again when asked', async () => {
    const { documentId } = await api.write('POST', '/api/articles?status=draft', { title: 'Lock gate opens' });
    await open(documentId);
    await shows('lock-gate-opens');
    await follow().click();
    await note('Chosen').waitFor();
    await headline().fill('Lock gate closes');
    await page.waitForTimeout(600);
    await shows('lock-gate-opens');
    await save();
    expect(await storedSlug('Lock gate closes')).toBe('lock-gate-opens');

    await page.getByRole('button', { name: 'Make it from “Headline”' }).click();
    await shows('lock-gate-closes');
    await save();
    expect(await storedSlug('Lock gate closes')).toBe('lock-gate-closes');

    await follow().click();
    await headline().fill('Lock gate sticks');
    await shows('lock-gate-sticks');
    await save();
    await headline().fill('Lock gate mended');
    await shows('lock-gate-mended');
    await save();
    expect(await storedSlug('Lock gate mended')).toBe('lock-gate-mended');
  });

  test('keeps the address of a published story, and says so', async () => {
    const { documentId } = await api.write('POST', '/api/articles', { title: 'Tide comes in' });
    await open(documentId);
    await note('Published under this address').waitFor();
    expect(await follow().count()).toBe(0);
    await headline().fill('Tide goes out');
    await page.waitForTimeout(600);
    await shows('tide-comes-in');
  });

  test('shows the refusal at the field where a slug is taken all the same', async () => {
    await open('create');
    await headline().fill('Late thief');
    // The form is ready once the headline's slug is there; what is typed before that, it may draw over.
    await shows('late-thief');
    await slug().fill('wanted-by-two');
    await shows('wanted-by-two');
    await note(/^Free$/).waitFor();
    await api.write('POST', '/api/articles', { title: 'First', slug: 'wanted-by-two' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Another entry has or had the slug').first().waitFor();
  });

  test('the settings page tells what would change before it changes it', async () => {
    const { documentId } = await api.write('POST', '/api/articles', { title: 'Old words', slug: 'very-old-words' });
    await page.goto(`${app.url}/admin/settings/story-slugs`);
    await page.getByRole('checkbox', { name: /Published entries too/ }).check();
    await page.getByRole('checkbox', { name: /editors chose/ }).check();
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const row = page.getByRole('row').filter({ hasText: 'very-old-words' });
    await row.getByText('Would change').waitFor();
    await page.getByRole('button', { name: /^Change \d+ slugs?$/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Change \d+ slugs?$/ })
      .click();
    await row.getByText('Changed').waitFor();
    const answer = await api.get('/api/story-slugs/resolve?slug=very-old-words');
    expect(answer.body.data).toEqual({
      documentId,
      contentType: 'api::article.article',
      slug: 'old-words',
      moved: true,
    });
  });
});
