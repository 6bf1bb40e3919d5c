import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIEFS } from '../fixtures/related-news';
import { logInWith } from '../support/access/callers';
import { createAccount } from '../support/admin';
import { seriousFindings } from '../support/axe';
import { bootPanel, type OpenPanel } from '../support/browser';
import { type Client, createClient, type Json } from '../support/client';
import { dataOf, rested } from '../support/related';
import type { Running } from '../support/strapi';
import { contentApi } from '../support/writers';

const SETTINGS = '/admin/settings/story-blocks/settings';
const HEALTH = '/admin/settings/story-blocks/health';
const ACTIONS = ['settings.update', 'upkeep.read', 'upkeep.rebuild'].map((name) => `plugin::story-blocks.${name}`);

describe('settings and health', () => {
  let app: Running;
  let page: Page;
  let panel: OpenPanel;
  /** The admin's own routes, as another administrator. */
  let other: Client;
  const ids: string[] = [];

  beforeAll(async () => {
    panel = await bootPanel(async (api) => {
      const writer = contentApi(api);
      for (const [at, story] of BRIEFS.entries())
        ids.push(await writer.create('articles', dataOf(story, at), 'en', true));
      ids.push(
        await writer.create(
          'articles',
          dataOf({ title: 'Locks of Peillac', text: 'Barges wait for rain.' }, 40),
          'en',
          true
        )
      );
      ids.push(
        await writer.create(
          'articles',
          dataOf({ title: 'Rain in Peillac', text: 'Barges at the locks.' }, 41),
          'en',
          true
        )
      );
    });
    ({ app, page } = panel);
    await rested(app.strapi);
    other = createClient(app, await logInWith(app, ACTIONS));
  });
  afterAll(() => panel?.stop());

  const saved = async (): Promise<Json> => (await other.get('/story-blocks/settings')).body.data;
  const field = (name: string | RegExp, on = page) => on.getByLabel(name, { exact: true });
  const saveButton = (on = page) => on.getByRole('button', { name: 'Save', exact: true });
  const open = async (path: string, title: string, on = page) => {
    await on.goto(`${app.url}${path}`);
    await on.getByRole('heading', { name: title, level: 1 }).waitFor();
  };

  describe('the settings page, by an administrator', () => {
    test('explains each setting, with its range, its default and where that comes from', async () => {
      await open(SETTINGS, 'Settings');
      await page.getByText('Nothing has been saved yet').waitFor();
      expect(await field('Related links shown').inputValue()).toBe('8');
      await page.getByText('A whole number from 1 to 50. Default: 8.').waitFor();
      await page.getByText('Default: ap, from config/newsroom.').waitFor();
      for (const signal of [
        'Words in common',
        'About the same subject',
        'Same topics',
        'Same section',
        'Near in time',
      ]) {
        expect(await field(signal).count(), signal).toBe(1);
      }
      expect(await saveButton().isDisabled()).toBe(true);
      expect(await seriousFindings(page)).toEqual([]);
    });

    test('saves by keyboard alone, says what is saved here, and takes it back', async () => {
      await open(SETTINGS, 'Settings');
      await field('Related links shown').focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('6');
      await page.keyboard.press('Tab');
      await page.getByText('Not saved yet').waitFor();
      await saveButton().focus();
      await page.keyboard.press('Enter');
      await page.getByText('Saved. The settings hold from now on.').first().waitFor();
      await page.getByText('Saved here', { exact: true }).waitFor();
      expect((await saved()).saved).toEqual({ blocks: { relatedLimit: 6 } });

      await page.getByRole('button', { name: 'Set Related links shown back to its default' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => field('Related links shown').inputValue()).toBe('8');
      await saveButton().click();
      await expect.poll(async () => (await saved()).saved).toEqual({});
    });

    test('does not save what is outside the range, and says why', async () => {
      await open(SETTINGS, 'Settings');
      await field('Related links shown').fill('51');
      await page.keyboard.press('Tab');
      await page.getByText('Not a value that can be saved. A whole number from 1 to 50.').waitFor();
      expect(await saveButton().isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await expect.poll(() => field('Related links shown').inputValue()).toBe('8');
    });

    test('asks before changes are lost on the way to another page', async () => {
      await open(SETTINGS, 'Settings');
      await field('Related links shown').fill('7');
      await page.keyboard.press('Tab');
      await page.getByRole('link', { name: 'Health', exact: true }).click();
      const dialog = page.getByRole('alertdialog', { name: 'Changes are not saved' });
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      expect(await field('Related links shown').inputValue()).toBe('7');
      await page.getByRole('link', { name: 'Health', exact: true }).click();
      await dialog.getByRole('button', { name: 'Confirm' }).click();
      await page.getByRole('heading', { name: 'Health', level: 1 }).waitFor();
    });

    test('keeps what two administrators set at once: the later one is told, and saves on top', async () => {
      await open(SETTINGS, 'Settings');
      const { version } = await saved();
      await field('Headlines in a rail').fill('9');
      await page.keyboard.press('Tab');
      const settings = { blocks: { teaserCount: 3 } };
      expect((await other.send('PUT', '/story-blocks/settings', { data: { version, settings } })).status).toBe(200);
      await saveButton().click();
      await page.getByText('Somebody else saved settings meanwhile').waitFor();
      expect((await saved()).saved).toEqual(settings);
      expect(await field('Stories in a section teaser').inputValue()).toBe('3');
      expect(await field('Headlines in a rail').inputValue()).toBe('9');
      expect(await seriousFindings(page)).toEqual([]);
      await saveButton().click();
      await page.getByText('Saved. The settings hold from now on.').first().waitFor();
      expect((await saved()).saved).toEqual({ blocks: { teaserCount: 3, railLimit: 9 } });
    });

    test('shows the links of a story by the weights under edit beside those of now', async () => {
      await open(SETTINGS, 'Settings');
      const story = page.getByRole('combobox', { name: 'Story' });
      await story.click();
      await story.pressSequentially('Locks');
      await page.getByRole('option', { name: 'Locks of Peillac' }).click();
      await page.getByRole('heading', { name: 'With your changes' }).waitFor();
      const lists = page.getByRole('heading', { name: /^(Now|With your changes)$/ }).locator('xpath=..');
      await expect.poll(() => lists.nth(0).getByText('Rain in Peillac').count()).toBe(1);
      for (const signal of ['Words in common', 'About the same subject']) {
        await field(signal).fill('0');
        await page.keyboard.press('Tab');
      }
      await expect.poll(() => lists.nth(1).getByText('Rain in Peillac').count()).toBe(0);
      expect(await lists.nth(0).getByText('Rain in Peillac').count()).toBe(1);
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Discard changes' }).click();
    });

    test('other weights make links again, and the page tells how far that is', async () => {
      await open(SETTINGS, 'Settings');
      await field('Same topics').fill('0.7');
      await page.keyboard.press('Tab');
      await saveButton().click();
      await page.getByText(/Links are being made again by these settings: \d+ of \d+ stories/).waitFor();
      expect(await page.getByRole('progressbar').count()).toBe(1);
      await expect.poll(() => page.getByRole('progressbar').count(), { timeout: 30_000 }).toBe(0);
      await rested(app.strapi);
    });

    test('chooses a language to borrow from', async () => {
      await open(SETTINGS, 'Settings');
      const french = field(/^French/);
      await french.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: /^English/ }).click();
      await page.keyboard.press('Escape');
      await saveButton().click();
      await expect.poll(async () => (await saved()).saved.related?.borrow).toEqual({ fr: ['en'] });
    });
  });

  describe('the caches on the settings page', () => {
    let integrator: Client;
    beforeAll(async () => {
      integrator = createClient(app, await logInWith(app, ['admin::webhooks.read']));
    });
    const webhooks = async (): Promise<Json[]> => (await integrator.get('/admin/webhooks')).body.data;

    test('have a time for each kind of answer, saved and taken back like any setting', async () => {
      await open(SETTINGS, 'Settings');
      const shared = field('Story pages: Caches that are told');
      expect(await shared.inputValue()).toBe('600');
      await shared.fill('60');
      await page.keyboard.press('Tab');
      await saveButton().click();
      await expect.poll(async () => (await saved()).saved.delivery).toEqual({ pages: { sharedMaxAge: 60 } });
      const browsers = field('Rails: Browsers');
      await browsers.fill('86401');
      await page.keyboard.press('Tab');
      await page.getByText('Not a value that can be saved. A whole number from 0 to 86,400.').waitFor();
      expect(await saveButton().isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Discard changes' }).click();
      await page.getByRole('button', { name: 'Set Story pages: Caches that are told back to its default' }).click();
      await saveButton().click();
      await expect.poll(async () => (await saved()).saved.delivery).toBeUndefined();
      expect(await seriousFindings(page)).toEqual([]);
    });

    test('warn where none is told, and are told by a webhook that is made here', async () => {
      await open(SETTINGS, 'Settings');
      await page.getByText('No cache is told').waitFor();
      const add = page.getByRole('button', { name: 'Add webhook' });
      expect(await add.isDisabled()).toBe(true);
      await field('Name of the cache').fill('Varnish');
      await field('Address of the relay').fill('no address');
      await field('Secret').fill('only we know');
      await add.click();
      await page.getByRole('alert').filter({ hasText: 'url must be a valid URL' }).waitFor();
      expect(await webhooks()).toEqual([]);
      await field('Address of the relay').fill('http://127.0.0.1:8090/purge');
      await add.click();
      await page.getByRole('link', { name: 'Varnish', exact: true }).waitFor();
      await expect.poll(() => page.getByText('No cache is told').count()).toBe(0);
      expect(await webhooks()).toMatchObject([
        {
          name: 'Varnish',
          url: 'http://127.0.0.1:8090/purge',
          headers: { 'X-Purge-Secret': 'only we know' },
          events: ['story-blocks.changed'],
          isEnabled: true,
        },
      ]);
      expect(await seriousFindings(page)).toEqual([]);
    });

    test('are still told after the webhook was saved in Strapi’s own form, which does not show the event', async () => {
      await open(SETTINGS, 'Settings');
      await page.getByRole('link', { name: 'Varnish', exact: true }).click();
      await page.getByRole('heading', { name: 'Varnish', level: 1 }).waitFor();
      await page.getByLabel('Name', { exact: false }).first().fill('Varnish in front');
      await saveButton().click();
      await expect.poll(async () => (await webhooks())[0].name).toBe('Varnish in front');
      expect((await webhooks())[0].events).toEqual(['story-blocks.changed']);
    });

    test('are not shown to whoever may not read webhooks', async () => {
      const roles = app.strapi.service('admin::role') as unknown as {
        addPermissions(id: number, permissions: Json[]): Promise<unknown>;
      };
      const { id } = await app.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-author' } });
      await roles.addPermissions(id, [{ action: ACTIONS[0], subject: null, properties: {}, conditions: [] }]);
      const author = await panel.open(await createAccount(app, 'strapi-author'));
      await open(SETTINGS, 'Settings', author);
      await author.getByText('You may not read webhooks').waitFor();
      expect(await author.getByRole('button', { name: 'Add webhook' }).count()).toBe(0);
    });
  });

  describe('the health page, by an administrator', () => {
    test('shows that all is well', async () => {
      await rested(app.strapi);
      await open(HEALTH, 'Health');
      await page.getByText('Every published story is ready.').waitFor();
      await page.getByText(`${ids.length} of ${ids.length}`).first().waitFor();
      await page.getByText('There has been no rebuild yet.').waitFor();
      await page.getByRole('gridcell', { name: 'English', exact: true }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    });

    test('names stories that failed, and tries them again', async () => {
      const failed = { error: 'the dictionary was closed', attempts: 3, retry_at: Date.now() + 3_600_000 };
      await app.strapi.db.connection('story_blocks_cards').whereIn('document_id', ids.slice(0, 2)).update(failed);
      await open(HEALTH, 'Health');
      await page.getByRole('heading', { name: 'Stories that failed' }).waitFor();
      expect(await page.getByText('the dictionary was closed').count()).toBe(2);
      expect(await seriousFindings(page)).toEqual([]);
      const one = page.getByRole('button', { name: `Try again: ${BRIEFS[0].title}` });
      await one.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByText('the dictionary was closed').count(), { timeout: 20_000 }).toBe(1);
      await page.getByRole('button', { name: 'Try all again' }).click();
      await page.getByText('1 story is tried again.').first().waitFor();
      await expect.poll(() => page.getByRole('heading', { name: 'Stories that failed' }).count()).toBe(0);
    });

    test('names pins that lead nowhere', async () => {
      const writer = contentApi(panel.api);
      const gone = await writer.create('articles', { title: 'Soon deleted' }, 'en', true);
      const pins = [{ documentId: gone }];
      const mayRead = {
        action: 'plugin::content-manager.explorer.read',
        subject: 'api::article.article',
        properties: { fields: ['title'], locales: ['en', 'fr'] },
      };
      const admin = createClient(app, await logInWith(app, ['plugin::story-blocks.pins.set', mayRead]));
      const address = `/story-blocks/pins/${ids[0]}?locale=en`;
      expect((await admin.send('PUT', address, { data: { pins, hides: [] } })).status).toBe(200);
      await writer.delete('articles', gone, 'en');
      await open(HEALTH, 'Health');
      await page.getByRole('heading', { name: 'Pins that lead nowhere' }).waitFor();
      const pinned = page.locator('section').filter({ hasText: 'Pins that lead nowhere' });
      const link = pinned.getByRole('link', { name: BRIEFS[0].title });
      expect(await link.getAttribute('href')).toContain(ids[0]);
      await admin.send('PUT', address, { data: { pins: [], hides: [] } });
    });

    test('starts a rebuild by keyboard, watches it, and says who did it', async () => {
      await open(HEALTH, 'Health');
      await page.getByRole('button', { name: 'Rebuild', exact: true }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('alertdialog');
      await dialog.waitFor();
      await dialog.getByRole('button', { name: 'Confirm' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText(/Last: .*, by Test strapi-super-admin, took/).waitFor();
      await page.getByText(/Links of \d+ stories made\./).waitFor();
      await page.getByRole('button', { name: 'Compare now' }).click();
      await page.getByText(/Nothing had to be mended\.$/).waitFor();
    });

    test('shows a rebuild of another node under way, and stops it', async () => {
      const runs = () => app.strapi.db.connection('story_blocks_runs');
      const progress = JSON.stringify({ step: 'links', part: 'words', done: 20, total: 80 });
      const run = { pass: 'rebuild', open: 'rebuild', state: 'running', node: 'another', asked_by: 'Night desk' };
      const now = Date.now();
      await runs().insert({ ...run, asked_at: now, started_at: now, beat_at: now + 600_000, progress });
      await open(HEALTH, 'Health');
      await page.getByText('Reading words: 20 of 80').waitFor();
      expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Stop the rebuild' }).click();
      await page.getByText('Stopping…').waitFor();
      await expect.poll(async () => Boolean((await runs().where({ open: 'rebuild' }).first()).stopping)).toBe(true);
      await runs().where({ open: 'rebuild' }).update({ open: null, state: 'stopped', ended_at: Date.now() });
      await page.getByText('The next rebuild goes on from where it was stopped.').waitFor();
    });
  });

  test('nothing serious is found by axe in the dark', async () => {
    const theme = (name: string) => page.evaluate((chosen) => localStorage.setItem('STRAPI_THEME', chosen), name);
    await theme('dark');
    await open(SETTINGS, 'Settings');
    await field('Headlines in a rail').fill('51');
    await page.keyboard.press('Tab');
    await page.getByText('Not a value that can be saved.').waitFor();
    expect(await seriousFindings(page), 'settings').toEqual([]);
    await page.getByRole('button', { name: 'Discard changes' }).click();

    const failed = { error: 'the dictionary was closed', attempts: 3, retry_at: Date.now() + 3_600_000 };
    const cards = () => app.strapi.db.connection('story_blocks_cards').where({ document_id: ids[0] });
    await cards().update(failed);
    await open(HEALTH, 'Health');
    await page.getByRole('heading', { name: 'Stories that failed' }).waitFor();
    expect(await seriousFindings(page), 'health').toEqual([]);
    await cards().update({ error: null, attempts: 0, retry_at: null });
    await theme('light');
  });

  describe('an editor', () => {
    let editor: Page;
    beforeAll(async () => {
      editor = await panel.open(await createAccount(app, 'strapi-editor'));
    });

    test.each([
      [SETTINGS, 'Settings', 'Change ranking, limits and defaults of blocks'],
      [HEALTH, 'Health', 'Read the health report'],
    ])('without the permission is told which one %s asks for', async (path, title, permission) => {
      await open(path, title, editor);
      await editor.getByText(`You need the permission “${permission}”`).waitFor();
      expect(await editor.getByRole('link', { name: title, exact: true }).count()).toBeGreaterThan(0);
      expect(await seriousFindings(editor)).toEqual([]);
    });

    test('who may read the report alone sees why he starts nothing', async () => {
      const roles = app.strapi.service('admin::role') as unknown as {
        addPermissions(id: number, permissions: Json[]): Promise<unknown>;
      };
      const { id } = await app.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } });
      await roles.addPermissions(id, [
        { action: 'plugin::story-blocks.upkeep.read', subject: null, properties: {}, conditions: [] },
      ]);
      await open(HEALTH, 'Health', editor);
      await editor.getByText('Every published story is ready.').waitFor();
      const why = 'you need the permission “Rebuild cards and links, and retry those that failed”';
      expect(await editor.getByText(why).count()).toBe(2);
      for (const name of ['Rebuild', 'Compare now']) {
        expect(await editor.getByRole('button', { name, exact: true }).isDisabled()).toBe(true);
      }
      expect(await seriousFindings(editor)).toEqual([]);
    });
  });

  test('the roles page names what each permission of the plugin is for', async () => {
    const { id } = await app.strapi.db.query('admin::role').findOne({ where: { code: 'strapi-editor' } });
    await page.goto(`${app.url}/admin/settings/roles/${id}`);
    await page.getByRole('tab', { name: 'Plugins' }).click();
    await page.getByRole('button', { name: /story-blocks/i }).click();
    for (const name of ['Pin and hide related links', 'Hold and kill stories', 'Read the health report']) {
      expect(await page.getByText(name).count(), name).toBeGreaterThan(0);
    }
  });
});
