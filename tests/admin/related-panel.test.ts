import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH, IN_OTHER_LANGUAGES } from '../fixtures/related-news';
import { createAccountWith } from '../support/access/callers';
import { createAdmin } from '../support/admin';
import { seriousFindings } from '../support/axe';
import { bootPanel, type OpenPanel } from '../support/browser';
import type { Client, Json } from '../support/client';
import { paragraphs } from '../support/newsroom';
import { dataOf, rested, withoutFloor } from '../support/related';
import { contentApi, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const READ = 'plugin::story-blocks.blocks.read';
const PINS = 'plugin::story-blocks.pins.set';
const PANEL = '[data-related-panel]';
const [OPENING, DRAW, GAMBIT] = ENGLISH.chess;
const EXPLORE = ['read', 'update', 'create'].map((action) => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject: ARTICLE,
  properties: { locales: ['en', 'ar'], fields: ['title', 'body', 'slug', 'section', 'topics', 'externalLinks'] },
}));

describe('the panel of related links', () => {
  let panel: OpenPanel;
  let api: Client;
  let admin: Client;
  let writer: Writer;
  let page: Page;
  const ids = new Map<string, string>();
  const idOf = ({ title }: { title: string }) => ids.get(title) as string;

  beforeAll(async () => {
    panel = await bootPanel();
    ({ api, page } = panel);
    admin = await createAdmin(panel.app);
    writer = contentApi(api);
    await withoutFloor({ app: panel.app, admin });
    const site = await writer.create('sites', { name: 'Quay Times', url: 'https://quay.example' }, 'en');
    await writer.update(
      'sites',
      site,
      { storyLayout: [{ __component: 'story-blocks.related-links', heading: 'Related', limit: 4 }] },
      'en'
    );
    const section = await writer.create('sections', { name: 'Docks', label: 'DOCKS', site }, 'en');
    for (const [at, story] of [...ENGLISH.chess, ...ENGLISH.strike, ...ENGLISH.volcano].entries()) {
      ids.set(story.title, await writer.create('articles', dataOf(story, at, { section }), 'en'));
    }
    for (const [at, story] of IN_OTHER_LANGUAGES.ar.flat().entries()) {
      ids.set(story.title, await writer.create('articles', dataOf(story, at), 'ar'));
    }
    await rested(panel.app.strapi);
  });
  afterAll(() => panel?.stop());

  const address = (id: string, locale = 'en') =>
    `${panel.app.url}/admin/content-manager/collection-types/${ARTICLE}/${id}?plugins[i18n][locale]=${locale}`;
  const part = (on: Page = page) => on.locator(PANEL);
  const button = (name: string, on: Page = page): Locator => part(on).getByRole('button', { name, exact: true });
  async function open(id: string, { on = page, locale = 'en' } = {}): Promise<void> {
    await on.goto(address(id, locale));
    await part(on).getByText('What readers get now.').waitFor();
  }
  const status = (text: string, on: Page = page) => part(on).getByRole('status').getByText(text).waitFor();
  const will = async (id: string, locale = 'en'): Promise<Json> =>
    (await admin.get(`/story-blocks/pins/${id}?locale=${locale}`)).body.data;
  const clear = (id: string) => admin.send('PUT', `/story-blocks/pins/${id}?locale=en`, { data: {} });
  const readers = async (id: string): Promise<string[]> => {
    const { body } = await api.get(`/api/story-blocks/related/${id}?kinds=story&limit=50&locale=en`);
    return body.data.map(({ title }: Json) => title);
  };
  const order = (on: Page = page) =>
    part(on).getByRole('list', { name: 'Pinned' }).locator(':scope > li a').allTextContents();
  const unpinnedFirst = async (on: Page) => (await part(on).locator('[data-row] a').allTextContents())[0];

  test('shows what readers get, with reasons, under its title', async () => {
    const id = idOf(OPENING);
    await open(id);
    expect(await page.getByRole('heading', { name: 'Related links', exact: true }).count()).toBe(1);
    const titles = await readers(id);
    for (const title of titles.slice(0, 4)) await part().getByText(title, { exact: true }).waitFor();
    await part()
      .getByText(/The page shows 4 of \d+\./)
      .waitFor();
    const row = part().locator('[data-row]', { hasText: DRAW.title });
    expect(await row.getByText('DOCKS', { exact: true }).count()).toBe(1);
    expect(await row.getByText(/^Names: .*Batumi/).count()).toBe(1);
    expect(await part().getByText('Section: ').count()).toBeGreaterThan(0);
    expect(await seriousFindings(page, PANEL)).toEqual([]);
  });

  test('pins, hides and takes both back; readers get it at once', async () => {
    const id = idOf(OPENING);
    const strike = ENGLISH.strike[1].title;
    await open(id);
    await button(`Pin ${strike}`).click();
    await status(`Pinned: ${strike}`);
    await button(`Unpin ${strike}`).waitFor();
    await expect.poll(async () => (await readers(id))[0]).toBe(strike);

    await button(`Hide ${DRAW.title}`).click();
    await status(`Hidden here: ${DRAW.title}`);
    await part().getByRole('heading', { name: 'Hidden' }).waitFor();
    await expect.poll(() => readers(id)).not.toContain(DRAW.title);
    await part().getByRole('button', { name: 'Undo' }).click();
    await status(`Shown again: ${DRAW.title}`);
    await expect.poll(() => readers(id)).toContain(DRAW.title);

    await button(`Hide ${DRAW.title}`).click();
    await part()
      .getByRole('checkbox', { name: `Hide ${DRAW.title} from every story` })
      .check();
    await status(`Hidden from every story: ${DRAW.title}`);
    await expect.poll(() => readers(idOf(GAMBIT))).not.toContain(DRAW.title);
    await button(`Show ${DRAW.title} again`).click();
    await expect.poll(() => readers(idOf(GAMBIT))).toContain(DRAW.title);

    await button(`Unpin ${strike}`).click();
    await status(`Unpinned: ${strike}`);
    await expect.poll(async () => (await will(id)).pins).toEqual([]);
  });

  test('finds a story by words or by its address, and pins what is not published to wait', async () => {
    const id = idOf(OPENING);
    const draft = await writer.create(
      'articles',
      { title: 'A quay for the regatta', body: paragraphs('Soon.') },
      'en',
      false
    );
    await open(id);
    const search = part().getByLabel('Find a story to pin');
    await search.fill('regatta quay');
    await part().getByText('One story found.').waitFor();
    await button('Pin A quay for the regatta').click();
    await part().getByText('Waits: not published').first().waitFor();
    const [{ url }] = (await api.get(`/api/story-blocks/related/${id}?kinds=story&limit=50`)).body.data.filter(
      ({ title }: Json) => title === GAMBIT.title
    );
    await search.fill(url);
    await button(`Pin ${GAMBIT.title}`).click();
    await expect.poll(async () => (await will(id)).pins).toEqual([draft, idOf(GAMBIT)]);
    await search.fill('nothing of the kind');
    await part().getByText('No story found that you may read.').waitFor();
    await search.press('Escape');
    expect(await order()).toEqual(['A quay for the regatta', GAMBIT.title]);

    await writer.delete('articles', draft);
    await page.reload();
    await part().getByText('Gone: the story was deleted').waitFor();
    await button('Unpin A deleted story').click();
    await expect.poll(async () => (await will(id)).targets.length).toBe(1);
    await clear(id);
  });

  test('reorders by drag, and gives a pin an end', async () => {
    const id = idOf(OPENING);
    const [first, second, third] = ENGLISH.strike;
    await admin.send('PUT', `/story-blocks/pins/${id}?locale=en`, {
      data: { pins: [first, second, third].map(idOf) },
    });
    await open(id);
    expect(await order()).toEqual([first.title, second.title, third.title]);
    const rows = part().getByRole('list', { name: 'Pinned' }).locator(':scope > li');
    await rows.nth(2).dragTo(rows.nth(0));
    await status(`${third.title} is now number 1 of 3.`);
    expect(await order()).toEqual([third.title, first.title, second.title]);
    await expect.poll(async () => (await will(id)).pins).toEqual([third, first, second].map(idOf));

    await button(`Set when the pin ends: ${first.title}`).click();
    await button('Set the end').click();
    await status(`Pinned until`);
    await expect.poll(async () => (await will(id)).targets[1].until).not.toBeNull();
    await part()
      .getByText(/^Until /)
      .waitFor();
    expect(await seriousFindings(page, PANEL)).toEqual([]);
    await clear(id);
  });

  test('is worked by keyboard alone: pin, reorder, hide, undo', async () => {
    const id = idOf(OPENING);
    await open(id);
    const [a, b] = [DRAW.title, ENGLISH.strike[1].title];
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await button(`Pin ${a}`).focus();
    await page.keyboard.press('Enter');
    await button(`Unpin ${a}`).waitFor();
    // On to the next story's button, not back to the top of the page.
    await expect.poll(focused).toMatch(/^Pin /);
    await button(`Pin ${b}`).focus();
    await page.keyboard.press('Space');
    await button(`Unpin ${b}`).waitFor();
    await button(`Move up ${b}`).focus();
    await page.keyboard.press('Enter');
    await status(`${b} is now number 1 of 2.`);
    expect(await order()).toEqual([b, a]);
    // At the top it can go up no more: the way down has the focus.
    await expect.poll(focused).toBe(`Move down ${b}`);
    await page.keyboard.press('Enter');
    await status(`${b} is now number 2 of 2.`);
    await expect.poll(async () => (await will(id)).pins).toEqual([idOf(DRAW), idOf(ENGLISH.strike[1])]);

    await button(`Hide ${GAMBIT.title}`).focus();
    await page.keyboard.press('Enter');
    await status(`Hidden here: ${GAMBIT.title}`);
    await expect.poll(async () => (await will(id)).hides).toEqual([idOf(GAMBIT)]);
    await part().getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await will(id)).hides).toEqual([]);
    await clear(id);
  });

  test('is passed by keyboard on the way from the headline to the publish button', async () => {
    const id = await writer.create(
      'articles',
      dataOf({ title: 'Keys alone', text: 'Nobody held a mouse.' }, 90),
      'en',
      false
    );
    await page.goto(address(id));
    await part().getByPlaceholder('Headline or link').waitFor();
    await page.getByLabel('Headline', { exact: false }).first().focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' again');
    const passed: string[] = [];
    while (passed.at(-1) !== 'Publish' && passed.length < 500) {
      // Strapi's editor of bodies keeps Tab to itself once it has put its cursor; Escape leaves it.
      const isInBody = await page.evaluate(() => Boolean(document.activeElement?.closest('[data-slate-editor]')));
      if (isInBody) await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      passed.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(passed.at(-1), passed.slice(-60).join(' | ')).toBe('Publish');
    // Of the button that was reached: what is drawn anew meanwhile takes the focus from it.
    await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
    await page.getByText('Published document').waitFor();
    expect((await api.get(`/api/story-blocks/pages/${id}`)).body.data.story.title).toBe('Keys alone again');
    await writer.delete('articles', id);
  });

  test('of two editors at once neither loses anything', async () => {
    const id = idOf(OPENING);
    const other = await panel.open(await createAccountWith(panel.app, [...EXPLORE, READ, PINS]));
    try {
      await open(id);
      await open(id, { on: other });
      const [mine, theirs] = [ENGLISH.strike[0].title, DRAW.title];
      await button(`Pin ${theirs}`, other).click();
      await status(`Pinned: ${theirs}`, other);
      await expect.poll(async () => (await will(id)).pins).toEqual([idOf(DRAW)]);

      const search = part().getByLabel('Find a story to pin');
      await search.fill(mine);
      await button(`Pin ${mine}`).click();
      await part().getByText('Somebody else was faster').waitFor();
      await search.press('Escape');
      expect(await order()).toEqual([theirs]);
      expect((await will(id)).pins).toEqual([idOf(DRAW)]);
      await button('Do it all the same').click();
      await button(`Unpin ${mine}`).waitFor();
      await expect.poll(async () => (await will(id)).pins).toEqual([idOf(DRAW), idOf(ENGLISH.strike[0])]);
      await part().getByText('Somebody else was faster').waitFor({ state: 'detached' });
    } finally {
      await other.context().browser()?.close();
      await clear(id);
    }
  });

  test('shows an Arabic story from right to left, in its language', async () => {
    const [[first, second]] = IN_OTHER_LANGUAGES.ar;
    await open(idOf(first), { locale: 'ar' });
    const headline = part().getByText(second.title, { exact: true });
    await headline.waitFor();
    const told = await headline.evaluate((element) => ({
      direction: getComputedStyle(element).direction,
      language: element.closest('[lang]')?.getAttribute('lang'),
    }));
    expect(told).toEqual({ direction: 'rtl', language: 'ar' });
    await button(`Pin ${second.title}`).click();
    await expect.poll(async () => (await will(idOf(first), 'ar')).pins).toEqual([idOf(second)]);
    expect((await will(idOf(first), 'en')).pins).toEqual([]);
    expect(await seriousFindings(page, PANEL)).toEqual([]);
  });

  test('previews a new story as it is typed, and takes pins once it is saved', async () => {
    await page.goto(address('create'));
    await part().getByText('Links show here as soon as there is a headline or a text.').waitFor();
    expect(await part().getByRole('button', { name: /^Pin / }).count()).toBe(0);
    const title = 'Mirzoyan gives her queen in Batumi, and a checkmate follows';
    await page.getByLabel('Headline', { exact: false }).first().fill(title);
    await part().getByText(DRAW.title, { exact: true }).waitFor();
    await page.getByLabel('Headline', { exact: false }).first().fill('Dockers and pickets at Port Esperance');
    await part().getByText(ENGLISH.strike[0].title, { exact: true }).waitFor();
    expect(await seriousFindings(page, PANEL)).toEqual([]);

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await button(`Pin ${ENGLISH.strike[0].title}`).click();
    await status(`Pinned: ${ENGLISH.strike[0].title}`);
    await part().getByText('Not published. The text would have these links.').waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) as string;
    await expect.poll(async () => (await will(id)).pins).toEqual([idOf(ENGLISH.strike[0])]);

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await part().getByText('What readers get now.', { exact: false }).waitFor();
    await expect.poll(async () => (await readers(id))[0]).toBe(ENGLISH.strike[0].title);
    await writer.delete('articles', id);
    await rested(panel.app.strapi);
  });

  test('is read-only for who may not pin, and says why to who may not see', async () => {
    const reader = await panel.open(await createAccountWith(panel.app, [...EXPLORE, READ]));
    try {
      await open(idOf(OPENING), { on: reader });
      await part(reader).getByText('You may look, but not pin or hide.', { exact: false }).waitFor();
      expect(await unpinnedFirst(reader)).toBe((await readers(idOf(OPENING)))[0]);
      expect(
        await part(reader)
          .getByRole('button', { name: /^(Pin|Hide|Unpin) / })
          .count()
      ).toBe(0);
      expect(await part(reader).getByLabel('Find a story to pin').count()).toBe(0);
      expect(await seriousFindings(reader, PANEL)).toEqual([]);
    } finally {
      await reader.context().browser()?.close();
    }
    const stranger = await panel.open(await createAccountWith(panel.app, EXPLORE));
    try {
      await stranger.goto(address(idOf(OPENING)));
      await stranger.getByText('You may not see related links.', { exact: false }).waitFor();
      expect(await stranger.getByRole('heading', { name: 'Related links', exact: true }).count()).toBe(1);
    } finally {
      await stranger.context().browser()?.close();
    }
  });

  test('is not there on other types', async () => {
    await page.goto(`${panel.app.url}/admin/content-manager/collection-types/api::author.author/create`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Related links', exact: true }).count()).toBe(0);
  });
});
