import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logInWith, makeCreator, type Permission } from '../support/access/callers';
import { createAdmin, forbidRole } from '../support/admin';
import { type Answer, createClient, createToken, type Json, settled } from '../support/client';
import { rowsOf } from '../support/database';
import { paragraphs } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { adminApi, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const READ = 'plugin::story-blocks.blocks.read';
const SET = 'plugin::story-blocks.board.set';
const ARTICLE = 'api::article.article';
const SECTION = 'api::section.section';
const HOUR_MS = 3_600_000;
const FIRST = Date.parse('2025-05-06T00:00:00.000Z');
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();
const sleepUntil = (instant: string) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(instant) - Date.now()) + 20));
const idsOf = (of: Json[]): string[] => of.map(({ documentId }) => documentId);

describe.each(anyClient)('what editors want of fronts, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let editor: Writer;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    editor = adminApi(desk.admin);
  });
  afterAll(() => app?.stop());

  let filed = 0;
  async function story(title: string, section: string | null, { french = false, draft = false }: Json = {}) {
    filed += 1;
    const data = {
      title,
      ...(section ? { section } : {}),
      body: paragraphs(`${title}, and the harbour heard of it.`),
      filedAt: new Date(FIRST + filed * HOUR_MS).toISOString(),
    };
    const id = await writer.create('articles', data, 'en', !draft);
    if (french) await writer.update('articles', id, { ...data, title: `${title} en français` }, 'fr');
    return id;
  }
  async function section(name: string, site?: string): Promise<string> {
    const data = { name, ...(site ? { site } : {}) };
    const id = await writer.create('sections', data, 'en');
    await writer.update('sections', id, { ...data, name: `${name} en français` }, 'fr');
    return id;
  }
  /** A section with stories of its own, the newest first. */
  async function front(name: string, count: number, options: Json = {}) {
    const site = await writer.create('sites', { name: `Site of ${name}`, url: 'https://a.example' }, 'en');
    await writer.update('sites', site, { name: `Site de ${name}`, url: 'https://a.example' }, 'fr');
    const id = await section(name, site);
    const stories: string[] = [];
    for (let at = 0; at < count; at += 1) stories.unshift(await story(`${name} ${at}`, id, options));
    return { id, site, stories };
  }

  const address = (id: string, locale?: string) => `/story-blocks/desk/board/${id}${locale ? `?locale=${locale}` : ''}`;
  const put = (id: string, data: Json, locale?: string) => desk.admin.send('PUT', address(id, locale), { data });
  async function set(id: string, data: Json, locale?: string): Promise<Json> {
    const answer = await put(id, data, locale);
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  }
  async function board(id: string, locale?: string): Promise<Json> {
    const answer = await desk.admin.get(address(id, locale));
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  }
  const detailsOf = ({ body }: Answer) => body.error.details;

  /** A section's stories in their order, the same by every route and on the board. */
  async function list(id: string, locale = 'en'): Promise<string[]> {
    const rest = await desk.api.get(`/api/story-blocks/fronts/sections/${id}?locale=${locale}`);
    const found = idsOf(rest.body.data.teasers);
    const teasers = await desk.api.get(`/api/story-blocks/teasers?section=${id}&limit=20&locale=${locale}`);
    expect(idsOf(teasers.body.data), 'teasers').toEqual(found);
    const rails = await desk.api.get(`/api/story-blocks/rails?sections=${id}&limit=20&locale=${locale}`);
    expect(idsOf(rails.body.data[0].headlines), 'rails').toEqual(found);
    const { body } = await desk.api.graphql(
      `query ($id: String, $ids: [String!]!, $document: ID!, $locale: String, $code: I18NLocaleCode) {
         front(section: $id, locale: $locale) { teasers { documentId } }
         section(documentId: $document, locale: $code) { teasers(limit: 20) { documentId } }
         headlineRails(sections: $ids, limit: 20, locale: $locale) { headlines { documentId } }
       }`,
      { id, ids: [id], document: id, locale, code: locale }
    );
    expect(body.errors).toBeUndefined();
    expect(idsOf(body.data.front.teasers), 'by GraphQL').toEqual(found);
    expect(idsOf(body.data.section.teasers), 'on a GraphQL section').toEqual(found);
    expect(idsOf(body.data.headlineRails[0].headlines), 'GraphQL rails').toEqual(found);
    expect(idsOf((await board(id, locale)).stories), 'on the board').toEqual(found);
    expect(new Set(found).size).toBe(found.length);
    return found;
  }

  describe('what readers get', () => {
    test('pins first in their order, then the newest, then what was sent down', async () => {
      const { id, stories } = await front('Order', 6);
      const [a, b, c, d, e, f] = stories;
      expect(await list(id)).toEqual(stories);
      expect(await set(id, { pins: [e, c], sentDown: [a, b] })).toMatchObject({ version: 1, total: 6 });
      expect(await list(id)).toEqual([e, c, d, f, a, b]);
      await set(id, { pins: [c], sentDown: [a] });
      expect(await list(id)).toEqual([c, b, d, e, f, a]);
      await set(id, {});
      expect(await list(id)).toEqual(stories);
    });

    test('pages of a front hold every story once, in this order', async () => {
      const { id, stories } = await front('Pages', 7);
      const [a, b, c, d, e, f, g] = stories;
      const other = await front('Elsewhere', 1);
      await set(id, { pins: [f, other.stories[0], d], sentDown: [b, a] });
      const whole = [f, other.stories[0], d, c, e, g, a, b];
      for (const size of [1, 2, 3, 5, 8]) {
        const found: string[] = [];
        for (let page = 1; page <= Math.ceil(8 / size) + 1; page += 1) {
          const { body } = await desk.api.get(`/api/story-blocks/fronts/sections/${id}?pageSize=${size}&page=${page}`);
          expect(body.meta.pagination).toMatchObject({ total: 8, pageCount: Math.ceil(8 / size) });
          found.push(...idsOf(body.data.teasers));
        }
        expect(found, `${size} a page`).toEqual(whole);
      }
    });

    test('a story of another section stands where it was pinned, and in its own section as ever', async () => {
      const { id, stories } = await front('Guests', 2);
      const other = await front('Hosts', 2);
      await set(id, { pins: [other.stories[1]] });
      expect(await list(id)).toEqual([other.stories[1], ...stories]);
      expect(await list(other.id)).toEqual(other.stories);
    });

    test('a section of another site, and another language, are left as they were', async () => {
      const here = await front('Here', 3, { french: true });
      const there = await front('There', 3, { french: true });
      await set(here.id, { pins: [here.stories[2]] }, 'en');
      await set(there.id, { sentDown: [there.stories[0]] }, 'fr');
      const [a, b, c] = here.stories;
      expect(await list(here.id, 'en')).toEqual([c, a, b]);
      expect(await list(here.id, 'fr')).toEqual([a, b, c]);
      const [x, y, z] = there.stories;
      expect(await list(there.id, 'en')).toEqual([x, y, z]);
      expect(await list(there.id, 'fr')).toEqual([y, z, x]);
    });

    test('blocks that draw on a section follow it, and no story stands twice on a page', async () => {
      const { id, site, stories } = await front('Drawn', 5);
      const [a, b, c, d, e] = stories;
      const rail = { section: id, limit: 2 };
      await writer.update('sites', site, {
        storyLayout: [
          { __component: 'story-blocks.section-teaser', count: 1 },
          { __component: 'story-blocks.headline-rails', rails: [rail, rail] },
        ],
        frontLayout: [{ __component: 'story-blocks.headline-rails', rails: [{ section: id, limit: 5 }] }],
      });
      await set(id, { pins: [d, e], sentDown: [a] });
      const page = await desk.api.get(`/api/story-blocks/pages/${b}`);
      const [teaser, rails] = page.body.data.blocks;
      expect(idsOf(teaser.teasers)).toEqual([d]);
      expect(rails.rails.map(({ headlines }: Json) => idsOf(headlines))).toEqual([[e, c], [a]]);
      const { body } = await desk.api.get(`/api/story-blocks/fronts/sections/${id}?pageSize=3`);
      expect(idsOf(body.data.teasers)).toEqual([d, e, b]);
      expect(idsOf(body.data.blocks[0].rails[0].headlines)).toEqual([c, a]);
      const text = await desk.api.get(`/api/story-blocks/fronts/sections/${id}`, { Accept: 'text/plain' });
      expect(text.text.indexOf('Drawn 1,')).toBeLessThan(text.text.indexOf('Drawn 3,'));
    });

    test('a list without a story takes the next, pinned or not', async () => {
      const { id, stories } = await front('Without', 4);
      const [a, b, c, d] = stories;
      await set(id, { pins: [d], sentDown: [a] });
      const { body } = await desk.api.get(`/api/story-blocks/teasers?section=${id}&limit=2&exclude=${d},${b}`);
      expect(idsOf(body.data)).toEqual([c, a]);
    });

    test("a day's front is a record of the day", async () => {
      const { id, stories } = await front('Day', 3);
      await set(id, { pins: [stories[2]], sentDown: [stories[0]] });
      const days = new Set<string>();
      for (const at of [0, 1, 2]) days.add(new Date(FIRST + (filed - at) * HOUR_MS).toISOString().slice(0, 10));
      const found: string[] = [];
      for (const day of [...days].sort().reverse()) {
        const { body } = await desk.api.get(`/api/story-blocks/fronts/sections/${id}?date=${day}`);
        found.push(...idsOf(body.data.teasers));
      }
      expect(found).toEqual(stories);
    });
  });

  describe('time', () => {
    test('a pin ends at its instant, and kept answers are good until then and no longer', async () => {
      const { id, stories } = await front('Ends', 3);
      const [a, b, c] = stories;
      const path = `/api/story-blocks/fronts/sections/${id}`;
      const before = (await desk.api.get(path)).headers.get('etag') ?? '';
      const until = soon(6_000);
      await set(id, { pins: [{ documentId: c, until }, b] });
      expect((await desk.api.get(path, { 'If-None-Match': before })).status).toBe(200);
      // The worker, too, changes answers while it makes related links.
      await settled(app.strapi);
      const pinned = await desk.api.get(path);
      expect(idsOf(pinned.body.data.teasers)).toEqual([c, b, a]);
      const etag = pinned.headers.get('etag') ?? '';
      expect((await desk.api.get(path, { 'If-None-Match': etag })).status).toBe(304);
      expect((await board(id)).stories[0]).toMatchObject({ documentId: c, reason: 'pinned', until });
      await sleepUntil(until);
      const after = await desk.api.get(path, { 'If-None-Match': etag });
      expect(after.status).toBe(200);
      expect(idsOf(after.body.data.teasers)).toEqual([b, a, c]);
      expect(await list(id)).toEqual([b, a, c]);
      expect(idsOf((await board(id)).pins)).toEqual([b]);
    });

    test('an end that is left out stays, and null takes it off', async () => {
      const { id, stories } = await front('Stays', 2);
      const [a] = stories;
      const until = soon(HOUR_MS);
      await set(id, { pins: [{ documentId: a, until }] });
      expect((await set(id, { pins: [a] })).pins).toMatchObject([{ until }]);
      expect((await set(id, { pins: [{ documentId: a, until: null }] })).pins).toMatchObject([{ until: null }]);
    });
  });

  describe('a pin whose story is not live', () => {
    test('waits while it is unpublished, keeps its place, and returns to it', async () => {
      const { id, stories } = await front('Waits', 4, { french: true });
      const [a, b, c, d] = stories;
      await set(id, { pins: [d, c], sentDown: [a] }, 'en');
      await editor.unpublish?.(d, 'en');
      expect(await list(id)).toEqual([c, b, a]);
      expect((await board(id)).pins).toMatchObject([
        { documentId: d, absence: 'unpublished', title: 'Waits 0' },
        { documentId: c, absence: null },
      ]);
      await editor.unpublish?.(a, 'en');
      expect(await list(id)).toEqual([c, b]);
      await writer.publish(d, 'en');
      await writer.publish(a, 'en');
      expect(await list(id)).toEqual([d, c, b, a]);
    });

    test('says why it waits', async () => {
      const { id } = await front('Why', 1, { french: true });
      const held = await story('Why held', id);
      const embargoed = await story('Why embargoed', id);
      const draft = await story('Why draft', id, { draft: true });
      const deleted = await story('Why deleted', id);
      await set(id, { pins: [held, embargoed, draft, deleted] }, 'fr');
      await set(id, { pins: [held, embargoed, draft, deleted] });
      const until = soon(HOUR_MS);
      await desk.api.write('PUT', `/api/story-blocks/holds/${held}`, { state: 'canceled' });
      await desk.api.write('PUT', `/api/story-blocks/holds/${embargoed}`, { state: 'embargo', until });
      await writer.delete('articles', deleted, '*');
      const why = ({ pins }: Json) => pins.map(({ absence }: Json) => absence);
      const english = await board(id);
      expect(why(english)).toEqual(['canceled', 'embargo', 'unpublished', 'deleted']);
      expect(english.pins[1].heldUntil).toBe(until);
      expect(why(await board(id, 'fr'))).toEqual(['canceled', 'embargo', 'otherLanguage', 'deleted']);
      await set(id, { pins: [{ documentId: deleted }, draft], version: english.version });
    });
  });

  test('a kill names the fronts that pinned the story, and none has it after', async () => {
    const { id } = await front('Killed', 2);
    const other = await front('Killer', 1);
    await set(id, { pins: [other.stories[0]] });
    const held = await desk.api.write('PUT', `/api/story-blocks/holds/${other.stories[0]}`, { state: 'canceled' });
    const fronts = held.receipt.pages.named.filter(({ page }: Json) => page === 'front');
    expect(idsOf(fronts).sort()).toEqual([id, other.id].sort());
    expect(await list(id)).not.toContain(other.stories[0]);
  });

  test('a section that is deleted takes its wishes with it', async () => {
    const { id, stories } = await front('Leaving', 1);
    await set(id, { pins: stories });
    await set(id, { pins: stories }, 'fr');
    await writer.delete('sections', id, 'fr');
    const left = () => rowsOf(app.strapi, 'select * from story_blocks_board_wishes where section_id = ?', [id]);
    expect(await left()).toHaveLength(2);
    await editor.delete('sections', id, '*');
    expect(await left()).toEqual([]);
  });

  describe('two editors at once', () => {
    test('the later one is told what stands, and nothing is overwritten', async () => {
      const { id, stories } = await front('Both', 3);
      const [a, b] = stories;
      const { version } = await board(id);
      expect(version).toBe(0);
      await set(id, { pins: [a], version });
      const refused = await put(id, { pins: [b], version });
      expect(refused.status).toBe(409);
      expect(detailsOf(refused)).toMatchObject({
        code: 'VERSION_CONFLICT',
        version: 1,
        board: { version: 1, pins: [{ documentId: a, title: 'Both 2' }] },
      });
      expect(await set(id, { pins: [a, b], version: 1 })).toMatchObject({ version: 2 });
      expect(await list(id)).toEqual(stories);
    });

    test('of many at the same instant exactly one wins', async () => {
      const { id, stories } = await front('Crowd', 8);
      const answers = await Promise.all(stories.map((one) => put(id, { pins: [one], version: 0 })));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
      expect((await board(id)).version).toBe(1);
    });

    test('languages have versions of their own', async () => {
      const { id, stories } = await front('Apart', 1, { french: true });
      await set(id, { pins: stories, version: 0 }, 'en');
      await set(id, { pins: stories, version: 0 }, 'fr');
      expect((await put(id, { pins: [], version: 0 }, 'en')).status).toBe(409);
    });
  });

  describe('the board', () => {
    test('says of each story and block why it stands there', async () => {
      const sport = await front('Sport', 3);
      const { id, site, stories } = await front('Reasons', 3);
      const rails = { rails: [{ section: sport.id, limit: 2 }, { section: id }, { section: await section('Empty') }] };
      await writer.update('sites', site, {
        frontLayout: [
          { __component: 'story-blocks.section-teaser', section: sport.id, count: 1, cut: 'word' },
          { __component: 'story-blocks.headline-rails', ...rails },
          { __component: 'story-blocks.comments', text: 'Write to us' },
          { __component: 'story-blocks.section-teaser', count: 2 },
        ],
      });
      await set(sport.id, { pins: [sport.stories[2]], sentDown: [sport.stories[0]] });
      const [a, b, c] = stories;
      const found = await set(id, { pins: [c], sentDown: [a] });
      expect(found).toMatchObject({
        section: { documentId: id, name: 'Reasons' },
        site: { documentId: site },
        locale: 'en',
        layoutOf: 'site',
        total: 3,
        maySet: true,
        stories: [
          { documentId: c, reason: 'pinned', title: 'Reasons 0', kicker: 'Reasons', until: null },
          { documentId: b, reason: 'newest' },
          { documentId: a, reason: 'sentDown' },
        ],
        sentDown: [{ documentId: a, absence: null }],
      });
      expect(found.stories[0].excerpt).toContain('the harbour heard');
      const [teaser, railsBlock, comments, own] = found.blocks;
      expect(teaser).toMatchObject({
        type: 'section-teaser',
        isShown: true,
        lists: [{ section: { name: 'Sport' }, stories: [{ documentId: sport.stories[2], reason: 'pinned' }] }],
      });
      expect(teaser.settings).toEqual(expect.arrayContaining([{ name: 'count', value: '1' }]));
      expect(railsBlock.lists).toMatchObject([
        {
          label: 'Sport',
          section: { documentId: sport.id },
          stories: [
            { documentId: sport.stories[1], reason: 'newest', title: 'Sport 1' },
            { documentId: sport.stories[0], reason: 'sentDown' },
          ],
        },
        { section: { documentId: id }, stories: [] },
        { section: { name: 'Empty' }, stories: [] },
      ]);
      expect(comments).toMatchObject({ isShown: true, lists: [], settings: [{ name: 'text', value: 'Write to us' }] });
      expect(own).toMatchObject({ isShown: false, lists: [{ section: { documentId: id }, stories: [] }] });
    });

    test('is listed by site and language', async () => {
      const { id, site } = await front('Listed', 1);
      const answer = await desk.admin.get('/story-blocks/desk/board');
      expect(answer.body.data.locales[0]).toMatchObject({ code: 'en' });
      expect(answer.body.data.sites).toContainEqual({ documentId: site, name: 'Site of Listed' });
      expect(answer.body.data.sections).toContainEqual({
        documentId: id,
        siteId: site,
        languages: [
          { locale: 'en', name: 'Listed' },
          { locale: 'fr', name: 'Listed en français' },
        ],
      });
    });

    test('finds stories by words of the headline, by address and by id, published or not', async () => {
      const { id, stories } = await front('Search heron', 2);
      const draft = await story('Search heron at night', id, { draft: true });
      const ask = async (q: string, locale = 'en') =>
        (await desk.admin.get(`/story-blocks/desk/stories?locale=${locale}&q=${encodeURIComponent(q)}`)).body.data;
      expect(idsOf(await ask('HERON search')).sort()).toEqual([...stories, draft].sort());
      expect(await ask('heron night')).toMatchObject([
        { documentId: draft, state: 'draft', type: ARTICLE, kicker: null },
      ]);
      expect(await ask(stories[0])).toMatchObject([{ state: 'published', kicker: 'Search heron' }]);
      const teasers = (await desk.api.get(`/api/story-blocks/teasers?section=${id}`)).body.data;
      expect(idsOf(await ask(teasers[1].url))).toEqual([teasers[1].documentId]);
      expect([await ask('heron', 'fr'), await ask('x'.repeat(400))]).toEqual([[], []]);
    });
  });

  describe('what is refused', () => {
    let id: string;
    let stories: string[];
    beforeAll(async () => {
      ({ id, stories } = await front('Refused', 3));
      await set(id, { pins: [stories[0]] });
    });

    test('bad input is a 400 that names the field, and changes nothing', async () => {
      const [a, b] = stories;
      const cases: [string, Json, (string | number)[]][] = [
        ['an unknown story', { pins: [a, 'nobody'] }, ['data', 'pins', 1, 'documentId']],
        ['an unknown story sent down', { sentDown: ['nobody'] }, ['data', 'sentDown', 0]],
        ['both', { pins: [a], sentDown: [b, a] }, ['data', 'sentDown', 1]],
        ['an end in the past', { pins: [{ documentId: b, until: soon(-1_000) }] }, ['data', 'pins', 0, 'until']],
        ['an end that is none', { pins: [{ documentId: b, until: 'noon' }] }, ['data', 'pins', 0, 'until']],
        ['a null character', { pins: ['a\0b'] }, ['data', 'pins', 0, 'documentId']],
        ['an empty id', { sentDown: [''] }, ['data', 'sentDown', 0]],
        ['too many', { sentDown: Array.from({ length: 51 }, (_, at) => `id${at}`) }, ['data', 'sentDown']],
        ['a version that is none', { version: 'last' }, ['data', 'version']],
        ['an unknown key', { lead: a }, ['data']],
      ];
      for (const [what, data, path] of cases) {
        const answer = await put(id, data);
        expect(answer.status, `${what}: ${answer.text}`).toBe(400);
        expect(detailsOf(answer).errors[0].path, what).toEqual(path);
      }
      for (const body of [undefined, {}, { data: null }, []]) {
        expect((await desk.admin.send('PUT', address(id), body)).status, JSON.stringify(body)).toBe(400);
      }
      expect(await board(id)).toMatchObject({ version: 1, pins: [{ documentId: a }] });
    });

    test('unknown languages are a 400, unknown sections a 404', async () => {
      for (const locale of ['xx', '*', '%00']) {
        expect((await desk.admin.get(address(id, locale))).status, locale).toBe(400);
        expect((await put(id, {}, locale)).status, locale).toBe(400);
      }
      for (const named of ['nobody', '%00', 'refused']) {
        expect((await desk.admin.get(address(named))).status, named).toBe(404);
        expect((await put(named, {})).status, named).toBe(404);
      }
    });

    test('who may not gets 401 or 403, and who may only look cannot change it', async () => {
      await forbidRole(app, 'strapi-author', 'story-blocks');
      const callers: [string, ReturnType<typeof createClient>, number][] = [
        ['nobody', createClient(app), 401],
        ['a token of the content API', createClient(app, await createToken(app.strapi, 'full-access')), 401],
        ['an editor who was not allowed to', await createAdmin(app, 'strapi-author'), 403],
      ];
      for (const [who, caller, status] of callers) {
        for (const path of [address(id), '/story-blocks/desk/board']) {
          expect((await caller.get(path)).status, `${who} ${path}`).toBe(status);
        }
        expect((await caller.send('PUT', address(id), { data: {} })).status, who).toBe(status);
      }
    });

    test('a board shows what the content manager would', async () => {
      const read = (subject: string, properties: Permission['properties']): Permission => ({
        action: 'plugin::content-manager.explorer.read',
        subject,
        properties,
        conditions: [],
      });
      const all = { fields: ['title', 'body', 'summary', 'section', 'image'], locales: ['en', 'fr'] };
      const sections = read(SECTION, { fields: ['name'], locales: ['en'] });
      const callerWith = async (...more: (Permission | string)[]) =>
        createClient(app, await logInWith(app, [READ, ...more]));

      const blind = await callerWith(sections);
      const hidden = (await blind.get(address(id))).body.data;
      expect(hidden.stories).toHaveLength(3);
      expect(hidden).toMatchObject({ maySet: false, site: null });
      for (const one of hidden.stories) expect(one).toMatchObject({ title: null, excerpt: null, kicker: null });
      expect(hidden.pins[0].title).toBeNull();
      expect((await blind.send('PUT', address(id), { data: {} })).status).toBe(403);

      const noBody = await callerWith(sections, read(ARTICLE, { ...all, fields: ['title', 'section'] }));
      expect((await noBody.get(address(id))).body.data.stories[0]).toMatchObject({
        title: 'Refused 2',
        kicker: 'Refused',
        excerpt: null,
      });
      const french = await callerWith(sections, read(ARTICLE, { ...all, locales: ['fr'] }));
      expect((await french.get(address(id))).body.data.stories[0].title).toBeNull();
      expect((await french.get(address(id, 'fr'))).status).toBe(404);
      const noSections = await callerWith(read(ARTICLE, all));
      expect((await noSections.get(address(id))).status).toBe(404);
      expect((await noSections.get('/story-blocks/desk/board')).body.data.sections).toEqual([]);

      const several = await callerWith(sections, read(ARTICLE, { ...all, fields: ['title'] }), {
        ...read(ARTICLE, all),
        conditions: ['admin::is-creator'],
      });
      const [first, second] = (await board(id)).stories;
      await makeCreator(app, several, ARTICLE, [second.documentId]);
      expect((await several.get(address(id))).body.data.stories).toMatchObject([
        { title: first.title, kicker: null, excerpt: null },
        { title: second.title, kicker: 'Refused', excerpt: second.excerpt },
        { kicker: null, excerpt: null },
      ]);

      const setter = await callerWith(SET, sections, read(ARTICLE, all));
      const answer = await setter.send('PUT', address(id), { data: { pins: [stories[1]] } });
      expect(answer.body.data).toMatchObject({ maySet: true, stories: [{ title: 'Refused 1' }, {}, {}] });
    });
  });

  test('wishes for however many sections are read by one statement, and all that reads them has its index', async () => {
    const fronts = [await front('One', 2), await front('Two', 2), await front('Three', 2), await front('Four', 2)];
    for (const { id, stories } of fronts) await set(id, { pins: [stories[1]], sentDown: [stories[0]] });
    await set(fronts[0].id, { pins: [{ documentId: fronts[0].stories[1], until: '2040-01-01T00:00:00Z' }] });
    await settled(app.strapi);
    const layout = (count: number) => [
      { __component: 'story-blocks.section-teaser', count: 1 },
      {
        __component: 'story-blocks.headline-rails',
        rails: fronts.slice(0, count).map(({ id }) => ({ section: id, limit: 1 })),
      },
    ];
    const { connection } = app.strapi.db;
    type Asked = { sql: string; bindings: unknown[] };
    async function asking(work: () => Promise<unknown>): Promise<Asked[]> {
      const asked: Asked[] = [];
      const listen = (query: Asked) => {
        if (/^select .*story_blocks_board_wishes/.test(query.sql)) asked.push(query);
      };
      connection.on('query', listen);
      await work();
      connection.removeListener('query', listen);
      return asked;
    }
    const [{ id, site, stories }] = fronts;
    for (const count of [1, 4]) {
      await writer.update('sites', site, { storyLayout: layout(count), frontLayout: layout(count) });
      const asked = [
        await asking(() => desk.api.graphql(`{ front(section: "${id}") { blocks { __typename } } }`)),
        await asking(() => desk.api.graphql(`{ storyPage(documentId: "${stories[0]}") { blocks { __typename } } }`)),
        await asking(() =>
          desk.api.graphql(`{ headlineRails(sections: ${JSON.stringify(fronts.map((one) => one.id))}) { label } }`)
        ),
      ];
      expect(
        // When the next pin ends is asked for once a generation, by whoever comes first.
        asked.map((of) => of.filter(({ sql }) => !/order by .*until/.test(sql)).length),
        `${count} rails`
      ).toEqual([1, 1, 1]);
    }
    const statements = await asking(async () => {
      await desk.api.get(`/api/story-blocks/fronts/sections/${id}`);
      await desk.api.write('PUT', `/api/story-blocks/holds/${stories[1]}`, { state: 'withheld' });
      await board(id);
    });
    const different = new Map(statements.map((one) => [one.sql.replace(/\?|\$\d+/g, '').replace(/[ ,]+/g, ' '), one]));
    expect(different.size).toBeGreaterThan(2);
    for (const { sql, bindings } of different.values()) {
      const plan = await connection.transaction(async (trx) => {
        // However small the table is.
        if (client === 'postgres') await trx.raw('set local enable_seqscan = off');
        const explained = await trx.raw(
          `${client === 'postgres' ? 'explain' : 'explain query plan'} ${sql.replace(/\$\d+/g, '?')}`,
          bindings as never
        );
        return JSON.stringify(client === 'postgres' ? explained.rows : explained);
      });
      expect(plan, sql).toMatch(client === 'postgres' ? /Index Cond/ : /SEARCH story_blocks_board_wishes USING/);
      expect(plan, sql).not.toMatch(/Seq Scan|SCAN story_blocks_board_wishes/);
    }
  });
});
