import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowLocales, allowRole, createAccount, forbidRole } from '../support/admin';
import { seriousFindings } from '../support/axe';
import { bootPanel, type OpenPanel } from '../support/browser';
import type { Client, Json } from '../support/client';
import { paragraphs } from '../support/newsroom';

const READ = 'plugin::story-blocks.blocks.read';
const SET = 'plugin::story-blocks.board.set';
const FIRST = Date.parse('2025-05-06T08:00:00.000Z');
const TITLES = ['Crane four turns', 'Ferry waits', 'Quay closes', 'Pilots meet', 'Tide gauge fails', 'Lock reopens'];
const ARABIC = ['الميناء يستقبل أكبر سفينة', 'الرافعة الرابعة تعود إلى العمل'];

describe('the section board', () => {
  let panel: OpenPanel;
  let api: Client;
  let page: Page;
  /** Ids by name: sites, sections, and stories by headline. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    panel = await bootPanel();
    ({ api, page } = panel);
    await fill();
  });
  afterAll(() => panel?.stop());

  async function fill() {
    const create = async (plural: string, data: Json, locale = 'en') =>
      (await api.write('POST', `/api/${plural}?locale=${locale}`, data)).documentId as string;
    const site = async (name: string) => create('sites', { name, url: `https://${name.toLowerCase()}.example` });
    ids.quay = await site('Quay');
    ids.hill = await site('Hill');
    ids.docks = await create('sections', { name: 'Docks', label: 'DOCKS', site: ids.quay });
    ids.sport = await create('sections', { name: 'Sport', site: ids.quay });
    ids.farms = await create('sections', { name: 'Farms', site: ids.hill });
    await api.write('PUT', `/api/sites/${ids.quay}?locale=ar`, { name: 'الرصيف', url: 'https://quay.example' });
    await api.write('PUT', `/api/sections/${ids.docks}?locale=ar`, { name: 'الأرصفة', site: ids.quay });
    await api.write('PUT', `/api/sites/${ids.quay}?locale=en`, {
      frontLayout: [
        { __component: 'story-blocks.headline-rails', rails: [{ section: ids.sport, limit: 3 }] },
        { __component: 'story-blocks.section-teaser', section: ids.docks, count: 2 },
      ],
    });
    const story = async (title: string, section: string, at: number, locale = 'en') => {
      const filedAt = new Date(FIRST - at * 3_600_000).toISOString();
      const body = paragraphs(locale === 'ar' ? 'قال متحدث باسم الميناء.' : `${title}, the harbour master said.`);
      ids[title] = await create('articles', { title, section, filedAt, body }, locale);
    };
    for (const [at, title] of TITLES.entries()) await story(title, ids.docks, at);
    await story('Rowers train', ids.sport, 0);
    await story('Barley is late', ids.farms, 0);
    for (const [at, title] of ARABIC.entries()) await story(title, ids.docks, at, 'ar');
  }

  const address = (section: string, locale = 'en') =>
    `${panel.app.url}/admin/plugins/story-blocks?section=${section}&locale=${locale}`;
  const front = (on = page) => on.getByRole('list', { name: 'What readers get' });
  const open = async (section: string, { on = page, locale = 'en' } = {}) => {
    await on.goto(address(section, locale));
    await front(on).waitFor();
  };
  const headlines = (on = page) => front(on).getByRole('heading').allInnerTexts();
  const readers = async (section: string, locale = 'en'): Promise<string[]> =>
    (await api.get(`/api/story-blocks/fronts/sections/${section}?locale=${locale}`)).body.data.teasers.map(
      ({ title }: Json) => title
    );
  /** On the board at once, and with readers a moment later. */
  async function becomes(section: string, titles: string[], on = page) {
    await expect.poll(() => headlines(on)).toEqual(titles);
    await expect.poll(() => readers(section)).toEqual(titles);
  }
  const press = (name: string | RegExp, on = page) => on.getByRole('button', { name, exact: true }).first().click();
  const status = (on = page) => on.locator('[data-board-status]').innerText();
  async function forget(section: string) {
    const service = panel.app.strapi.db.connection('story_blocks_board_wishes');
    await service.where({ section_id: section }).delete();
  }

  test('is in the menu, and shows a front as readers get it, with why', async () => {
    await page.goto(`${panel.app.url}/admin`);
    await page.getByRole('link', { name: 'Section board' }).click();
    await front().waitFor();
    await open(ids.docks);
    expect(await headlines()).toEqual(TITLES);
    expect(await readers(ids.docks)).toEqual(TITLES);
    const lead = front().getByRole('listitem').first();
    expect(await lead.innerText()).toMatch(
      /LEAD[\s\S]*NEWEST[\s\S]*DOCKS[\s\S]*Crane four turns[\s\S]*harbour master/i
    );
    expect(await lead.getByRole('link').getAttribute('href')).toContain(ids[TITLES[0]]);
    const blocks = page.getByRole('region', { name: 'Blocks of the page' });
    expect(await blocks.innerText()).toMatch(/Headline rails[\s\S]*1 story from Sport[\s\S]*Rowers train/);
    expect(await blocks.innerText()).toMatch(/Section teaser[\s\S]*Not shown[\s\S]*Nothing left to show from Docks/i);
  });

  test('keeps site, section and language in its address', async () => {
    await open(ids.docks);
    await page.getByRole('combobox', { name: 'Site' }).click();
    await page.getByRole('option', { name: 'Hill' }).click();
    await expect.poll(() => headlines()).toEqual(['Barley is late']);
    expect(page.url()).toContain(ids.farms);
    await page.reload();
    await expect.poll(() => headlines()).toEqual(['Barley is late']);
    await open(ids.docks);
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Arabic (ar)' }).click();
    await expect.poll(() => headlines()).toEqual(ARABIC);
  });

  test('pins a lead, unpins it, sends a story down and brings it back, and takes each back', async () => {
    await open(ids.docks);
    const [a, b, c, d, e, f] = TITLES;
    await press(`Pin as lead ${d}`);
    await becomes(ids.docks, [d, a, b, c, e, f]);
    await expect.poll(() => status()).toBe(`“${d}” is pinned as lead.`);
    await press(`Send down ${a}`);
    await becomes(ids.docks, [d, b, c, e, f, a]);
    await page
      .getByRole('region', { name: 'Sent down' })
      .getByRole('button', { name: `Bring back ${a}` })
      .click();
    await becomes(ids.docks, [d, a, b, c, e, f]);
    await press(`Unpin ${d}`);
    await becomes(ids.docks, TITLES);
    await press('Undo');
    await becomes(ids.docks, [d, a, b, c, e, f]);
    await press('Undo');
    await press('Undo');
    await press('Undo');
    await becomes(ids.docks, TITLES);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('takes a story by drag to its place, and pins what stands above it', async () => {
    await open(ids.docks);
    const [a, b, c, d, e, f] = TITLES;
    // Everything in sight: the page must not scroll under a story that is dragged.
    await page.setViewportSize({ width: 1280, height: 2000 });
    const card = (title: string) => front().getByRole('listitem').filter({ hasText: title });
    await card(e).dragTo(card(b), { targetPosition: { x: 200, y: 5 } });
    await becomes(ids.docks, [a, e, b, c, d, f]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await card(a).innerText()).toMatch(/Pinned/i);
    expect(await card(b).innerText()).toMatch(/Newest/i);
    await forget(ids.docks);
  });

  test('is worked by keyboard alone, and the keyboard stays with the story', async () => {
    await open(ids.docks);
    const [a, b, c, d, e, f] = TITLES;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('button', { name: `Move up ${c}`, exact: true }).focus();
    await page.keyboard.press('Enter');
    await becomes(ids.docks, [a, c, b, d, e, f]);
    await expect.poll(focused).toContain(`Move up ${c}`);
    await page.keyboard.press('Enter');
    await becomes(ids.docks, [c, a, b, d, e, f]);
    // It is first, and cannot move up: the keyboard is with its next button.
    const place = () =>
      page.evaluate(() => document.activeElement?.closest('[data-story]')?.getAttribute('data-story'));
    await expect.poll(place).toBe(ids[c]);
    await page.getByRole('button', { name: `Send down ${b}`, exact: true }).focus();
    await page.keyboard.press('Space');
    await becomes(ids.docks, [c, a, d, e, f, b]);
    await page.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await becomes(ids.docks, [c, a, b, d, e, f]);
    await forget(ids.docks);
  });

  test('sets when a pin ends', async () => {
    await open(ids.docks);
    const [a] = TITLES;
    await press(`Pin as lead ${a}`);
    await press(`Set the end of the pin of ${a}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'In 3 hours' }).click();
    expect(await seriousFindings(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await front()
      .getByText(/Pinned until/i)
      .waitFor();
    const { body } = await panelAdmin(`/story-blocks/desk/board/${ids.docks}`);
    const ends = Date.parse(body.data.pins[0].until);
    expect(Math.abs(ends - Date.now() - 3 * 3_600_000)).toBeLessThan(120_000);
    await press(`Set the end of the pin of ${a}`);
    await page.getByRole('dialog').getByRole('button', { name: 'No end' }).click();
    await expect.poll(() => status()).toBe(`The pin of “${a}” has no end.`);
    await press(`Unpin ${a}`);
    await becomes(ids.docks, TITLES);
  });

  /** Asks a route of the admin as the one who is logged in on the page. */
  const panelAdmin = async (path: string): Promise<{ status: number; body: Json }> =>
    page.evaluate(async (address) => {
      const cookie = document.cookie.match(/jwtToken=([^;]+)/)?.[1];
      const token = cookie ? decodeURIComponent(cookie) : JSON.parse(localStorage.getItem('jwtToken') ?? '""');
      const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
      return { status: answer.status, body: await answer.json() };
    }, path);

  test('finds a story of another section, and one that is not published, to pin', async () => {
    await open(ids.docks);
    const draft = await api.write('POST', '/api/articles?status=draft&locale=en', {
      title: 'Rowers win the cup',
      section: ids.sport,
      body: paragraphs('They won.'),
    });
    await page.getByPlaceholder('Headline, or paste an address').fill('rowers');
    const found = page.getByRole('region', { name: 'Find a story to pin' });
    await found.getByText('2 stories found').waitFor();
    await found.getByRole('button', { name: 'Pin on top Rowers train' }).click();
    await becomes(ids.docks, ['Rowers train', ...TITLES]);
    await found.getByRole('button', { name: 'Pin on top Rowers win the cup' }).click();
    const waiting = page.getByRole('region', { name: 'Waiting pins' });
    await waiting.getByRole('link', { name: 'Rowers win the cup' }).waitFor();
    expect(await waiting.innerText()).toContain('Not published in this language');
    await api.write('PUT', `/api/articles/${draft.documentId}?locale=en`, {});
    await page.reload();
    await becomes(ids.docks, ['Rowers win the cup', 'Rowers train', ...TITLES]);
    await press('Unpin Rowers win the cup');
    await press('Unpin Rowers train');
    await becomes(ids.docks, TITLES);
  });

  test('two editors at once: the later one sees what stands, and does his own again', async () => {
    const other = await panel.open(await createAccount(panel.app));
    const [a, b, c, d, e, f] = TITLES;
    await open(ids.docks);
    await open(ids.docks, { on: other });
    await press(`Pin as lead ${b}`);
    await becomes(ids.docks, [b, a, c, d, e, f]);
    await press(`Pin as lead ${d}`, other);
    await other.getByText('Somebody else changed this front at the same time').waitFor();
    await expect.poll(() => headlines(other)).toEqual([b, a, c, d, e, f]);
    await other.getByText(`Not saved: “${d}” is pinned as lead.`).waitFor();
    await press('Do it again', other);
    await becomes(ids.docks, [d, b, a, c, e, f], other);
    await other.close();
    await forget(ids.docks);
  });

  test('what the server refuses is taken back, and the editor told why', async () => {
    const { documentId } = await api.write('POST', '/api/articles?locale=en', {
      title: 'Gone in a moment',
      section: ids.docks,
      filedAt: new Date(FIRST).toISOString(),
    });
    await open(ids.docks);
    await api.send('DELETE', `/api/articles/${documentId}`);
    await press('Pin as lead Gone in a moment');
    await page.getByText(`${documentId} is no story`).waitFor();
    await becomes(ids.docks, TITLES);
    await press('Close');
    expect(await page.getByText('is no story').count()).toBe(0);
  });

  test('a section that cannot be loaded says so, and is asked again', async () => {
    await page.route('**/desk/board/**', (route) => route.abort());
    await page.goto(address(ids.docks));
    await page.getByText('The board could not be loaded.', { exact: true }).waitFor();
    await page.unroute('**/desk/board/**');
    await press('Try again');
    await front().waitFor();
  });

  test('stories in Arabic are shown from right to left, each in its language', async () => {
    await open(ids.docks, { locale: 'ar' });
    expect(await headlines()).toEqual(ARABIC);
    const heading = front().getByRole('heading').first();
    expect(await heading.getAttribute('lang')).toBe('ar');
    expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await press(`Pin as lead ${ARABIC[1]}`);
    await expect.poll(() => readers(ids.docks, 'ar')).toEqual([ARABIC[1], ARABIC[0]]);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await readers(ids.docks, 'en')).toEqual(TITLES);
  });

  test('nothing serious is found by axe, in light and in dark', async () => {
    await open(ids.docks);
    await press(`Pin as lead ${TITLES[2]}`);
    await press(`Send down ${TITLES[4]}`);
    await page.getByRole('region', { name: 'Sent down' }).waitFor();
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
      await open(ids.docks);
      expect(await seriousFindings(page), theme).toEqual([]);
    }
    await page.evaluate(() => localStorage.setItem('STRAPI_THEME', 'light'));
    await forget(ids.docks);
  });

  test('a restricted editor works with it as far as the role allows, and is told what it does not', async () => {
    const account = await createAccount(panel.app, 'strapi-editor');
    await forbidRole(panel.app, 'strapi-editor', 'story-blocks');
    const editor = await panel.open(account);
    expect(await editor.getByRole('link', { name: 'Section board' }).count()).toBe(0);
    await editor.goto(address(ids.docks));
    await editor.getByText(/Your role does not let you see section fronts/).waitFor();

    await allowLocales(panel.app, 'strapi-editor', ['en', 'fr', 'ar']);
    await allowRole(panel.app, 'strapi-editor', [READ]);
    await open(ids.docks, { on: editor });
    await editor.getByText('Your role lets you look only').waitFor();
    expect(await headlines(editor)).toEqual(TITLES);
    expect(await editor.getByRole('button', { name: /^(Pin|Send|Move)/ }).count()).toBe(0);
    expect(await seriousFindings(editor)).toEqual([]);

    await allowRole(panel.app, 'strapi-editor', [SET]);
    await editor.reload();
    await press(`Pin as lead ${TITLES[5]}`, editor);
    await becomes(ids.docks, [TITLES[5], ...TITLES.slice(0, 5)], editor);
    await editor.getByRole('link', { name: 'Section board' }).waitFor();
    await editor.close();
    await forget(ids.docks);
  });
});
