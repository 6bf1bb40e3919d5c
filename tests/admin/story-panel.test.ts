import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccountWith, type Permission } from '../support/access/callers';
import { createAdmin } from '../support/admin';
import { seriousFindings } from '../support/axe';
import { bootPanel, type OpenPanel } from '../support/browser';
import type { Client, Json } from '../support/client';
import { settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, paragraphs, storyData, writeStory } from '../support/newsroom';
import type { Running } from '../support/strapi';
import { contentApi, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const TITLE = 'What readers get';
const PANEL = 'aside:has(h2:text-is("What readers get"))';

describe('what readers get, beside a story', () => {
  let app: Running;
  let api: Client;
  let page: Page;
  let visit: OpenPanel['open'];
  let stop: OpenPanel['stop'] | undefined;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    ({
      app,
      api,
      page,
      open: visit,
      stop,
    } = await bootPanel(async (api) => {
      writer = contentApi(api);
      room = await foundNewsroom(writer, 'pnl');
    }));
    await settled(app.strapi);
  });
  afterAll(() => stop?.());

  const panelOf = (on: Page): Locator => on.locator(PANEL);
  const panel = () => panelOf(page);
  const dialog = (on = page) => on.getByRole('dialog');
  async function open(id: string, { on = page, locale = 'en' } = {}): Promise<void> {
    const query = `?plugins[i18n][locale]=${locale}`;
    await on.goto(`${app.url}/admin/content-manager/collection-types/${ARTICLE}/${id}${query}`);
    await panelOf(on).waitFor();
  }
  const focusIsOn = (locator: Locator) =>
    expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);

  describe('for an administrator', () => {
    test('a story reads as it will while it is written, and what it lacks is told with the way there', async () => {
      await open('create');
      await page.getByLabel('Headline', { exact: false }).first().fill('Ferry frozen in');
      await panel().getByText('Ferry frozen in').waitFor();
      await panel().getByText('The story has no section').waitFor();
      await page.getByRole('status').filter({ hasText: 'Before publishing: 2 errors' }).waitFor();
      await page.getByRole('button', { name: 'Show what' }).press('Enter');
      await focusIsOn(panel().getByRole('heading', { name: 'Before publishing' }));

      await panel().getByRole('button', { name: 'Go to Section' }).press('Enter');
      const section = page.getByRole('combobox', { name: 'Section' }).first();
      await focusIsOn(section);
      const option = page.getByRole('option', { name: 'Sport pnl' }).first();
      const offers = async () => {
        await section.press('ArrowDown');
        return option.count();
      };
      await expect.poll(offers, { interval: 1_000, timeout: 30_000 }).toBe(1);
      await option.click();
      await panel().getByText('SPORT pnl').waitFor();
      await panel().getByText('The story has no section').waitFor({ state: 'detached' });
      await page.getByRole('status').filter({ hasText: 'Before publishing: 1 error' }).waitFor();
      expect(await panel().getByRole('button', { name: 'Preview the page' }).isDisabled()).toBe(true);
      expect(await seriousFindings(page, panel())).toEqual([]);
    });

    test('the form is asked for once a pause, for all panels that show something of it', async () => {
      await open('create');
      await panel().getByText('The story has no headline').waitFor();
      await page.getByText('Links show here as soon as there is a headline or a text.').waitFor();
      const asked: Json[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().includes('/story-blocks/')) asked.push(request.postDataJSON());
      });
      await page
        .getByLabel('Headline', { exact: false })
        .first()
        .pressSequentially('Ferry frozen in again', { delay: 20 });
      await panel().getByText('Ferry frozen in again').waitFor();
      await page.waitForLoadState('networkidle');
      expect(asked.map(({ values, include }) => [values.title, include])).toEqual([
        ['Ferry frozen in again', ['related']],
      ]);
    });

    test('the teaser, lines and address are those that readers get', async () => {
      const id = await writeStory(writer, room, 'As readers see it', { section: room.sections.sport });
      await settled(app.strapi);
      await open(id);
      const { story } = (await api.get(`/api/story-blocks/pages/${id}`)).body.data;
      for (const line of [story.title, story.byline, story.url]) await panel().getByText(line).first().waitFor();
      // Where no block above has shown it already.
      const teasers: Json[] = [];
      for (const other of room.stories) {
        const { blocks } = (await api.get(`/api/story-blocks/pages/${other}`)).body.data;
        teasers.push(
          ...blocks.filter(({ type }: Json) => type === 'section-teaser').flatMap((block: Json) => block.teasers)
        );
      }
      const teaser = teasers.find(({ documentId }) => documentId === id);
      await panel().getByText(teaser.excerpt).waitFor();
      await panel().getByText('Cut at 60 characters, after a whole word. Set in the layout of Northern pnl.').waitFor();
      await panel().getByText('Nothing to see to.').waitFor();
    });

    test('the whole page is shown from the draft, opened and closed by keyboard', async () => {
      const id = await writeStory(writer, room, 'Its whole page', {}, false);
      await open(id);
      const button = panel().getByRole('button', { name: 'Preview the page' });
      await button.press('Enter');
      await dialog()
        .getByRole('heading', { name: headline(room, 'Its whole page') })
        .waitFor();
      for (const block of ['Related links', 'Section teaser', 'Headline rails', 'Share', 'Rights notice']) {
        await dialog().getByRole('region', { name: block, exact: true }).waitFor();
      }
      await dialog().getByText('News from Northern').waitFor();
      expect(await seriousFindings(page, dialog())).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog().waitFor({ state: 'detached' });
      await focusIsOn(button);
      expect((await api.get(`/api/story-blocks/pages/${id}`)).status).toBe(404);
    });

    test('a story in Arabic stands from right to left, in its own language', async () => {
      const words = paragraphs('راقب الصيادون الجليد وهو ينجرف جنوبا.');
      await writer.update('sites', room.sites.north, { name: 'Northern', tagline: 'أخبار الشمال' }, 'ar');
      await writer.update('sections', room.sections.sport, { name: 'رياضة', site: room.sites.north }, 'ar');
      const data = { title: 'الجليد يغلق الميناء', body: words, section: room.sections.sport };
      const id = await writer.create('articles', data, 'ar', false);
      await open(id, { locale: 'ar' });
      const teaser = panel().locator('[lang="ar"]').first();
      await teaser.getByText('الجليد يغلق الميناء').waitFor();
      expect(await teaser.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      await panel().getByRole('button', { name: 'Preview the page' }).click();
      const title = dialog().getByRole('heading', { name: 'الجليد يغلق الميناء' });
      await title.waitFor();
      expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      const masthead = dialog().locator('bdi', { hasText: /^Northern$/ });
      const rightOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().right);
      // A name in Latin letters begins where the page does, within the masthead's padding.
      expect((await rightOf(title)) - (await rightOf(masthead))).toBeLessThan(40);
    });

    test('a kill by keyboard: told where it stands, and afterwards that it has left each page', async () => {
      const title = headline(room, 'Must be killed');
      const id = await writeStory(writer, room, 'Must be killed', { section: room.sections.sport });
      const admin = await createAdmin(app);
      await admin.send('PUT', `/story-blocks/pins/${room.stories[0]}`, { data: { pins: [id] } });
      await settled(app.strapi);
      const before = (await api.get(`/api/story-blocks/pages/${room.stories[0]}`)).text;
      expect(before).toContain(title);
      await open(id);
      await page.getByText('Published', { exact: true }).waitFor();
      const kill = panel().getByRole('button', { name: 'Kill', exact: true });
      await kill.press('Enter');
      const confirm = dialog().getByRole('button', { name: 'Kill it' });
      const standing = dialog().getByRole('region', { name: 'Where it stands now' });
      await standing.getByText(/^\d+ pages$/).waitFor();
      const told = await standing.innerText();
      for (const block of ['The story itself', 'Related links', 'Section teaser', 'Headline rails']) {
        expect(told).toContain(block);
      }
      expect(told).toContain('Stories of the front');
      const count = Number(/(\d+) pages/.exec(told)?.[1]);
      expect(await standing.getByRole('listitem').count()).toBe(count);
      expect(await seriousFindings(page, dialog())).toEqual([]);

      await dialog().getByLabel('Note for the desk').fill('By the lawyers');
      await confirm.press('Enter');
      await dialog().getByText(`It has left ${count} of ${count} pages.`).waitFor();
      expect(await dialog().getByText('Gone', { exact: true }).count()).toBe(count);
      expect(await seriousFindings(page, dialog())).toEqual([]);
      await dialog().getByRole('button', { name: 'Close' }).last().press('Enter');
      await dialog().waitFor({ state: 'detached' });

      await panel().getByText('Killed', { exact: true }).waitFor();
      await panel().getByText('By the lawyers').waitFor();
      await panel().getByText('The story is killed. Lift the kill to publish it.').waitFor();
      // The edit view knows that the story is a draft.
      await page.getByText('Published', { exact: true }).waitFor({ state: 'detached' });
      for (const other of room.stories) {
        for (const accept of ['application/json', 'text/plain']) {
          const { text } = await api.get(`/api/story-blocks/pages/${other}`, { Accept: accept });
          expect(text, `${other} ${accept}`).not.toContain(title);
        }
      }
      const graphql = await api.graphql(`{ front(section: "${room.sections.sport}") { teasers { title } } }`);
      expect(graphql.text).not.toContain(title);

      await panel().getByRole('button', { name: 'Lift the hold' }).press('Enter');
      await page.getByRole('alertdialog').getByRole('button', { name: 'Lift the hold' }).press('Enter');
      await panel().getByText('Killed', { exact: true }).waitFor({ state: 'detached' });
      expect((await api.get(`/api/story-blocks/holds/${id}`)).body.data).toBeNull();
      expect((await api.get(`/api/story-blocks/pages/${id}`)).status).toBe(404);
    });

    test('an embargo ends by the clocks that were chosen', async () => {
      const id = await writeStory(writer, room, 'Not before noon', {}, false);
      await open(id);
      await panel().getByRole('button', { name: 'Embargo' }).press('Enter');
      await dialog().getByText('On no page: it is not published.').waitFor();
      await dialog().getByRole('button', { name: 'Set embargo' }).press('Enter');
      await dialog().getByText('Choose the day and the time').waitFor();
      await dialog().getByLabel('Ends on').fill('01/15/2031');
      await dialog().getByLabel('Ends on').press('Tab');
      await dialog().getByLabel('At').fill('12:05');
      await dialog().getByLabel('At').press('Tab');
      expect(await dialog().getByLabel('Clocks of').inputValue()).toBe('Europe/Oslo');
      expect(await seriousFindings(page, dialog())).toEqual([]);
      await dialog().getByRole('button', { name: 'Set embargo' }).press('Enter');
      await dialog().getByText('It stood on no page, and stands on none now.').waitFor();
      expect((await api.get(`/api/story-blocks/holds/${id}`)).body.data).toMatchObject({
        state: 'embargo',
        until: '2031-01-15T11:05:00.000Z',
        thenPublish: true,
      });
      await dialog().getByRole('button', { name: 'Close' }).last().click();
      await panel().getByText('Under embargo', { exact: true }).waitFor();
    });

    test('what an embargo lacks is told in sight, however long the list of pages is', async () => {
      const id = await writeStory(writer, room, 'Stands on many pages', { section: room.sections.sport });
      await settled(app.strapi);
      await page.setViewportSize({ width: 1280, height: 500 });
      await open(id);
      await panel().getByRole('button', { name: 'Embargo' }).press('Enter');
      await dialog().getByRole('listitem').first().waitFor();
      await dialog().getByRole('button', { name: 'Set embargo' }).press('Enter');
      const problem = dialog().getByRole('alert').getByText('Choose the day and the time');
      await problem.waitFor();
      const isInSight = await problem.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      expect(isInSight).toBe(true);
      expect(await seriousFindings(page, dialog())).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
    });

    test('nothing serious is found by axe in the dark: the note under the publish button, panel and lifting', async () => {
      const theme = (name: string) => page.evaluate((chosen) => localStorage.setItem('STRAPI_THEME', chosen), name);
      const id = await writeStory(writer, room, 'Held in the dark', {}, false);
      await api.write('PUT', `/api/story-blocks/holds/${id}`, { state: 'withheld' });
      await theme('dark');
      await open(id);
      const note = page.getByRole('status').filter({ hasText: 'Before publishing: 1 error' });
      await note.waitFor();
      await panel().getByText('Withheld', { exact: true }).waitFor();
      expect(await seriousFindings(page, page.locator('aside').filter({ has: note })), 'note').toEqual([]);
      expect(await seriousFindings(page, panel()), 'panel').toEqual([]);
      await panel().getByRole('button', { name: 'Lift the hold' }).press('Enter');
      const lift = page.getByRole('alertdialog');
      await lift.waitFor();
      expect(await seriousFindings(page, lift), 'lift dialog').toEqual([]);
      await lift.getByRole('button', { name: 'Cancel' }).press('Enter');
      await theme('light');
    });

    test('what fails is said, and asked again', async () => {
      const [id] = room.stories;
      await page.route('**/desk/story/preview', (route) => route.abort());
      await open(id);
      await panel().getByRole('alert').getByText('could not be found out').waitFor();
      await page.unroute('**/desk/story/preview');
      await panel().getByRole('button', { name: 'Try again' }).press('Enter');
      await panel().getByText('Teaser', { exact: true }).waitFor();
    });

    test('is not there on other types', async () => {
      await page.goto(`${app.url}/admin/content-manager/collection-types/api::author.author/create`);
      await page.getByRole('button', { name: 'Save' }).waitFor();
      expect(await page.getByText(TITLE).count()).toBe(0);
    });
  });

  describe('for a restricted editor', () => {
    const on = (action: string): Permission => ({
      action: `plugin::content-manager.explorer.${action}`,
      subject: ARTICLE,
      properties: { locales: ['en', 'fr'], ...(action === 'publish' ? {} : { fields: ['title', 'section', 'body'] }) },
    });

    test('who may not see it, why not', async () => {
      const own = await visit(await createAccountWith(app, ['read', 'update', 'publish'].map(on)));
      await open(room.stories[0], { on: own });
      await panelOf(own).getByText('Your role may not see how readers get stories.').waitFor();
      expect(await panelOf(own).getByText('Teaser', { exact: true }).count()).toBe(0);
      expect(await seriousFindings(own, panelOf(own))).toEqual([]);
      await own.close();
    });

    test('who may read it and not hold it: the story, and why not the rest', async () => {
      const actions = ['read', 'update', 'publish'].map(on);
      const own = await visit(await createAccountWith(app, [...actions, 'plugin::story-blocks.blocks.read']));
      const id = await writeStory(writer, room, 'For the editor', {}, false);
      await open(id, { on: own });
      await panelOf(own).getByText(headline(room, 'For the editor')).waitFor();
      await panelOf(own).getByText('Your role may not hold stories back.').waitFor();
      expect(await panelOf(own).getByRole('button', { name: 'Kill' }).count()).toBe(0);
      // The byline is none of his fields.
      const { byline } = (await api.get(`/api/story-blocks/pages/${id}?status=draft`)).body.data.story;
      expect(await panelOf(own).getByText(byline).count()).toBe(0);
      await panelOf(own).getByRole('button', { name: 'Preview the page' }).press('Enter');
      await dialog(own).getByRole('region', { name: 'Headline rails' }).waitFor();
      await own.close();
    });

    test('who may hold it and not see it: holds alone', async () => {
      const own = await visit(await createAccountWith(app, [on('read'), 'plugin::story-blocks.holds.set']));
      const id = await writer.create('articles', storyData(room, 'en', headline(room, 'To be withheld')), 'en');
      await settled(app.strapi);
      await open(id, { on: own });
      await panelOf(own).getByRole('button', { name: 'Withhold' }).press('Enter');
      await dialog(own)
        .getByText(/pages?$/)
        .first()
        .waitFor();
      await dialog(own).getByRole('button', { name: 'Withhold it' }).press('Enter');
      await dialog(own).getByRole('heading', { name: 'The story is withheld' }).waitFor();
      await dialog(own)
        .getByText(/^It has left (\d+) of \1 pages?\.$/)
        .waitFor();
      expect((await api.get(`/api/story-blocks/pages/${id}`)).status).toBe(404);
      await own.close();
    });
  });
});
