import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../fixtures/related-news';
import { logInWith, makeCreator, type Permission } from '../support/access/callers';
import { type Answer, type Client, createClient, type Json, settled } from '../support/client';
import { rowsOf } from '../support/database';
import { paragraphs } from '../support/newsroom';
import { dataOf, rested, withoutFloor } from '../support/related';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { adminApi, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const READ = 'plugin::story-blocks.blocks.read';
const PINS = 'plugin::story-blocks.pins.set';
const TOPIC = 'api::topic.topic';
const EXPLORE = 'plugin::content-manager.explorer.read';
const SUBJECTS = Object.keys(ENGLISH) as (keyof typeof ENGLISH)[];

describe.each(anyClient)('the desk’s related links, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let editor: Writer;
  let site: string;
  let section: string;
  let topic: string;
  const ids = new Map<string, string>();
  const idOf = (subject: keyof typeof ENGLISH, at: number) => ids.get(ENGLISH[subject][at].title) as string;

  const related = (id: string, locale = 'en', as: Client = desk.admin) =>
    as.get(`/story-blocks/desk/related/${id}?locale=${encodeURIComponent(locale)}`);
  async function panel(id: string, locale?: string): Promise<Json> {
    const answer = await related(id, locale);
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  }
  const preview = (body: Json, as: Client = desk.admin) => as.send('POST', '/story-blocks/desk/related/preview', body);
  const search = (q: string, more = '', as: Client = desk.admin) =>
    as.get(`/story-blocks/desk/stories?q=${encodeURIComponent(q)}&locale=en${more}`);
  const found = async (q: string, more?: string): Promise<Json[]> => {
    const answer = await search(q, more);
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  };
  const set = (id: string, data: Json, locale = 'en') =>
    desk.admin.send('PUT', `/story-blocks/pins/${id}?locale=${encodeURIComponent(locale)}`, { data });
  const storiesOf = ({ links }: Json): Json[] => links.filter(({ kind }: Json) => kind === 'story');
  const idsOf = (data: Json): string[] => storiesOf(data).map(({ documentId }) => documentId);
  const readers = async (id: string): Promise<Json[]> =>
    (await desk.api.get(`/api/story-blocks/related/${id}?limit=50&locale=en`)).body.data;
  const onPage = async (id: string): Promise<Json[]> => {
    const { blocks } = (await desk.api.get(`/api/story-blocks/pages/${id}?locale=en`)).body.data;
    return blocks.find(({ type }: Json) => type === 'related-links')?.links ?? [];
  };
  const someone = async (...permissions: (string | Permission)[]) =>
    createClient(app, await logInWith(app, permissions));

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    await withoutFloor(desk);
    writer = contentApi(desk.api);
    editor = adminApi(desk.admin);
    site = await writer.create(
      'sites',
      { name: 'Quay Times', url: 'https://quay.example', urlPattern: '/n/{slug}' },
      'en'
    );
    section = await writer.create('sections', { name: 'Docks', label: 'DOCKS', site }, 'en');
    topic = await writer.create('topics', { name: 'Cranes', landingPhrase: 'All on cranes at {site}', site }, 'en');
    let number = 0;
    for (const subject of SUBJECTS) {
      for (const story of ENGLISH[subject]) {
        number += 1;
        ids.set(
          story.title,
          await writer.create('articles', dataOf(story, number, { section, topics: [topic] }), 'en')
        );
      }
    }
    await writer.update(
      'sites',
      site,
      { storyLayout: [{ __component: 'story-blocks.related-links', limit: 4 }] },
      'en'
    );
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());

  describe('the panel of a published story', () => {
    test('tells what readers get, in their order, and how many of it the page shows', async () => {
      const id = idOf('chess', 0);
      await writer.update('articles', id, {
        externalLinks: [{ title: 'The federation', url: 'https://chess.example' }],
      });
      await rested(app.strapi);
      const data = await panel(id);
      expect(data).toMatchObject({ documentId: id, type: ARTICLE, locale: 'en', state: 'published', mayPin: true });
      expect(data.block).toEqual({ limit: 4, stories: true, landings: true, externals: true });
      const withoutDesk = data.links.map(({ shown: _, type: __, ...link }: Json) => link);
      expect(withoutDesk).toEqual(await readers(id));
      const shown = data.links.filter((link: Json) => link.shown);
      expect(shown.map(({ title }: Json) => title)).toEqual((await onPage(id)).map(({ title }) => title));
      expect(shown).toHaveLength(4);
      expect(data.links[0]).toMatchObject({ kind: 'external', title: 'The federation', shown: true });
      expect(data.links.at(-1)).toMatchObject({ kind: 'landing', title: 'All on cranes at Quay Times', shown: false });
      expect(storiesOf(data)[0]).toMatchObject({ kicker: 'DOCKS', type: ARTICLE, pinned: false });
      expect(storiesOf(data)[0].reasons.length).toBeGreaterThan(0);
    });

    test('tells why a pin is not seen, and what is hidden', async () => {
      const host = idOf('chess', 1);
      const story = (title: string, publish: boolean) =>
        writer.create('articles', { title, body: paragraphs(`${title}.`) }, 'en', publish);
      const [draft, held, gone, ending] = [
        await story('A draft of the harbour board', false),
        await story('A held report', true),
        await story('A story that goes', true),
        await story('A pin that ends', true),
      ];
      const french = await writer.create('articles', { title: 'En français', body: paragraphs('Texte.') }, 'fr', true);
      const [live, hidden] = [idOf('chess', 0), idOf('chess', 2)];
      const until = new Date(Date.now() + 1_500).toISOString();
      const answer = await set(host, {
        pins: [live, draft, held, gone, french, { documentId: ending, until }],
        hides: [{ documentId: hidden, everywhere: false }],
        version: 0,
      });
      expect(answer.status, answer.text).toBe(200);
      await desk.api.write('PUT', `/api/story-blocks/holds/${held}`, { state: 'withheld' });
      await writer.delete('articles', gone);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(until) - Date.now()) + 50));
      await settled(app.strapi);
      const data = await panel(host);
      expect(data.will.version).toBe(1);
      expect(
        data.will.targets.map(({ documentId, kind, absence, title }: Json) => [documentId, kind, absence, title])
      ).toEqual([
        [live, 'pin', null, ENGLISH.chess[0].title],
        [draft, 'pin', 'unpublished', 'A draft of the harbour board'],
        [held, 'pin', 'held', 'A held report'],
        [gone, 'pin', 'deleted', null],
        [french, 'pin', 'language', 'En français'],
        [ending, 'pin', 'expired', 'A pin that ends'],
        [hidden, 'hide', null, ENGLISH.chess[2].title],
      ]);
      const target = (id: string) => data.will.targets.find((one: Json) => one.documentId === id);
      expect(target(held).hold).toEqual({ state: 'withheld', until: null });
      expect(target(french).locale).toBe('fr');
      expect(idsOf(data)[0]).toBe(live);
      expect(idsOf(data)).not.toContain(hidden);
      await set(host, { pins: [], hides: [] });
    });

    test('says that links are still being made', async () => {
      const id = await writer.create(
        'articles',
        dataOf(ENGLISH.chess[0], 90, { title: 'Chess, once more' }),
        'en',
        true
      );
      await settled(app.strapi);
      await app.strapi.db
        .connection('story_blocks_cards')
        .where({ document_id: id })
        .update({ retry_at: Date.now() + 60_000 });
      expect((await panel(id)).isRelating).toBe(true);
      await app.strapi.db.connection('story_blocks_cards').where({ document_id: id }).update({ retry_at: 0 });
      await rested(app.strapi);
      expect((await panel(id)).isRelating).toBe(false);
      await writer.delete('articles', id);
      await rested(app.strapi);
    });
  });

  describe('a story that is not published', () => {
    const told = { title: 'Mirzoyan wins in Batumi', text: ENGLISH.chess[0].text };

    test('has the links that its saved draft would have, and nothing is written for it', async () => {
      const id = await writer.create('articles', dataOf(told, 80, { section }), 'en', false);
      const before = await rowsOf(app.strapi, 'select count(*) as n from story_blocks_index');
      const data = await panel(id);
      expect(data).toMatchObject({ state: 'draft', isRelating: false, hold: null });
      expect(idsOf(data).slice(0, 2).sort()).toEqual([idOf('chess', 1), idOf('chess', 2)].sort());
      expect(storiesOf(data)[0].reasons.map(({ type }: Json) => type)).toContain('names');
      expect(data.links.filter((link: Json) => link.shown)).toHaveLength(4);
      expect(await rowsOf(app.strapi, 'select count(*) as n from story_blocks_index')).toEqual(before);

      await set(id, { pins: [idOf('chess', 2)], hides: [idOf('chess', 1)] });
      const willed = await panel(id);
      expect(idsOf(willed)[0]).toBe(idOf('chess', 2));
      expect(idsOf(willed)).not.toContain(idOf('chess', 1));

      await desk.api.write('PUT', `/api/story-blocks/holds/${id}`, {
        state: 'embargo',
        until: '2040-01-01T00:00:00.000Z',
      });
      expect(await panel(id)).toMatchObject({
        state: 'held',
        hold: { state: 'embargo', until: '2040-01-01T00:00:00.000Z' },
      });
      await writer.delete('articles', id);
    });

    test('of which the draft agrees with what readers get once it is published', async () => {
      const id = await writer.create('articles', dataOf(told, 81, { section }), 'en', false);
      const draft = idsOf(await panel(id)).slice(0, 3);
      await writer.publish(id, 'en');
      await rested(app.strapi);
      const live = await panel(id);
      expect(idsOf(live).slice(0, 3)).toEqual(draft);
      await writer.delete('articles', id);
      await rested(app.strapi);
    });

    test('in a language that it is not written in yet, is new there, and may be given pins', async () => {
      const id = idOf('chess', 0);
      const data = await panel(id, 'fr');
      expect(data).toMatchObject({ state: 'new', links: [], block: null });
      expect((await set(id, { pins: [idOf('chess', 1)] }, 'fr')).status).toBe(200);
      expect((await panel(id, 'fr')).will.targets).toMatchObject([{ absence: 'language' }]);
      await set(id, { pins: [] }, 'fr');
    });
  });

  describe('the preview of a form', () => {
    const [own, other] = [ENGLISH.chess[0], ENGLISH.chess[1]];
    const values = { title: 'Unsaved headline', body: paragraphs(own.text) };

    test('has the links of the text as it is typed, with its reasons', async () => {
      const before = await rowsOf(app.strapi, 'select count(*) as n from story_blocks_index');
      const answer = await preview({ type: ARTICLE, locale: 'en', values });
      expect(answer.status, answer.text).toBe(200);
      const titles = storiesOf(answer.body.data).map(({ title }) => title);
      expect(titles.slice(0, 2).sort()).toEqual([other.title, ENGLISH.chess[2].title].sort());
      const elsewhere = await preview({
        type: ARTICLE,
        locale: 'en',
        values: { title: ENGLISH.strike[0].title, body: paragraphs(ENGLISH.strike[0].text) },
      });
      expect(storiesOf(elsewhere.body.data)[0].title).not.toBe(titles[0]);
      expect(await rowsOf(app.strapi, 'select count(*) as n from story_blocks_index')).toEqual(before);
    });

    test('takes sections, topics and external links of the form, and the page’s layout from them', async () => {
      const linked = {
        ...values,
        section: { connect: [{ documentId: section }], disconnect: [] },
        topics: { connect: [{ documentId: topic }] },
        externalLinks: [
          { title: 'Board', url: 'https://board.example' },
          { title: 'Half typed', url: 'https' },
        ],
      };
      const { data } = (await preview({ type: ARTICLE, locale: 'en', values: linked })).body;
      expect(data.block.limit).toBe(4);
      expect(data.links[0]).toMatchObject({ kind: 'external', title: 'Board' });
      expect(data.links.filter(({ kind }: Json) => kind === 'external')).toHaveLength(1);
      expect(data.links.at(-1)).toMatchObject({ kind: 'landing', title: 'All on cranes at Quay Times' });
      expect(storiesOf(data)[0].reasons).toContainEqual({ type: 'topic', label: 'Cranes' });
    });

    test('keeps the pins and hides of a saved story, and what the form did not touch', async () => {
      const id = await writer.create('articles', dataOf(own, 82, { section, topics: [topic] }), 'en', false);
      await set(id, { pins: [idOf('chess', 2)], hides: [idOf('chess', 1)] });
      const { data } = (await preview({ type: ARTICLE, documentId: id, locale: 'en', values })).body;
      expect(idsOf(data)[0]).toBe(idOf('chess', 2));
      expect(idsOf(data)).not.toContain(idOf('chess', 1));
      expect(data.links.at(-1).kind).toBe('landing');
      const unlinked = { ...values, topics: { disconnect: [topic] } };
      const without = (await preview({ type: ARTICLE, documentId: id, locale: 'en', values: unlinked })).body.data;
      expect(without.links.filter(({ kind }: Json) => kind === 'landing')).toEqual([]);
      await writer.delete('articles', id);
    });

    test.each([
      ['an unknown type', { type: 'api::author.author', values: {} }, ['type']],
      ['no type', { values: {} }, ['type']],
      ['a headline that is no text', { type: ARTICLE, values: { title: 7 } }, ['values', 'title']],
      ['a body that is no text', { type: ARTICLE, values: { body: 7 } }, ['values', 'body']],
      ['a relation of another form', { type: ARTICLE, values: { topics: ['a'] } }, ['values', 'topics']],
      ['a language that there is not', { type: ARTICLE, locale: 'xx', values: {} }, ['locale']],
      ['a key that there is not', { type: ARTICLE, values: {}, more: 1 }, []],
    ])('is refused with the field’s name: %s', async (_, body, path) => {
      const answer = await preview(body);
      expect(answer.status, answer.text).toBe(400);
      expect(answer.body.error.details.errors[0].path).toEqual(path);
    });

    test('reads any odd body without a fault', async () => {
      const nested = (levels: number) => {
        let deep: Json = { type: 'text', text: 'deep' };
        for (let level = 0; level < levels; level += 1) deep = { type: 'list', children: [deep] };
        return deep;
      };
      const deep = nested(25);
      for (const body of [[null, 1, 'x'], [deep], 'plain text\n\nof two', [{ type: 'paragraph' }], null, []]) {
        const answer = await preview({ type: ARTICLE, locale: 'en', values: { title: 'Odd', body } });
        expect(answer.status, answer.text).toBe(200);
      }
      const tooDeep = await preview({ type: ARTICLE, locale: 'en', values: { title: 'Odd', body: [nested(500)] } });
      expect(tooDeep.status, tooDeep.text).toBe(400);
    });
  });

  describe('the search', () => {
    test('finds by words of the headline in any order, published or not', async () => {
      const draft = await writer.create('articles', { title: 'Zimbalist éclairs of Örebro', body: [] }, 'en', false);
      for (const words of ['zimbalist', 'Örebro zimb', 'ÖREBRO', 'örebro', 'clairs']) {
        expect(await found(words), words).toMatchObject([{ documentId: draft, state: 'draft', type: ARTICLE }]);
      }
      const { title } = ENGLISH.chess[0];
      const [first] = await found(title.toLowerCase());
      expect(first).toMatchObject({ documentId: idOf('chess', 0), title, state: 'published', locale: 'en' });
      expect(await found('no such words together')).toEqual([]);
      await writer.delete('articles', draft);
    });

    test('finds by address, slug and document id', async () => {
      const id = idOf('chess', 0);
      const live = (await desk.api.get(`/api/story-blocks/pages/${id}?locale=en`)).body.data.story;
      expect(live.url).toMatch(/^https:\/\/quay\.example\/n\//);
      const slug = live.url.split('/').at(-1);
      for (const q of [live.url, `${live.url}?from=mail#top`, `/n/${slug}`, slug, id]) {
        expect((await found(q))[0], q).toMatchObject({ documentId: id });
      }
      const admin = `http://cms.example/admin/content-manager/collection-types/${ARTICLE}/${id}?x=1`;
      expect((await found(admin))[0]).toMatchObject({ documentId: id });
      expect(await found('https://quay.example/n/never-written')).toEqual([]);
    });

    test('finds a former slug, and the slug of a draft', async () => {
      const id = await writer.create(
        'articles',
        { title: 'Old name of a pier', slug: 'old-pier', body: [] },
        'en',
        true
      );
      await writer.update('articles', id, { slug: 'new-pier' }, 'en');
      expect(await found('https://quay.example/n/old-pier')).toMatchObject([{ documentId: id }]);
      const draft = await writer.create('articles', { title: 'Draft pier', slug: 'draft-pier', body: [] }, 'en', false);
      expect(await found('/n/draft-pier')).toMatchObject([{ documentId: draft, state: 'draft' }]);
      await desk.api.write('PUT', `/api/story-blocks/holds/${id}`, { state: 'withheld' });
      expect(await found('new-pier')).toMatchObject([{ documentId: id, state: 'held' }]);
      for (const one of [id, draft]) await writer.delete('articles', one);
    });

    test('is bounded, the newest first', async () => {
      const all = await found('a');
      expect(all.length).toBeGreaterThan(3);
      expect(all.map(({ filedAt }) => filedAt)).toEqual(
        all
          .map(({ filedAt }) => filedAt)
          .sort()
          .reverse()
      );
      expect(await found('a', '&limit=2')).toHaveLength(2);
    });

    test.each([
      ['', 'q'],
      ['q=', 'q'],
      ['q=a&limit=0', 'limit'],
      ['q=a&limit=21', 'limit'],
      ['q=a&locale=xx', 'locale'],
      ['q=%00', 'q'],
    ])('is refused with the field’s name: ?%s', async (query, field) => {
      const answer = await desk.admin.get(`/story-blocks/desk/stories?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors[0].path).toEqual([field]);
    });

    test.each(['%', '_', '"', "'; drop table x", '\\', '{slug}', '/%', 'https://', '[(*+'])(
      'takes %s as text',
      async (q) => {
        expect((await search(q)).status).toBe(200);
      }
    );
  });

  describe('who may ask', () => {
    const routes = (as: Client): [string, () => Promise<Answer>][] => [
      ['the panel', () => related(idOf('chess', 0), 'en', as)],
      ['the preview', () => preview({ type: ARTICLE, locale: 'en', values: { title: 'x' } }, as)],
      ['the search', () => search('a', '', as)],
    ];

    test('nobody without a log-in, and no one without the permission', async () => {
      for (const [name, ask] of routes(createClient(app))) expect((await ask()).status, name).toBe(401);
      const stranger = await someone({ action: EXPLORE, subject: ARTICLE }, PINS);
      for (const [name, ask] of routes(stranger)) expect((await ask()).status, name).toBe(403);
    });

    test('every administrator is told which types are stories, and what he may do', async () => {
      expect((await createClient(app).get('/story-blocks/desk/story-types')).status).toBe(401);
      const mapping = async (as: Client) => (await as.get('/story-blocks/desk/story-types')).body.data;
      expect(await mapping(desk.admin)).toMatchObject({
        stories: [{ uid: ARTICLE, isLocalized: true, fields: { title: 'title', body: 'body', topics: 'topics' } }],
        may: { blocks: true, pins: true },
      });
      const reads = await someone({ action: EXPLORE, subject: ARTICLE }, READ);
      expect(await mapping(reads)).toMatchObject({ stories: [{ uid: ARTICLE }], may: { blocks: true, pins: false } });
      expect((await (await someone(PINS)).get('/story-blocks/desk/story-types')).status).toBe(403);
    });

    test('who may read no stories in the content manager sees none', async () => {
      const blind = await someone(READ);
      expect((await related(idOf('chess', 0), 'en', blind)).status).toBe(403);
      expect((await preview({ type: ARTICLE, values: {} }, blind)).status).toBe(403);
      expect((await search('a', '', blind)).body.data).toEqual([]);
      const answer = await related('nobody', 'en', desk.admin);
      expect([answer.status, (await related('x'.repeat(600))).status]).toEqual([404, 404]);
    });

    test('languages, fields and owners narrow what is shown', async () => {
      const id = idOf('chess', 0);
      const french = await someone(
        { action: EXPLORE, subject: ARTICLE, properties: { locales: ['fr'], fields: ['title'] } },
        READ
      );
      expect((await related(id, 'en', french)).status).toBe(403);
      expect((await search('a', '', french)).body.data).toEqual([]);

      const headlines = await someone(
        { action: EXPLORE, subject: ARTICLE, properties: { locales: ['en'], fields: ['title'] } },
        READ
      );
      const [link] = storiesOf((await related(id, 'en', headlines)).body.data);
      expect(link.title).toEqual(expect.any(String));
      expect(link).toMatchObject({ kicker: null, dateline: null });
      for (const reason of link.reasons) expect(Object.keys(reason)).toEqual(['type']);

      const untitled = await someone(
        { action: EXPLORE, subject: ARTICLE, properties: { locales: ['en'], fields: ['slug'] } },
        READ
      );
      const { body } = await related(id, 'en', untitled);
      expect(body.data.mayPin).toBe(false);
      for (const one of storiesOf(body.data)) expect(one).toMatchObject({ title: null, url: null });
      expect((await search('a', '', untitled)).body.data).toEqual([]);

      const creator = 'admin::is-creator';
      const owner = await someone(
        {
          action: EXPLORE,
          subject: ARTICLE,
          properties: { locales: ['en'], fields: ['title'] },
          conditions: [creator],
        },
        READ
      );
      expect((await related(id, 'en', owner)).status).toBe(403);
      expect((await search('a', '', owner)).body.data).toEqual([]);
    });

    const told = (data: Json, id: string) => storiesOf(data).find(({ documentId }) => documentId === id) as Json;
    const wordsOf = ({ reasons }: Json) => reasons.filter((reason: Json) => Object.keys(reason).length > 1).length;
    const reads = (fields: string[], conditions: string[] = [], locales = ['en']): Permission => ({
      action: EXPLORE,
      subject: ARTICLE,
      properties: { locales, fields },
      conditions,
    });
    const EVERY = ['title', 'slug', 'section', 'topics', 'source', 'datelines', 'datelineDate', 'filedAt', 'body'];
    const OWN = ['admin::is-creator'];

    describe('of several roles, each for its own entries', () => {
      const [id, own, other] = [0, 1, 2].map((at) => () => idOf('chess', at));

      test('every field of one’s own stories, and the headline of others', async () => {
        const caller = await someone(reads(['title']), reads(EVERY, OWN), READ, PINS);
        await makeCreator(app, caller, ARTICLE, [own()]);
        const { data } = (await related(id(), 'en', caller)).body;
        expect(told(data, own())).toMatchObject({ title: ENGLISH.chess[1].title, kicker: 'DOCKS' });
        expect(told(data, own()).url).toMatch(/^https:/);
        expect(wordsOf(told(data, own()))).toBeGreaterThan(0);
        expect(told(data, other())).toMatchObject({ title: ENGLISH.chess[2].title, kicker: null, url: null });
        expect(wordsOf(told(data, other()))).toBe(0);

        const [mine] = (await search(own(), '', caller)).body.data;
        expect(mine).toMatchObject({ documentId: own(), kicker: 'DOCKS', state: 'published' });
        const [theirs] = (await search(other(), '', caller)).body.data;
        expect(theirs).toMatchObject({ documentId: other(), kicker: null, state: 'published' });
      });

      test('the headline of one’s own stories, and the address of others', async () => {
        const caller = await someone(reads(['slug']), reads(['title'], OWN), READ, PINS);
        await makeCreator(app, caller, ARTICLE, [own()]);
        const pins = [own(), other()];
        await set(id(), { pins, hides: [] });
        const { data } = (await related(id(), 'en', caller)).body;
        expect(data.will.targets).toMatchObject([{ title: ENGLISH.chess[1].title }, { title: null }]);
        expect(told(data, other())).toMatchObject({ title: null, url: null });
        await set(id(), { pins: [], hides: [] });
        expect((await search(other(), '', caller)).body.data).toEqual([]);
        // All other stories are newer or older than his.
        const found = (await search('a', '&limit=1', caller)).body.data;
        expect(found.map(({ documentId }: Json) => documentId)).toEqual([own()]);
      });

      test('every field in one language, and the headline in another', async () => {
        const caller = await someone(reads(['title']), reads(EVERY, [], ['fr']), READ);
        const { data } = (await related(id(), 'en', caller)).body;
        expect(told(data, own())).toMatchObject({ title: ENGLISH.chess[1].title, kicker: null });
        expect(wordsOf(told(data, own()))).toBe(0);
      });

      test('a draft’s text is not told by the words it shares', async () => {
        const draft = await writer.create(
          'articles',
          dataOf({ title: 'A draft of chess', text: ENGLISH.chess[0].text }, 83, {
            externalLinks: [{ title: 'Unpublished', url: 'https://unpublished.example' }],
          }),
          'en',
          false
        );
        const caller = await someone(reads(['title']), reads(EVERY, OWN), READ);
        await makeCreator(app, caller, ARTICLE, [own(), id()]);
        const { data } = (await related(draft, 'en', caller)).body;
        expect(data.state).toBe('draft');
        expect(JSON.stringify(data.links)).not.toContain('unpublished.example');
        for (const link of storiesOf(data)) {
          expect(link.reasons.map(({ type }: Json) => type)).not.toContain('names');
        }
        await writer.delete('articles', draft);
      });
    });

    test('what is made of several fields is told to who may read them all', async () => {
      const id = idOf('chess', 1);
      const place = await writer.create('datelines', { city: 'Batumi', country: 'GE', standsAlone: true });
      const source = await writer.create('sources', { code: 'CHS', name: 'Chess Press', kind: 'wire' });
      await writer.update('articles', id, { datelines: [place], source, datelineDate: '2026-03-02' }, 'en');
      await rested(app.strapi);
      const seenBy = async (fields: string[]) =>
        told((await related(idOf('chess', 0), 'en', await someone(reads(fields), READ))).body.data, id);
      const all = await seenBy(EVERY);
      expect(all.dateline).toContain('CHS');
      expect(all.url).toMatch(/^https:/);
      expect(wordsOf(all)).toBeGreaterThan(0);
      const without = (field: string) => seenBy(EVERY.filter((one) => one !== field));
      expect((await without('source')).dateline).toBeNull();
      expect((await without('datelineDate')).dateline).toBeNull();
      expect(await without('slug')).toMatchObject({ title: all.title, url: null });
      expect(wordsOf(await without('topics'))).toBe(0);
      expect(wordsOf(await without('body'))).toBe(0);
    });

    test('a topic that an administrator may not read cannot be linked to learn of it', async () => {
      const values = { title: 'New', topics: { connect: [{ documentId: topic }] } };
      const landingsFor = async (...permissions: Permission[]) => {
        const caller = await someone(reads(EVERY), READ, ...permissions);
        const answer = await preview({ type: ARTICLE, locale: 'en', values }, caller);
        expect(answer.status, answer.text).toBe(200);
        return answer.body.data.links.filter(({ kind }: Json) => kind === 'landing').length;
      };
      const topics = (locales: string[], conditions: string[] = []): Permission => ({
        action: EXPLORE,
        subject: TOPIC,
        properties: { locales, fields: ['name'] },
        conditions,
      });
      expect(await landingsFor(topics(['en']))).toBe(1);
      expect(await landingsFor()).toBe(0);
      expect(await landingsFor(topics(['en'], OWN))).toBe(0);
      expect(await landingsFor(topics(['fr']))).toBe(0);
    });

    test('what may be told and linked is asked by as many statements for one entry as for many', async () => {
      const caller = await someone(reads(['title']), reads(EVERY, OWN), READ, {
        action: EXPLORE,
        subject: TOPIC,
        properties: { locales: ['en'], fields: ['name'] },
        conditions: OWN,
      });
      const more: string[] = [];
      for (let at = 0; at < 5; at += 1) more.push(await writer.create('topics', { name: `Topic ${at}` }, 'en'));
      const { connection } = app.strapi.db;
      async function statementsFor(topics: string[]): Promise<number> {
        let asked = 0;
        const listen = ({ sql }: { sql: string }) => {
          if (/^select .* from \S*["`](topics|articles|admin_users)["`]/.test(sql)) asked += 1;
        };
        connection.on('query', listen);
        const connect = topics.map((documentId) => ({ documentId }));
        const values = { title: 'New', body: paragraphs(ENGLISH.chess[0].text), topics: { connect } };
        const answer = await preview({ type: ARTICLE, locale: 'en', values }, caller);
        connection.removeListener('query', listen);
        expect(storiesOf(answer.body.data).length, answer.text).toBeGreaterThan(2);
        return asked;
      }
      const one = await statementsFor(more.slice(0, 1));
      expect(one).toBeGreaterThan(2);
      expect(await statementsFor(more)).toBe(one);
    });
  });

  test('an editor of the admin may do what the desk needs once it is given the permissions', async () => {
    const clerk = await someone(
      {
        action: EXPLORE,
        subject: ARTICLE,
        properties: { locales: ['en', 'fr'], fields: ['title', 'body', 'slug', 'section'] },
      },
      READ,
      PINS
    );
    const host = idOf('chess', 1);
    const { version } = (await related(host, 'en', clerk)).body.data.will;
    const pins = [idOf('chess', 0)];
    const answer = await clerk.send('PUT', `/story-blocks/pins/${host}?locale=en`, { data: { pins, version } });
    expect(answer.status, answer.text).toBe(200);
    expect(idsOf((await related(host, 'en', clerk)).body.data)[0]).toBe(pins[0]);
    await editor.unpublish?.(pins[0], 'en');
    expect((await related(host, 'en', clerk)).body.data.will.targets).toMatchObject([{ absence: 'unpublished' }]);
    await writer.publish(pins[0], 'en');
  });
});
