import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { installApp, pluginOf, type Started, StartFailed, startApp } from '../fixtures/second-app/install-app';
import { type Client, createClient, type Json } from '../support/client';

const ADMIN = { email: 'editor@second.example', password: 'Second-app-1' };
const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2025-05-06T00:00:00.000Z');

const lines = (text: string) => text.split('\n').filter(Boolean);
const files = (dir: string): string[] =>
  fs.readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    return entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [];
  });

/** Posts, categories and writers instead of articles and sections: what the plugin knows of them is config/newsroom. */
describe('an application with other types, and the packed plugin alone', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-second-'));
  let appDir: string;
  let installed: string;
  let said: string;
  let app: Started | undefined;
  let api: Client;
  let admin: Client;
  let token: string;
  /** Document ids by a short name. */
  const ids: Record<string, string> = {};

  async function start(env: Record<string, string> = {}): Promise<void> {
    app = await startApp(appDir, env);
    const login = await createClient(app).send('POST', '/admin/login', ADMIN);
    admin = createClient(app, login.body?.data?.token);
    api = createClient(app, token);
  }
  async function stop(): Promise<void> {
    await app?.stop();
    app = undefined;
  }
  /** Waits until cards are what is published and links are made. */
  const settled = () =>
    vi.waitFor(
      async () => {
        const { body } = await admin.get('/story-blocks/health');
        expect(body.data).toMatchObject({ waiting: 0, stale: 0, failed: [], blocks: [] });
        expect(body.data.reconciled, 'the first comparison').not.toBeNull();
        expect(body.data.cards).toBe(body.data.published);
      },
      { timeout: 60_000, interval: 100 }
    );
  let filed = 0;
  async function post(name: string, headline: string, more: Json, query = ''): Promise<void> {
    filed += 1;
    const created = await api.write('POST', `/api/posts${query}`, {
      headline,
      handle: name,
      postedAt: new Date(FIRST + filed * HOUR_MS).toISOString(),
      ...more,
    });
    ids[name] = created.documentId;
  }
  const unpublish = (name: string) =>
    admin.send('POST', `/content-manager/collection-types/api::post.post/${ids[name]}/actions/unpublish`, {});
  const page = async (name: string) => (await api.get(`/api/story-blocks/pages/${ids[name]}`)).body?.data;
  const block = async (name: string, type: string) =>
    (await page(name)).blocks.find((one: { type: string }) => one.type === type);
  /** The harbour's headlines on a page that has nothing else. */
  const rail = async () => {
    const [first] = (await block('auction', 'headline-rails'))?.rails ?? [];
    return first && { label: first.label, titles: first.headlines.map((one: { title: string }) => one.title) };
  };

  beforeAll(async () => {
    ({ appDir, said } = await installApp(dir));
    installed = path.join(appDir, 'node_modules/strapi-plugin-story-blocks');
    app = await startApp(appDir);
    const visitor = createClient(app);
    await visitor.send('POST', '/admin/register-admin', { firstname: 'Second', lastname: 'Editor', ...ADMIN });
    const login = await visitor.send('POST', '/admin/login', ADMIN);
    admin = createClient(app, login.body.data.token);
    const key = { name: 'test', description: '', type: 'full-access', lifespan: null };
    token = (await admin.send('POST', '/admin/api-tokens', key)).body.data.accessKey;
    api = createClient(app, token);

    for (const [name, title, label] of [
      ['harbour', 'Harbour', 'ON THE WATER'],
      ['market', 'Market', ''],
    ]) {
      ids[name] = (await api.write('POST', '/api/categories', { title, label })).documentId;
    }
    ids.ferries = (await api.write('POST', '/api/tags', { word: 'Ferries' })).documentId;
    ids.ada = (await api.write('POST', '/api/writers', { name: 'Ada Quill' })).documentId;
    await api.write('PUT', `/api/categories/${ids.harbour}`, {
      layout: [
        { __component: 'story-blocks.related-links', heading: 'More like this', limit: 2 },
        { __component: 'story-blocks.section-teaser', section: ids.market, count: 1, length: 23, tail: ' …' },
        { __component: 'story-blocks.headline-rails', rails: [{ section: ids.harbour, limit: 2 }] },
        { __component: 'desk.reading-time', label: 'Read in', wordsPerMinute: 10 },
        { __component: 'story-blocks.rights', from: 2029, to: 2031, owner: 'Quay Press', template: '{years} {owner}' },
      ],
    });
    await api.write('PUT', `/api/categories/${ids.market}`, {
      layout: [{ __component: 'story-blocks.headline-rails', rails: [{ section: ids.harbour, limit: 5 }] }],
    });

    const harbour = { category: ids.harbour };
    await post('pilot', 'A pilot retires', { ...harbour, text: 'She brought nine thousand ships in.' });
    await post('tug', 'Tug pulls the ferry Solvei free', { ...harbour, text: 'The ferry Solvei floats again.' });
    await post('auction', 'Cod auction moves', {
      category: ids.market,
      text: 'Buyers bid from their kitchens from now on.',
    });
    await post('inquiry', 'Inquiry into the ferry Solvei', {
      ...harbour,
      tags: [ids.ferries],
      text: 'Why the ferry Solvei ran aground on Tern Bank.',
    });
    await post('aground', 'Ferry Solvei runs aground on Tern Bank', {
      ...harbour,
      tags: [ids.ferries],
      writer: ids.ada,
      text: 'The ferry Solvei ran aground on Tern Bank at dawn.\n\n## All safe\n\nNobody was hurt.',
    });
    await settled();
    // Packages are packed, installed and built into an application.
  }, 600_000);
  afterAll(async () => {
    await stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  test('runs the packed plugin, not the one of this repository', () => {
    expect(pluginOf(appDir)).toBe(path.join(installed, 'package.json'));
    expect(fs.lstatSync(installed).isSymbolicLink()).toBe(false);
  });

  test('gets the components from the packed command, pointed at its own types', () => {
    const component = (name: string) =>
      JSON.parse(fs.readFileSync(path.join(appDir, `src/components/story-blocks/${name}.json`), 'utf8')).attributes;
    expect(component('rail').section.target).toBe('api::category.category');
    expect(component('section-teaser').section.target).toBe('api::category.category');
    expect(component('rights')).not.toHaveProperty('sources');
    expect(component('rights')).toHaveProperty('owner');
    expect(said).toContain('rights.json, without sources: no source type');
    const again = execFileSync(process.execPath, [path.join(installed, 'bin/story-blocks.cjs'), 'init'], {
      cwd: appDir,
      encoding: 'utf8',
    });
    expect(again).not.toContain('written');
  });

  test('finds no word of the reference application in what is shipped', () => {
    const words = /\barticle|\bapi::(author|dateline|section|site|source|topic)\b/i;
    // In French, a story is an "article" whatever its type is called.
    const isFrench = (file: string) => /\/admin\/fr-[^/]+\.m?js$/.test(file);
    const found = files(path.join(installed, 'dist')).filter(
      (file) => !isFrench(file) && words.test(fs.readFileSync(file, 'utf8'))
    );
    expect(found).toEqual([]);
  });

  test('names no package in what is shipped that is not published', () => {
    const found = files(path.join(installed, 'dist')).filter((file) =>
      fs.readFileSync(file, 'utf8').includes('@wiredesk/')
    );
    expect(found).toEqual([]);
  });

  test('has its story pages by REST', async () => {
    const { story, site, blocks } = await page('aground');
    expect(site).toBeNull();
    expect(story).toMatchObject({
      title: 'Ferry Solvei runs aground on Tern Bank',
      slug: 'aground',
      url: '/aground',
      locale: null,
      kicker: 'ON THE WATER',
      byline: 'Ada Quill',
      dateline: null,
      filedAt: '2025-05-06T05:00:00.000Z',
    });
    expect(story.body.map((node: { type: string }) => node.type)).toEqual(['paragraph', 'heading', 'paragraph']);
    expect(blocks.map((one: { type: string }) => one.type)).toEqual([
      'related-links',
      'section-teaser',
      'headline-rails',
      'desk.reading-time',
      'rights',
    ]);
    const [related, teaser, rails, reading, rights] = blocks;
    expect(related.links.map((link: { documentId: string }) => link.documentId)).toEqual([ids.inquiry, ids.tug]);
    expect(related.links[0].reasons).toEqual(
      expect.arrayContaining([
        { type: 'topic', label: 'Ferries' },
        { type: 'section', label: 'Harbour' },
        { type: 'same-day', label: '2025-05-06' },
      ])
    );
    expect(teaser.teasers).toMatchObject([
      { documentId: ids.auction, excerpt: 'Buyers bid from their …', truncated: true },
    ]);
    expect(rails.rails).toEqual([
      {
        label: 'ON THE WATER',
        section: { slug: null, name: 'Harbour' },
        headlines: [expect.objectContaining({ documentId: ids.pilot, title: 'A pilot retires', url: '/pilot' })],
      },
    ]);
    expect(reading).toEqual({ type: 'desk.reading-time', label: 'Read in', minutes: 2 });
    expect(rights.text).toBe('2029-2031 Quay Press');
  });

  test('has them as text, the block of somebody else among them', async () => {
    const { text } = await api.get(`/api/story-blocks/pages/${ids.aground}`, { Accept: 'text/plain' });
    expect(lines(text)).toEqual([
      'ON THE WATER',
      'Ferry Solvei runs aground on Tern Bank',
      'Ada Quill',
      'The ferry Solvei ran aground on Tern Bank at dawn.',
      '- All safe -',
      'Nobody was hurt.',
      'More like this',
      'Inquiry into the ferry Solvei',
      'Tug pulls the ferry Solvei free',
      'Market',
      'Cod auction moves',
      'Buyers bid from their …',
      'ON THE WATER',
      'A pilot retires',
      'Read in: 2 min',
      '2029-2031 Quay Press',
    ]);
  });

  test('shows a post in a rail as soon as its category connects it, and no longer than that', async () => {
    await post('buoy', 'A buoy goes missing', { text: 'It was last seen on Monday.' });
    const before = await rail();
    expect(before.titles).not.toContain('A buoy goes missing');
    const connect = (how: 'connect' | 'disconnect') =>
      api.write('PUT', `/api/categories/${ids.harbour}`, { posts: { [how]: [ids.buoy] } });
    await connect('connect');
    expect(await rail()).toEqual({ ...before, titles: ['A buoy goes missing', ...before.titles] });
    expect((await page('buoy')).story.kicker).toBe('ON THE WATER');
    await connect('disconnect');
    expect(await rail()).toEqual(before);
    expect((await page('buoy')).story.kicker).toBeNull();
  });

  test('shows the new name of a category at the next read', async () => {
    await api.write('PUT', `/api/categories/${ids.harbour}`, { label: 'QUAYSIDE' });
    expect((await rail())?.label).toBe('QUAYSIDE');
    expect((await page('aground')).story.kicker).toBe('QUAYSIDE');
    await api.write('PUT', `/api/categories/${ids.harbour}`, { label: '' });
    expect((await page('aground')).story.kicker).toBe('Harbour');
  });

  test('shows an unpublished post nowhere at the next read', async () => {
    expect((await unpublish('inquiry')).status).toBe(200);
    expect((await api.get(`/api/story-blocks/pages/${ids.inquiry}`)).status).toBe(404);
    expect((await rail())?.titles).not.toContain('Inquiry into the ferry Solvei');
    expect(JSON.stringify(await page('aground'))).not.toContain('Inquiry');
    await api.write('PUT', `/api/posts/${ids.inquiry}`, {});
    expect((await rail())?.titles).toContain('Inquiry into the ferry Solvei');
  });

  test('lets its editors pin and hide related links', async () => {
    const will = { data: { pins: [ids.auction], hides: [ids.tug] } };
    const answer = await admin.send('PUT', `/story-blocks/pins/${ids.aground}`, will);
    expect(answer.body).toMatchObject(will);
    await settled();
    const { links } = await block('aground', 'related-links');
    expect(links.map((link: { documentId: string }) => link.documentId)).toEqual([ids.auction, ids.inquiry]);
    expect(links[0]).toMatchObject({ pinned: true, reasons: [{ type: 'pinned' }] });
  });

  test('loses nothing while the plugin is switched off, and catches up when it is on again', async () => {
    await post('held', 'Harbour dues fall', {});
    await post('draft', 'Night ferry returns', { category: ids.harbour, text: 'From June.' }, '?status=draft');
    await post('goner', 'Gulls are counted', { category: ids.harbour });
    const hold = { data: { state: 'withheld', note: 'until the council has met' } };
    expect((await api.send('PUT', `/api/story-blocks/holds/${ids.held}`, hold)).status).toBe(200);
    await settled();
    await stop();

    await start({ STORY_BLOCKS: 'false' });
    expect((await api.get(`/api/story-blocks/pages/${ids.aground}`)).status).toBe(404);
    await api.write('PUT', `/api/posts/${ids.draft}`, {});
    await api.write('PUT', `/api/posts/${ids.pilot}`, { headline: 'A pilot comes back' });
    await api.write('PUT', `/api/categories/${ids.harbour}`, { label: 'PORT' });
    await api.write('DELETE', `/api/posts/${ids.goner}`);
    await api.write('PUT', `/api/posts/${ids.held}`, {});
    expect((await unpublish('tug')).status).toBe(200);
    await stop();

    await start();
    await settled();
    expect(await rail()).toEqual({
      label: 'PORT',
      titles: [
        'Night ferry returns',
        'Ferry Solvei runs aground on Tern Bank',
        'Inquiry into the ferry Solvei',
        'A pilot comes back',
      ],
    });
    expect((await page('draft')).story.title).toBe('Night ferry returns');
    for (const name of ['tug', 'goner'])
      expect((await api.get(`/api/story-blocks/pages/${ids[name]}`)).status).toBe(404);

    const { links } = await block('aground', 'related-links');
    expect(links.map((link: { documentId: string }) => link.documentId)).toEqual([ids.auction, ids.inquiry]);
    const pins = await admin.get(`/story-blocks/pins/${ids.aground}`);
    expect(pins.body.data).toMatchObject({ pins: [ids.auction], hides: [ids.tug], version: 1 });
    expect((await page('aground')).blocks.map((one: { type: string }) => one.type)).toEqual([
      'related-links',
      'headline-rails',
      'desk.reading-time',
      'rights',
    ]);
    const held = await api.get(`/api/story-blocks/holds/${ids.held}`);
    expect(held.body.data).toMatchObject(hold.data);
  });

  test('keeps a held story back that got published while nobody refused it', async () => {
    expect((await api.get(`/api/story-blocks/pages/${ids.held}`)).status).toBe(404);
    expect((await api.get(`/api/posts/${ids.held}`)).status).toBe(404);
    const refused = await api.send('PUT', `/api/posts/${ids.held}`, { data: {} });
    expect(refused.status).toBe(409);
    expect(refused.body.error.details.code).toBe('STORY_HELD');
  });

  test('does not start on a mapping that does not fit, and says which key', async () => {
    await stop();
    const mapping = path.join(appDir, 'config/newsroom.js');
    fs.writeFileSync(mapping, fs.readFileSync(mapping, 'utf8').replace("'postedAt'", "'filedOn'"));
    const failure = await startApp(appDir).then(
      () => null,
      (error: unknown) => error
    );
    expect(failure).toBeInstanceOf(StartFailed);
    const { code, output } = failure as StartFailed;
    expect(code).toBe(1);
    expect(output).toContain(
      'config/newsroom: types.story.fields.filedAt names "filedOn", but api::post.post has no such field; it has headline, handle, '
    );
  });
});
