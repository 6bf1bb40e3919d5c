import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, manager, succeeded } from '../support/admin';
import { writeOldStories } from '../support/archive';
import { bootChanged, editSchema, switchOff } from '../support/changed-app';
import { createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, layouts, type Newsroom, storyData } from '../support/newsroom';
import { anyClient, type BootOptions, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk } from '../support/writers';

interface Upkeep {
  check(): Promise<{ drift: unknown[] }>;
  reconcile(): Promise<{ repaired: number }>;
  rebuild(progress: () => void): Promise<unknown>;
}
const FUTURE = '2031-05-06T07:08:00.000Z';
const HOUR = 3_600_000;
/** Strapi's own, of what is live. */
async function publishedAtOf({ strapi }: Running, documentId: string): Promise<string> {
  const where = { documentId, locale: 'en', publishedAt: { $notNull: true } };
  const row = await strapi.db.query('api::article.article').findOne({ where });
  return new Date(row.publishedAt).toISOString();
}
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

describe.each(anyClient)('when a story was first published, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let room: Newsroom;
  let upkeep: Upkeep;
  let count = 0;
  const articles = () => documentsOf(app.strapi, 'articles');
  const rows = (name: string) => app.strapi.db.connection(name);
  const kept = (documentId: string, locale = 'en') =>
    rows('story_blocks_first_publications').where({ document_id: documentId, locale });

  async function draft(more: Data = {}): Promise<string> {
    count += 1;
    const { documentId } = await articles().create({
      data: storyData(room, 'en', `Number ${count} is told`, more),
      locale: 'en',
    } as never);
    return documentId;
  }
  async function publish(documentId: string, locale = 'en'): Promise<void> {
    await sleep(3);
    await articles().publish({ documentId, locale });
  }
  const unpublish = (documentId: string, locale = 'en') => articles().unpublish({ documentId, locale });
  async function live(more: Data = {}): Promise<string> {
    const id = await draft(more);
    await publish(id);
    return id;
  }
  async function storyOf(documentId: string, locale = 'en', more = ''): Promise<Json> {
    const { status, body } = await desk.api.get(`/api/story-blocks/pages/${documentId}?locale=${locale}${more}`);
    return status === 200 ? body.data.story : null;
  }
  const firstOf = async (documentId: string, locale = 'en'): Promise<string> =>
    (await storyOf(documentId, locale))?.firstPublishedAt;
  const frontOf = async (section: string, more = ''): Promise<Json[]> =>
    (await desk.api.get(`/api/story-blocks/fronts/sections/${section}?locale=en${more}`)).body.data.teasers;
  const hold = (id: string, data: Data) => desk.api.write('PUT', `/api/story-blocks/holds/${id}`, data);
  const update = (documentId: string, data: Data, status: 'draft' | 'published' = 'published', locale = 'en') =>
    articles().update({ documentId, locale, status, data } as never);

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    room = await foundNewsroom(contentApi(desk.api), 'first', { stories: false });
    upkeep = app.strapi.plugin('story-blocks').service('upkeep') as Upkeep;
  });
  afterAll(() => app?.stop());

  test('is the instant of the transaction, as Strapi has it too', async () => {
    const id = await draft();
    expect(await firstOf(id)).toBeUndefined();
    const before = new Date().toISOString();
    await publish(id);
    const first = await firstOf(id);
    expect(first >= before && first <= new Date().toISOString()).toBe(true);
    expect(await publishedAtOf(app, id)).toBe(first);
  });

  /** What an editor, an operator or time may do to a live story. */
  const ways: [string, (id: string) => Promise<unknown>][] = [
    ['is published again', (id) => publish(id)],
    ['is unpublished and published again', async (id) => [await unpublish(id), await publish(id)]],
    [
      'is unpublished and published again, twice',
      async (id) => [await unpublish(id), await publish(id), await unpublish(id), await publish(id)],
    ],
    ['is updated in place', (id) => update(id, { title: 'Corrected' })],
    [
      'is changed as a draft and published',
      async (id) => [await update(id, { title: 'New' }, 'draft'), await publish(id)],
    ],
    ['has its draft discarded', (id) => articles().discardDraft({ documentId: id, locale: 'en' })],
    ['is updated by REST', (id) => desk.api.write('PUT', `/api/articles/${id}?locale=en`, { title: 'By REST' })],
    [
      'is published in bulk',
      (id) =>
        desk.admin.send('POST', manager('articles', '/actions/bulkPublish'), { documentIds: [id], locale: ['en'] }),
    ],
    ['changes its slug', (id) => update(id, { slug: `other-${id}` })],
    ['is given a filing date in the past', (id) => update(id, { filedAt: '2019-01-01T00:00:00.000Z' })],
    ['is given a filing date ahead', (id) => update(id, { filedAt: FUTURE })],
    ['is reconciled', () => upkeep.reconcile()],
    ['is rebuilt', () => upkeep.rebuild(() => {})],
    [
      'is rebuilt after its card was lost',
      async (id) => [
        await rows('story_blocks_cards').where({ document_id: id }).delete(),
        await upkeep.rebuild(() => {}),
      ],
    ],
    [
      'is changed past the document service',
      async (id) => [
        await rows('articles').where({ document_id: id }).update({ title: 'Raw' }),
        await upkeep.reconcile(),
      ],
    ],
    [
      'is restored from a backup',
      async (id) => {
        const later = new Date(Date.now() + HOUR);
        await rows('story_blocks_cards').where({ document_id: id }).delete();
        await rows('articles').where({ document_id: id }).whereNotNull('published_at').update({ published_at: later });
        await upkeep.reconcile();
      },
    ],
    [
      'is withheld, lifted and published',
      async (id) => {
        await hold(id, { state: 'withheld' });
        await desk.api.send('DELETE', `/api/story-blocks/holds/${id}`);
        await publish(id);
      },
    ],
    [
      'is killed, brought back and published',
      async (id) => {
        await hold(id, { state: 'canceled' });
        await desk.api.send('DELETE', `/api/story-blocks/holds/${id}`);
        await publish(id);
      },
    ],
    [
      'comes back by itself when an embargo ends',
      async (id) => {
        await hold(id, { state: 'embargo', until: new Date(Date.now() + 700).toISOString(), thenPublish: true });
        const held = () => rows('story_blocks_holds').where({ document_id: id });
        await expect.poll(held, { timeout: 20_000 }).toEqual([]);
        // What came back was published anew.
        await expect.poll(() => firstOf(id)).toBeDefined();
      },
    ],
    [
      'gets another language',
      async (id) => [await update(id, storyData(room, 'fr', 'En français'), 'published', 'fr')],
    ],
    [
      'loses another language',
      async (id) => {
        await update(id, storyData(room, 'fr', 'En français'), 'published', 'fr');
        await articles().delete({ documentId: id, locale: 'fr' });
      },
    ],
    [
      'has its section deleted',
      async () => {
        const { documentId } = await documentsOf(app.strapi, 'sections').create({
          data: { name: 'Gone' },
          locale: 'en',
        });
        await documentsOf(app.strapi, 'sections').delete({ documentId, locale: '*' });
      },
    ],
  ];
  test.each(ways)('stays when a story %s', async (_what, work) => {
    const id = await live();
    const first = await firstOf(id);
    await work(id);
    expect(await firstOf(id)).toBe(first);
    expect(await kept(id)).toHaveLength(1);
  });

  test("is each language's own, and goes with the language", async () => {
    const id = await live();
    await update(id, storyData(room, 'fr', 'En français'), 'published', 'fr');
    const [english, french] = [await firstOf(id), await firstOf(id, 'fr')];
    expect(french > english).toBe(true);
    await articles().delete({ documentId: id, locale: 'fr' });
    expect(await kept(id, 'fr')).toEqual([]);
    await sleep(3);
    await update(id, storyData(room, 'fr', 'Encore'), 'published', 'fr');
    expect((await firstOf(id, 'fr')) > french).toBe(true);
    await articles().delete({ documentId: id, locale: '*' });
    expect(await kept(id)).toEqual([]);
    expect(await kept(id, 'fr')).toEqual([]);
  });

  test('goes with a language of the application, in every way of deleting it', async () => {
    const add = { code: 'de', name: 'German (de)', isDefault: false };
    const made = succeeded(await desk.admin.send('POST', '/i18n/locales', add), 'a language').body;
    const id = await live();
    await update(id, { title: 'Auf Deutsch' }, 'published', 'de');
    expect(await kept(id, 'de')).toHaveLength(1);
    succeeded(await desk.admin.send('DELETE', `/i18n/locales/${made.id}`), 'a language goes');
    await expect.poll(() => kept(id, 'de')).toEqual([]);
    expect(await kept(id)).toHaveLength(1);
  });

  test("is a copy's own", async () => {
    const id = await live();
    const copy = (await articles().clone({ documentId: id, data: { title: 'A copy' }, locale: 'en' } as never)) as Json;
    const copied = copy.documentId ?? copy.entries?.[0]?.documentId;
    expect(await kept(copied)).toEqual([]);
    await publish(copied);
    expect((await firstOf(copied)) > (await firstOf(id))).toBe(true);
  });

  test.each<[string, Data]>([
    ['REST', {}],
    ['REST, with what only Strapi may say', { publishedAt: '2001-01-01T00:00:00.000Z' }],
  ])('is now for a story that is made and published at once by %s', async (_what, more) => {
    const before = new Date().toISOString();
    const data = { ...storyData(room, 'en', 'At once'), ...more };
    const answer = await desk.api.send('POST', '/api/articles?locale=en', { data });
    if (answer.status >= 300) return;
    expect((await firstOf(answer.body.data.documentId)) >= before).toBe(true);
  });

  test('a preview of a draft has none, or the one from when it was live', async () => {
    const [never, once] = [await draft(), await live()];
    const first = await firstOf(once);
    await unpublish(once);
    expect((await storyOf(never, 'en', '&status=draft')).firstPublishedAt).toBeNull();
    expect((await storyOf(once, 'en', '&status=draft')).firstPublishedAt).toBe(first);
  });

  describe('a filing date', () => {
    let section: string;
    const ids: Record<string, string> = {};
    beforeAll(async () => {
      section = (
        await documentsOf(app.strapi, 'sections').create({
          data: { name: 'Ahead', slug: 'ahead', ...layouts(room) },
          locale: 'en',
        } as never)
      ).documentId;
      ids.ahead = await live({ section, filedAt: FUTURE });
      ids.today = await live({ section, filedAt: new Date().toISOString() });
      ids.undated = await live({ section, filedAt: null });
      ids.old = await live({ section, filedAt: '2020-02-03T04:05:00.000Z' });
      await settled(app.strapi);
    });
    const order = () => [ids.undated, ids.today, ids.ahead, ids.old];

    test('ahead leads no front, rail or teaser list, and stays what the editor filed', async () => {
      expect((await frontOf(section)).map(({ documentId }) => documentId)).toEqual(order());
      const teasers = (await desk.api.get(`/api/story-blocks/teasers?section=${section}&locale=en`)).body.data;
      expect(teasers.map(({ documentId }: Json) => documentId)).toEqual(order());
      const [rail] = (await desk.api.get(`/api/story-blocks/rails?sections=${section}&locale=en`)).body.data;
      expect(rail.headlines.map(({ documentId }: Json) => documentId)).toEqual(order());
      for (const one of [...teasers, ...rail.headlines].filter(({ documentId }: Json) => documentId === ids.ahead)) {
        expect(one).toMatchObject({ filedAt: FUTURE, firstPublishedAt: await firstOf(ids.ahead) });
        expect(one.slug).toBe((await storyOf(ids.ahead)).slug);
      }
      expect((await storyOf(ids.ahead)).filedAt).toBe(FUTURE);
    });

    test('ahead puts a story on the day of its first publication', async () => {
      const at = async (day: string) => (await frontOf(section, `&date=${day}`)).map(({ documentId }) => documentId);
      const zone = { timeZone: 'UTC' };
      const today = new Intl.DateTimeFormat('en-CA', zone).format(new Date(await firstOf(ids.ahead)));
      expect(await at(today)).toContain(ids.ahead);
      expect(await at(FUTURE.slice(0, 10))).toEqual([]);
      expect(await at('2020-02-03')).toEqual([ids.old]);
    });

    test('ahead comes into order when it is corrected, and out of it no more when it is set again', async () => {
      await update(ids.ahead, { filedAt: '2020-01-01T00:00:00.000Z' });
      expect((await frontOf(section)).map(({ documentId }) => documentId).at(-1)).toBe(ids.ahead);
      await update(ids.ahead, { filedAt: FUTURE });
      expect((await frontOf(section)).map(({ documentId }) => documentId)).toEqual(order());
      await settled(app.strapi);
      const sorted = await rows('story_blocks_index').where({ document_id: ids.ahead }).pluck('sort_at');
      expect(sorted.map(Number)).toEqual([Date.parse(await firstOf(ids.ahead))]);
      const refs = await rows('story_blocks_card_refs').where({ document_id: ids.ahead }).pluck('sort_at');
      expect(new Set(refs.map(Number))).toEqual(new Set([Date.parse(await firstOf(ids.ahead))]));
      expect((await upkeep.check()).drift).toEqual([]);
    });

    test('related links, GraphQL and include have slug, filedAt and firstPublishedAt', async () => {
      const story = await storyOf(ids.ahead);
      const expected = { slug: story.slug, filedAt: FUTURE, firstPublishedAt: story.firstPublishedAt };
      const links = (await desk.api.get(`/api/story-blocks/related/${ids.today}?locale=en&limit=50`)).body.data;
      const [link] = links.filter(({ kind }: Json) => kind === 'story');
      const linked = await storyOf(link.documentId);
      const ofLink = { slug: linked.slug, filedAt: linked.filedAt, firstPublishedAt: linked.firstPublishedAt };
      expect(link).toMatchObject(ofLink);
      const { body } = await desk.api.graphql(
        `query ($id: ID!, $section: String!) {
          storyPage(documentId: $id, locale: "en") { story { filedAt firstPublishedAt } }
          headlineRails(sections: [$section], locale: "en") { headlines { documentId slug filedAt firstPublishedAt } }
          front(section: $section, locale: "en") { teasers { documentId slug filedAt firstPublishedAt } }
          relatedLinks(documentId: "${ids.today}", limit: 50, locale: "en") { documentId slug filedAt firstPublishedAt }
        }`,
        { id: ids.ahead, section }
      );
      expect(body.errors).toBeUndefined();
      const { storyPage, headlineRails, front, relatedLinks } = body.data;
      expect(storyPage.story).toEqual({ filedAt: FUTURE, firstPublishedAt: story.firstPublishedAt });
      expect(relatedLinks[0]).toEqual({ documentId: link.documentId, ...ofLink });
      for (const list of [headlineRails[0].headlines, front.teasers])
        expect(list.find(({ documentId }: Json) => documentId === ids.ahead)).toMatchObject(expected);
      const included = await desk.api.get(`/api/articles/${ids.ahead}?locale=en&include=teaser,related`);
      expect(included.body.data.teaser).toMatchObject(expected);
    });

    test.each<[string, () => Promise<string>, boolean]>([
      ['years ahead', () => draft({ filedAt: FUTURE }), true],
      ['two days ahead', () => draft({ filedAt: ago(-48) }), true],
      ['an hour ahead', () => draft({ filedAt: ago(-1) }), true],
      ['a few minutes ahead', () => draft({ filedAt: ago(-0.05) }), false],
      ['in the past', () => draft({ filedAt: '2019-01-01T00:00:00.000Z' }), false],
      ['nowhere', () => draft({ filedAt: null }), false],
      [
        'for the end of its embargo',
        async () => {
          const id = await draft({ filedAt: ago(-48) });
          await hold(id, { state: 'embargo', until: ago(-48) });
          return id;
        },
        false,
      ],
      [
        'for long after its embargo',
        async () => {
          const id = await draft({ filedAt: FUTURE });
          await hold(id, { state: 'embargo', until: ago(-48) });
          return id;
        },
        true,
      ],
    ])('%s is an error finding where it lies ahead of publication', async (what, make, isFound) => {
      const id = await make();
      const path = `/story-blocks/desk/story/${id}?type=api::article.article&locale=en`;
      const { findings } = succeeded(await desk.admin.get(path), 'the story').body.data;
      const codes = findings.filter(({ severity }: Json) => severity === 'error').map(({ code }: Json) => code);
      expect(codes.includes('FILED_AHEAD')).toBe(isFound);
      // Close to midnight an hour ahead is another day, and else the same.
      if (!/hour|minutes/.test(what)) expect(codes.includes('datelines.DATE_AFTER_PUBLICATION')).toBe(isFound);
    });
  });

  describe('of an archive', () => {
    let old: { documentId: string; filedAt: number }[];
    const history = (documentId: string, at: number, slug = `was-${documentId}`) =>
      rows('story_slugs_history').insert({
        type: 'api::article.article',
        locale: 'en',
        slug,
        document_id: documentId,
        published_at: at,
      });
    const iso = (at: number) => new Date(at).toISOString();
    let used = 0;
    let alone = 0;
    const next = () => old[used++];

    beforeAll(async () => {
      old = await writeOldStories(app.strapi, 12, { prefix: 'archive' });
    });

    test('is when its entry was created, where there is nothing else', async () => {
      const { documentId, filedAt } = next();
      await upkeep.reconcile();
      expect(await firstOf(documentId)).toBe(iso(filedAt));
      old = await writeOldStories(app.strapi, 12, { prefix: 'second' });
      used = 0;
    });

    test.each<[string, (id: string) => Promise<unknown>]>([
      ['is published again before upkeep has come to it', (id) => publish(id)],
      ['is updated before', (id) => update(id, { title: 'An update' })],
      ['is changed as a draft before', (id) => update(id, { title: 'A draft' }, 'draft')],
      ['is unpublished before, and published again', async (id) => [await unpublish(id), await publish(id)]],
      [
        'is withheld before, and published again',
        async (id) => {
          await hold(id, { state: 'withheld' });
          await desk.api.send('DELETE', `/api/story-blocks/holds/${id}`);
          await publish(id);
        },
      ],
      [
        'is given a new slug before',
        async (id) => [await update(id, { slug: `fresh-${id}` }), await upkeep.reconcile()],
      ],
    ])('stays when a story %s', async (_what, work) => {
      const { documentId, filedAt } = next();
      await work(documentId);
      if (!(await storyOf(documentId))) await publish(documentId);
      expect(await firstOf(documentId)).toBe(iso(filedAt));
    });

    test.each<[string, (created: number) => { at: number; published: number; first: number }]>([
      [
        'its slug was noted, between two publications',
        (c) => ({ at: c + HOUR, published: c + 9 * HOUR, first: c + HOUR }),
      ],
      ['it was last published, where that was noted with it', (c) => ({ at: c + 20, published: c + 5, first: c + 5 })],
      ['it was created, where its slug was noted long after', (c) => ({ at: c + 99 * HOUR, published: c, first: c })],
      ['its slug was noted, before the entry was imported', (c) => ({ at: c - HOUR, published: c, first: c - HOUR })],
    ])('is when %s', async (_what, of) => {
      alone += 1;
      const [{ documentId, filedAt }] = await writeOldStories(app.strapi, 1, { prefix: `alone${alone}` });
      const { at, published, first } = of(filedAt);
      await rows('articles')
        .where({ document_id: documentId })
        .whereNotNull('published_at')
        .update({ published_at: new Date(published) });
      await history(documentId, at);
      await upkeep.reconcile();
      expect(await firstOf(documentId)).toBe(iso(first));
    });

    test('fills in what an update of the plugin finds: cards that know nothing of it', async () => {
      const id = await live({ filedAt: FUTURE });
      const card = rows('story_blocks_cards').where({ document_id: id });
      const { data } = await card.clone().first('data');
      const { firstPublishedAt: _unknown, ...before } = JSON.parse(data);
      await card.clone().update({ data: JSON.stringify(before), sort_at: Date.parse(FUTURE) });
      await kept(id).delete();
      expect((await storyOf(id)).firstPublishedAt).toBeNull();
      expect((await upkeep.check()).drift).toHaveLength(1);
      await upkeep.reconcile();
      const first = await firstOf(id);
      const publishedAt = await publishedAtOf(app, id);
      expect(first <= publishedAt && first > ago(1)).toBe(true);
      expect(Number((await card.clone().first('sort_at')).sort_at)).toBe(Date.parse(first));
      expect((await upkeep.check()).drift).toEqual([]);
    });
  });
});

describe.each(anyClient)('when a story was first published, with plugins off and on, on %s', (client) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-first-'));
  let database: BootOptions = client === 'sqlite' ? { databaseFile: path.join(dir, 'data.db') } : {};
  let app: Running;
  const ids: Record<string, string> = {};
  const firsts: Record<string, string> = {};
  const articles = () => documentsOf(app.strapi, 'articles');
  const withBlocks = () => app.strapi.plugins['story-blocks'] !== undefined;

  async function start(change?: (distDir: string) => void): Promise<void> {
    await app?.stop();
    app = change ? await bootChanged({ client, ...database }, change) : await bootStrapi({ client, ...database });
    if (client === 'postgres') database = { env: { DATABASE_URL: process.env.DATABASE_URL ?? '' } };
  }
  async function make(name: string): Promise<void> {
    ids[name] = (await articles().create({ data: { title: `The ${name} one` }, locale: 'en' } as never)).documentId;
    await articles().publish({ documentId: ids[name], locale: 'en' });
  }
  async function again(name: string): Promise<void> {
    await articles().unpublish({ documentId: ids[name], locale: 'en' });
    await sleep(5);
    await articles().publish({ documentId: ids[name], locale: 'en' });
  }
  const published = (name: string): Promise<string> => publishedAtOf(app, ids[name]);
  async function firstOf(documentId: string): Promise<string | undefined> {
    const api = createClient(app, await createToken(app.strapi, 'full-access'));
    return (await api.get(`/api/story-blocks/pages/${documentId}?locale=en`)).body.data?.story.firstPublishedAt;
  }
  const reconcile = () => (app.strapi.plugin('story-blocks').service('upkeep') as Upkeep).reconcile();

  afterAll(async () => {
    await app?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  test('is kept while the plugin is off, whatever is published meanwhile', async () => {
    await start();
    for (const name of ['kept', 'gone']) {
      await make(name);
      firsts[name] = (await firstOf(ids[name])) ?? '';
      expect(firsts[name]).toBe(await published(name));
    }
    await start((distDir) => switchOff(distDir, 'story-blocks'));
    expect(withBlocks()).toBe(false);
    await again('kept');
    await articles().unpublish({ documentId: ids.gone, locale: 'en' });
    await make('meanwhile');
    firsts.meanwhile = await published('meanwhile');
    await again('meanwhile');
    expect((await published('meanwhile')) > firsts.meanwhile).toBe(true);

    await start();
    await reconcile();
    expect(await firstOf(ids.kept)).toBe(firsts.kept);
    // Its slug was noted in the transaction that published it, a moment after.
    const noted = (await firstOf(ids.meanwhile)) ?? '';
    expect(Date.parse(noted) - Date.parse(firsts.meanwhile)).toBeGreaterThanOrEqual(0);
    expect(noted <= (await published('meanwhile'))).toBe(true);
    firsts.meanwhile = noted;
    await again('meanwhile');
    expect(await firstOf(ids.meanwhile)).toBe(noted);
    expect(await firstOf(ids.gone)).toBeUndefined();
    await articles().publish({ documentId: ids.gone, locale: 'en' });
    expect(await firstOf(ids.gone)).toBe(firsts.gone);
  });

  test('is when an entry was created, where story-slugs is not installed', async () => {
    await start((distDir) => {
      switchOff(distDir, 'story-slugs');
      for (const type of ['article', 'author', 'section', 'topic'])
        editSchema(distDir, type, ({ attributes }) => {
          const { customField: _none, ...slug } = attributes.slug;
          attributes.slug = { ...slug, type: 'string' };
        });
    });
    expect(app.strapi.plugins['story-slugs']).toBeUndefined();
    const [old, older] = await writeOldStories(app.strapi, 2, { prefix: 'plain' });
    await articles().publish({ documentId: older.documentId, locale: 'en' });
    expect(await firstOf(older.documentId)).toBe(new Date(older.filedAt).toISOString());
    await reconcile();
    expect(await firstOf(old.documentId)).toBe(new Date(old.filedAt).toISOString());
    await make('slugless');
    expect(await firstOf(ids.slugless)).toBe(await published('slugless'));
    expect(await firstOf(ids.kept)).toBe(firsts.kept);
  });
});
