import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logInWith, makeCreator, type Permission } from '../support/access/callers';
import { documentsOf, manager } from '../support/admin';
import { bootChanged, editNewsroom } from '../support/changed-app';
import { type Client, createClient, type Json, settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, paragraphs, storyData, writeStory } from '../support/newsroom';
import { withoutFloor } from '../support/related';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const READ = 'plugin::content-manager.explorer.read';
const BLOCKS = 'plugin::story-blocks.blocks.read';
const HOLDS = 'plugin::story-blocks.holds.set';
const FIELDS = ['title', 'slug', 'section', 'topics', 'source', 'datelines', 'datelineDate', 'filedAt', 'body'];
const WORLD = ['api::section.section', 'api::dateline.dateline', 'api::source.source', 'api::author.author'];
const PREVIEW = '/story-blocks/desk/story/preview';

const codes = ({ findings }: Json) => findings.map(({ code }: Json) => code);
const found = ({ findings }: Json, wanted: string) => findings.find(({ code }: Json) => code === wanted);
const fieldOf = ({ body }: { body: Json }) => body.error.details.errors[0].path.join('.');

describe.each(anyClient)('the story’s panel, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    await withoutFloor(desk);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'dsk');
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const connect = (...ids: string[]) => ({ connect: ids.map((documentId) => ({ documentId })), disconnect: [] });
  /** A form that was never saved, as the panel sends it. */
  const form = (more: Data = {}): Data => ({
    title: 'Ferry frozen in',
    slug: 'ferry-frozen-in',
    section: connect(room.sections.sport),
    source: connect(room.sources.npa),
    datelines: connect(room.places.tromso),
    datelineDate: '2026-03-02',
    filedAt: '2026-03-02T09:00:00.000Z',
    byline: [{ __temp_key__: 'a0', author: connect(room.authors.ana), location: 'Tromso dsk' }],
    body: paragraphs('One two three four five six seven eight nine ten eleven twelve thirteen.', 'More.'),
    ...more,
  });
  async function preview(values: Data, more: Data = {}, caller: Client = desk.admin): Promise<Json> {
    const answer = await caller.send('POST', PREVIEW, { type: ARTICLE, locale: 'en', values, ...more });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  }
  const draft = (title: string, more: Data = {}) => writeStory(writer, room, title, more, false);
  const as = async (...actions: (string | Permission)[]) => createClient(app, await logInWith(app, actions));
  const reader = (properties: Permission['properties'] = { fields: FIELDS, locales: ['en', 'fr'] }, more = {}) => ({
    action: READ,
    subject: ARTICLE,
    properties,
    ...more,
  });

  describe('how a story will read', () => {
    test('a form that was never saved reads as the page does once it is published', async () => {
      const before = await preview(form());
      expect(before).toMatchObject({ documentId: null, locale: 'en', hold: null, timezone: 'Europe/Oslo' });
      expect(before.url).toBe('https://north-dsk.example/sport-dsk/ferry-frozen-in');
      // The block of the site's story page that shows this section.
      expect(before.cut).toMatchObject({ length: 60, cut: 'word', tail: ' ... read more' });
      expect(before.cut.where).toBe('Northern dsk');
      expect(before.teaser).toMatchObject({ truncated: true });

      const { __temp_key__: _, ...credit } = (form().byline as Data[])[0] as Json;
      const id = await writer.create(
        'articles',
        {
          ...form(),
          section: room.sections.sport,
          source: room.sources.npa,
          datelines: [room.places.tromso],
          byline: [{ ...credit, author: room.authors.ana }],
        },
        'en'
      );
      await settled(app.strapi);
      const { story } = (await desk.api.get(`/api/story-blocks/pages/${id}`)).body.data;
      for (const key of ['title', 'kicker', 'byline', 'dateline', 'slug', 'url']) {
        expect(before[key], key).toBe(story[key]);
      }
      const other = (await desk.api.get(`/api/story-blocks/pages/${room.stories[0]}`)).body.data;
      const [shown] = other.blocks.find(({ type }: Json) => type === 'section-teaser').teasers;
      const { firstPublishedAt } = story;
      expect(shown).toEqual({ ...before.teaser, documentId: id, firstPublishedAt });

      const saved = (await desk.admin.get(`/story-blocks/desk/story/${id}?locale=en`)).body.data;
      expect(saved).toMatchObject({ documentId: id, teaser: shown, byline: story.byline });
      await writer.delete('articles', id);
    });

    test('one request tells the story and its links, and the links are those that are asked for alone', async () => {
      await writeStory(writer, room, 'Ferry frozen in at the northern quay');
      await settled(app.strapi);
      const { title, body, section, filedAt } = form();
      const { related, ...story } = await preview(form(), { include: ['related'] });
      const alone = await desk.admin.send('POST', '/story-blocks/desk/related/preview', {
        type: ARTICLE,
        locale: 'en',
        values: { title, body, section, filedAt },
      });
      expect(related).toEqual(alone.body.data);
      expect(related.links.length).toBeGreaterThan(0);
      expect(story).toEqual(await preview(form()));
      const wrong = await desk.admin.send('POST', PREVIEW, { type: ARTICLE, values: {}, include: ['secrets'] });
      expect([wrong.status, fieldOf(wrong)]).toEqual([400, 'include.0']);
    });

    test('what the form leaves out is as it was saved, and unsaved changes are on top of it', async () => {
      const id = await draft('Half written');
      const saved = (await desk.admin.get(`/story-blocks/desk/story/${id}`)).body.data;
      expect(saved.kicker).toBe('WORLD dsk');
      const change = {
        title: 'Rewritten',
        section: { connect: [{ documentId: room.sections.port }], disconnect: [room.sections.world] },
        datelines: { connect: [{ documentId: room.places.brest }], disconnect: [] },
        summary: 'A summary.',
      };
      const changed = await preview(change, { documentId: id });
      expect(changed).toMatchObject({ title: 'Rewritten', kicker: 'PORT dsk', byline: saved.byline });
      expect(changed.dateline).toContain('Tromso dsk/Brest dsk');
      expect(changed.teaser).toMatchObject({ excerpt: 'A summary.', truncated: false });
      expect((await desk.admin.get(`/story-blocks/desk/story/${id}`)).body.data.title).toBe(saved.title);
    });

    test('another language has its own, and one that is not written begins empty', async () => {
      const id = await draft('In two languages');
      const french = (await desk.admin.get(`/story-blocks/desk/story/${id}?locale=fr`)).body.data;
      expect(french).toMatchObject({ locale: 'fr', kicker: 'World dsk fr' });
      const fresh = await preview({ title: 'はじめ' }, { documentId: id, locale: 'ja' });
      expect(fresh).toMatchObject({ documentId: null, locale: 'ja', title: 'はじめ', kicker: null });
      expect((await desk.admin.get(`/story-blocks/desk/story/${id}?locale=ja`)).status).toBe(404);
    });
  });

  describe('findings before publishing', () => {
    test('a story that is ready has none', async () => {
      expect((await preview(form())).findings).toEqual([]);
    });

    test('what is missing is told with its field, the gravest first', async () => {
      const empty = await preview({ title: ' ', body: [] });
      expect(found(empty, 'HEADLINE_MISSING')).toMatchObject({ severity: 'error', field: 'title' });
      expect(found(empty, 'BODY_MISSING')).toMatchObject({ severity: 'error', field: 'body' });
      expect(found(empty, 'SECTION_MISSING')).toMatchObject({ severity: 'error', field: 'section' });
      expect(found(empty, 'PLACE_MISSING')).toMatchObject({ severity: 'warning', field: 'datelines' });
      expect(found(empty, 'datelines.AUTHOR_MISSING')).toMatchObject({ field: 'byline' });
      const order = empty.findings.map(({ severity }: Json) => ['error', 'warning', 'info'].indexOf(severity));
      expect(order).toEqual([...order].sort());
    });

    test('the datelines plugin’s findings are among them', async () => {
      const late = await preview(form({ datelineDate: '2026-03-09' }));
      expect(codes(late)).toEqual(['datelines.DATE_AFTER_PUBLICATION']);
      expect(late.findings[0]).toMatchObject({ field: 'datelineDate', values: { date: '2026-03-09' } });
    });

    test('a slug that is another story’s, or was', async () => {
      const id = await writeStory(writer, room, 'Owns its slug');
      const [{ slug }] = (await desk.api.get(`/api/articles?filters[documentId]=${id}`)).body.data;
      expect(codes(await preview(form({ slug })))).toEqual(['SLUG_TAKEN']);
      expect(codes(await preview({ slug }, { documentId: id }))).not.toContain('SLUG_TAKEN');
      await desk.api.write('PUT', `/api/articles/${id}`, { slug: 'owns-another-now' });
      expect(found(await preview(form({ slug })), 'SLUG_TAKEN')).toMatchObject({ severity: 'error', field: 'slug' });
    });

    test('a slug that is not safe in an address, or another’s but for its case; a headline with references', async () => {
      await writeStory(writer, room, 'Case of its own', { slug: 'Case-Of-Its-Own' });
      const unsafe = await preview(form({ title: 'Q&amp;A: what&#39;s next', slug: '..' }));
      expect(codes(unsafe)).toEqual(['story-slugs.SLUG_UNSAFE', 'story-slugs.HEADLINE_REFERENCES']);
      expect(unsafe.findings).toMatchObject([
        { severity: 'warning', field: 'slug', values: { slug: '..', suggestion: 'q-and-a-whats-next' } },
        { severity: 'warning', field: 'title', values: { decoded: "Q&A: what's next" } },
      ]);
      const alike = found(await preview(form({ slug: 'case-of-its-own' })), 'story-slugs.SLUG_ALIKE');
      expect(alike).toMatchObject({ severity: 'warning', values: { suggestion: 'case-of-its-own-2' } });
      expect(codes(await preview(form({ title: 'AT&T and R&D' })))).toEqual([]);
    });

    test('a section that is gone in this language', async () => {
      const section = await writer.create('sections', { name: 'Soon gone' }, 'en');
      const id = await draft('Orphaned', { section: null });
      const linked = { section: connect(section) };
      expect(codes(await preview(linked, { documentId: id }))).not.toContain('SECTION_GONE');
      await writer.delete('sections', section);
      expect(found(await preview(linked, { documentId: id }), 'SECTION_GONE')).toMatchObject({ field: 'section' });
    });

    test.each([
      [{ state: 'canceled' }, 'KILLED', 'error'],
      [{ state: 'withheld' }, 'WITHHELD', 'error'],
      [{ state: 'embargo', until: '2040-01-01T06:00:00.000Z' }, 'EMBARGO', 'warning'],
      [{ state: 'embargo', until: '2040-01-01T06:00:00.000Z', thenPublish: true }, 'EMBARGO_THEN_PUBLISHED', 'info'],
    ])('a hold: %j', async (data, code, severity) => {
      const id = await draft(`Held ${code}`);
      await desk.admin.send('PUT', `/story-blocks/holds/${id}`, { data });
      const story = await preview({}, { documentId: id });
      expect(story.hold).toMatchObject(data);
      expect(found(story, code)).toMatchObject({ severity, field: null });
      await desk.admin.send('DELETE', `/story-blocks/holds/${id}`);
      const after = await preview({}, { documentId: id });
      expect(after.hold).toBeNull();
      expect(codes(after)).not.toContain(code);
    });
  });

  describe('the whole page from the draft', () => {
    test('is the page that a previewing frontend gets', async () => {
      const id = await draft('Not yet out');
      for (const locale of ['en', 'fr']) {
        const page = (await desk.admin.get(`/story-blocks/desk/pages/${id}?locale=${locale}`)).body;
        const { data } = (await desk.api.get(`/api/story-blocks/pages/${id}?locale=${locale}&status=draft`)).body;
        expect(page.data).toEqual(data);
        expect(page.data.blocks.map(({ type }: Json) => type)).toEqual(
          expect.arrayContaining(['section-teaser', 'headline-rails', 'share', 'rights'])
        );
        expect(page.meta).toEqual({ locale });
      }
      const site = 'Harbor dsk';
      const there = (await desk.admin.get(`/story-blocks/desk/pages/${id}?locale=en&site=${site}`)).body.data;
      expect(there.site.name).toBe(site);
      expect((await desk.admin.get(`/story-blocks/desk/pages/${id}?site=None`)).status).toBe(404);
    });

    test('shows the draft of a story that is published otherwise', async () => {
      const id = await writeStory(writer, room, 'As it is out');
      await desk.api.write('PUT', `/api/articles/${id}?status=draft`, { title: 'As it will be' });
      const { story } = (await desk.admin.get(`/story-blocks/desk/pages/${id}`)).body.data;
      expect(story.title).toBe('As it will be');
    });

    test('keeps the place of stories whose headline an editor may not read, and tells nothing of them', async () => {
      const id = await draft('Seen by few');
      const fields = FIELDS.filter((field) => field !== 'title');
      const caller = await as(BLOCKS, reader({ fields, locales: ['en', 'fr'] }));
      const { data } = (await caller.get(`/story-blocks/desk/pages/${id}`)).body;
      expect(data.story.title).toBe('');
      const rails = data.blocks.find(({ type }: Json) => type === 'headline-rails').rails;
      const headlines = rails.flatMap((rail: Json) => rail.headlines);
      expect(headlines.length).toBeGreaterThan(3);
      for (const one of headlines) expect(one).toEqual({ documentId: one.documentId, title: '', hidden: true });
      expect(JSON.stringify(data)).not.toContain('headline of dsk');

      const noText = await as(BLOCKS, reader({ fields: ['title', 'section'], locales: ['fr'] }));
      const french = (await noText.get(`/story-blocks/desk/pages/${id}?locale=fr`)).body.data;
      const [teaser] = french.blocks.find(({ type }: Json) => type === 'section-teaser').teasers;
      expect(teaser.title).toContain('headline of dsk');
      expect(teaser).not.toHaveProperty('excerpt');
      expect(french.story.body).toEqual([]);
    });
  });

  describe('who may ask', () => {
    const ASKED: [string, (id: string) => Parameters<Client['send']>][] = [
      ['its preview', () => ['POST', PREVIEW, { type: ARTICLE, values: {} }]],
      ['the saved story', (id) => ['GET' as never, `/story-blocks/desk/story/${id}`]],
      ['the page', (id) => ['GET' as never, `/story-blocks/desk/pages/${id}`]],
      ['where it stands', (id) => ['GET' as never, `/story-blocks/desk/standing/${id}`]],
      ['pages again', (id) => ['POST', `/story-blocks/desk/standing/${id}`, { pages: [] }]],
    ];

    test.each(ASKED)('%s: those with the permission', async (_name, question) => {
      const [id] = room.stories;
      const nobody = createClient(app);
      expect((await nobody.send(...question(id))).status).toBe(401);
      expect((await (await as(reader())).send(...question(id))).status).toBe(403);
      expect((await (await as(reader(), BLOCKS)).send(...question(id))).status).toBe(200);
    });

    test('where it stands is told to those who may hold it', async () => {
      const holder = await as(HOLDS);
      const { status, body } = await holder.get(`/story-blocks/desk/standing/${room.stories[0]}`);
      expect(status).toBe(200);
      // He may read no story: counts alone.
      expect(body.data.pages.total).toBeGreaterThan(0);
      expect(body.data.pages.named).toEqual([]);
      const page = { page: 'story', kind: null, documentId: room.stories[0], locale: 'en' };
      const again = (as: Client, pages: unknown[]) =>
        as.send('POST', `/story-blocks/desk/standing/${room.stories[0]}`, { pages });
      expect((await again(holder, [page])).body.data).toEqual([]);
      expect((await again(desk.admin, [page])).body.data).toMatchObject([{ gone: false }]);
      expect((await again(desk.admin, [{ ...page, locale: 'xx' }])).status).toBe(400);
    });

    test('the panel knows story types and permissions', async () => {
      const all = (await desk.admin.get('/story-blocks/desk/story-types')).body.data;
      expect(all.may).toEqual({ blocks: true, pins: true, holds: true });
      expect(all.stories).toMatchObject([{ uid: ARTICLE, canBeHeld: true }]);
      expect(all.stories[0].mapped).toEqual(expect.arrayContaining(['title', 'byline', 'body']));
      const few = (await (await as(reader(), HOLDS)).get('/story-blocks/desk/story-types')).body.data;
      expect(few).toEqual({ stories: all.stories, may: { blocks: false, pins: false, holds: true } });
      expect((await (await as(BLOCKS)).get('/story-blocks/desk/story-types')).status).toBe(403);
    });

    test('content-manager’s own permissions apply: type, language, owner, field', async () => {
      const id = await draft('Guarded');
      const address = `/story-blocks/desk/story/${id}`;
      expect((await (await as(BLOCKS)).get(address)).status).toBe(404);
      expect((await (await as(BLOCKS)).send('POST', PREVIEW, { type: ARTICLE })).status).toBe(403);
      const french = await as(BLOCKS, reader({ fields: FIELDS, locales: ['fr'] }));
      expect((await french.get(`${address}?locale=en`)).status).toBe(404);
      expect((await french.get(`${address}?locale=fr`)).status).toBe(200);
      const owner = await as(BLOCKS, reader(undefined, { conditions: ['admin::is-creator'] }));
      expect((await owner.get(address)).status).toBe(404);
      expect((await owner.send('POST', PREVIEW, { type: ARTICLE, documentId: id, values: {} })).status).toBe(404);

      const blind = await as(BLOCKS, reader({ fields: ['title', 'datelines'], locales: ['en'] }));
      const story = (await blind.get(address)).body.data;
      expect(story).toMatchObject({ title: headline(room, 'Guarded'), kicker: null, byline: null, slug: null });
      expect(story.teaser.excerpt).toBe('');
      // What he may not read is not missing.
      expect(codes(story)).toEqual([]);
    });

    test('an entry that an editor may not read cannot be linked to learn of it', async () => {
      const caller = await as(BLOCKS, reader());
      const values = form({ byline: [] });
      expect(await preview(values, {}, caller)).toMatchObject({ kicker: null, dateline: null });
      const subjects = WORLD.map((subject) => ({ action: READ, subject, properties: { locales: ['en'] } }));
      const world = await as(BLOCKS, reader(), ...subjects);
      expect((await preview(values, {}, world)).kicker).toBe('SPORT dsk');
    });

    test('nor one that is another’s, or that he may read in another language alone', async () => {
      const values = form({ byline: [{ __temp_key__: 'a0', author: connect(room.authors.ana) }] });
      const world = (subjects: string[], more: Partial<Permission>) =>
        subjects.map((subject) => ({ action: READ, subject, properties: { locales: ['en'] }, ...more }));
      const all = await as(BLOCKS, reader(), ...world(WORLD, {}));
      const told = await preview(values, {}, all);
      expect(told).toMatchObject({ kicker: 'SPORT dsk', byline: expect.stringContaining('Ana Lund dsk') });

      const owner = await as(BLOCKS, reader(), ...world(WORLD, { conditions: ['admin::is-creator'] }));
      expect(await preview(values, {}, owner)).toMatchObject({ kicker: null, byline: null, dateline: null });
      await makeCreator(app, owner, 'api::section.section', [room.sections.sport]);
      expect(await preview(values, {}, owner)).toMatchObject({ kicker: 'SPORT dsk', byline: null });

      const french = await as(BLOCKS, reader(), ...world(WORLD, { properties: { locales: ['fr'] } }));
      // Authors have no languages.
      expect(await preview(values, {}, french)).toMatchObject({ kicker: null, byline: told.byline });
      // What was linked before stays.
      const id = await draft('Linked before', { section: room.sections.sport });
      expect((await preview({ title: 'x' }, { documentId: id }, french)).kicker).toBe('SPORT dsk');
    });

    test('of several roles each is for its own stories', async () => {
      const caller = await as(
        BLOCKS,
        reader({ fields: ['title'], locales: ['en'] }),
        reader({ fields: [...FIELDS, 'summary'], locales: ['en'] }, { conditions: ['admin::is-creator'] })
      );
      const [own, other] = [await draft('His own', { section: null }), await draft('Another’s', { section: null })];
      await makeCreator(app, caller, ARTICLE, [own]);
      const see = async (id: string) => (await caller.get(`/story-blocks/desk/story/${id}`)).body.data;
      expect(codes(await see(own))).toContain('SECTION_MISSING');
      // What he may not read is not missing.
      expect(await see(other)).toMatchObject({ title: headline(room, 'Another’s'), findings: [] });

      await desk.api.write('PUT', `/api/articles/${own}?status=draft&locale=en`, { section: room.sections.world });
      const teaser = async () => {
        const page = (await caller.get(`/story-blocks/desk/pages/${own}`)).body.data;
        return page.blocks.find(({ type }: Json) => type === 'section-teaser').teasers[0];
      };
      const before = await teaser();
      expect(before.title).toContain('headline of dsk');
      for (const key of ['excerpt', 'kicker', 'dateline', 'url']) expect(before).not.toHaveProperty(key);
      await makeCreator(app, caller, ARTICLE, [before.documentId]);
      const after = await teaser();
      expect(after).toMatchObject({ ...before, kicker: 'SPORT dsk' });
      expect(after.excerpt).toContain('Fishing crews');
    });
  });

  describe('input that does not fit', () => {
    test.each<[Data, string]>([
      [{ type: undefined }, 'type'],
      [{ type: 'api::section.section' }, 'type'],
      [{ locale: 'xx' }, 'locale'],
      [{ documentId: 7 }, 'documentId'],
      [{ values: 'x' }, 'values'],
      [{ values: { title: ['x'] } }, 'values.title'],
      [{ values: { section: { link: 'x' } } }, 'values.section'],
      [{ values: { byline: [{ author: { connect: [{}] } }] } }, 'values.byline.0.author'],
    ])('%j names the field', async (more, field) => {
      const answer = await desk.admin.send('POST', PREVIEW, { type: ARTICLE, values: {}, ...more });
      expect(answer.status, answer.text).toBe(400);
      expect(fieldOf(answer)).toBe(field);
    });

    test('unknown stories are not found, and pages asked again must be pages', async () => {
      for (const path of ['story/none', 'pages/none', 'standing/none']) {
        expect((await desk.admin.get(`/story-blocks/desk/${path}`)).status, path).toBe(404);
      }
      const address = `/story-blocks/desk/standing/${room.stories[0]}`;
      const answer = await desk.admin.send('POST', address, { pages: [{ page: 'book' }] });
      expect([answer.status, fieldOf(answer)]).toEqual([400, 'pages.0.page']);
    });
  });

  describe('before and after a kill', () => {
    test('each page is named before, and has none of it left after, by REST, GraphQL and text edition', async () => {
      const title = 'Must not be seen again';
      const id = await writeStory(writer, room, title, { section: room.sections.sport });
      const pinned = await desk.admin.send('PUT', `/story-blocks/pins/${room.stories[0]}`, { data: { pins: [id] } });
      expect(pinned.status, pinned.text).toBe(200);
      await settled(app.strapi);
      const standing = (await desk.admin.get(`/story-blocks/desk/standing/${id}`)).body.data;
      const named: Json[] = standing.pages.named;
      const kinds = standing.blocks.map(({ type }: Json) => type);
      expect(kinds).toEqual(
        expect.arrayContaining(['story', 'related-links', 'section-teaser', 'headline-rails', 'teasers'])
      );
      expect(standing.sections).toMatchObject([{ documentId: room.sections.sport }]);

      const places = named.map(({ page, kind, documentId, locale }) => ({ page, kind, documentId, locale }));
      const again = async () =>
        (await desk.admin.send('POST', `/story-blocks/desk/standing/${id}`, { pages: places })).body.data as Json[];
      for (const [at, asked] of (await again()).entries()) {
        expect(asked).toEqual({ ...places[at], gone: false, blocks: named[at].blocks });
      }
      const seen = async (place: Json) => {
        const { page, kind, documentId, locale } = place;
        const path =
          page === 'story' ? `pages/${documentId}` : `fronts/${kind === 'story' ? '' : `${kind}s`}/${documentId}`;
        const address = `/api/story-blocks/${path}?locale=${locale}`;
        const rest = await desk.api.get(address);
        const text = await desk.api.get(address, { Accept: 'text/plain' });
        const query =
          page === 'story'
            ? `storyPage(documentId: "${documentId}", locale: "${locale}") { story { title } blocks { __typename
                ... on RelatedLinksBlock { links { title } } ... on SectionTeaserBlock { teasers { title } }
                ... on HeadlineRailsBlock { rails { headlines { title } } } } }`
            : `front(${kind}: "${documentId}", locale: "${locale}") { teasers { title } blocks { __typename
                ... on HeadlineRailsBlock { rails { headlines { title } } } } }`;
        const graphql = await desk.api.graphql(`{ ${query} }`);
        return [rest.text, text.text, graphql.text].map((answer) => answer.includes(title));
      };
      for (const place of named) expect(await seen(place), JSON.stringify(place)).toEqual([true, true, true]);

      const killed = await desk.admin.send('PUT', `/story-blocks/holds/${id}`, { data: { state: 'canceled' } });
      expect(killed.status, killed.text).toBe(200);
      expect(killed.body.data.receipt.pages.named).toEqual(named);
      for (const [at, asked] of (await again()).entries()) {
        expect(asked).toEqual({ ...places[at], gone: true, blocks: [] });
      }
      for (const place of named) expect(await seen(place), JSON.stringify(place)).toEqual([false, false, false]);
      const after = (await desk.admin.get(`/story-blocks/desk/standing/${id}`)).body.data;
      expect(after).toMatchObject({ blocks: [], sections: [], pages: { total: 0, named: [] } });
    });
  });

  describe('the address of the admin’s own preview', () => {
    const ask = async (caller: Client, query: string) => caller.get(`/content-manager/preview/url/${ARTICLE}?${query}`);

    test('is the story’s own, for a draft with its status', async () => {
      const id = await writeStory(writer, room, 'To be looked at');
      const { url } = (await desk.api.get(`/api/story-blocks/pages/${id}`)).body.data.story;
      const draftOf = await ask(desk.admin, `documentId=${id}&locale=en&status=draft`);
      expect(draftOf.body.data.url).toBe(`${url}?status=draft`);
      const live = await ask(desk.admin, `documentId=${id}&locale=en&status=published`);
      expect(live.body.data.url).toBe(url);
      // A new slug leads nowhere before it is published.
      await desk.api.write('PUT', `/api/articles/${id}?status=draft&locale=en`, { slug: 'looked-at-anew' });
      const [draft, still] = [
        await ask(desk.admin, `documentId=${id}&locale=en&status=draft`),
        await ask(desk.admin, `documentId=${id}&locale=en&status=published`),
      ];
      expect(draft.body.data.url).toContain('looked-at-anew');
      expect(still.body.data.url).toBe(url);
    });

    test('is not told of what an editor may not read, and there is none without a site', async () => {
      const french = await as(reader({ fields: FIELDS, locales: ['fr'] }));
      const [id] = room.stories;
      expect((await ask(french, `documentId=${id}&locale=en&status=draft`)).status).toBe(204);
      const homeless = await draft('Homeless', { section: null });
      expect((await ask(desk.admin, `documentId=${homeless}&locale=en&status=draft`)).status).toBe(204);
    });
  });

  test('errors do not keep a story from being published where nobody says so', async () => {
    const id = await draft('Without a section', { section: null });
    expect(codes(await preview({}, { documentId: id }))).toContain('SECTION_MISSING');
    await writer.publish(id, 'en');
    expect((await desk.api.get(`/api/story-blocks/pages/${id}`)).status).toBe(200);
  });
});

describe.each(anyClient)('where errors block, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    const env = { PREVIEW_URL: 'https://look.example/at?id={documentId}&in={locale}&as={status}' };
    app = await bootChanged({ client, env }, (distDir) =>
      editNewsroom(distDir, 'newsroom.desk = { blockPublishing: true };')
    );
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'blk', { stories: false });
  });
  afterAll(async () => {
    await app?.stop();
    delete process.env.PREVIEW_URL;
  });

  const WAYS: [string, (id: string) => Promise<{ status: number; text: string; body?: Json }>][] = [
    ['the admin’s publish', (id) => desk.admin.send('POST', manager('articles', `/${id}/actions/publish`, 'en'), {})],
    [
      'the admin’s bulk publish',
      (id) =>
        desk.admin.send('POST', manager('articles', '/actions/bulkPublish'), { documentIds: [id], locale: ['en'] }),
    ],
    [
      'a REST PUT whose answer is asked for without its language',
      (id) => desk.api.send('PUT', `/api/articles/${id}?locale=en&fields[0]=title`, { data: {} }),
    ],
    ['a REST PUT', (id) => desk.api.send('PUT', `/api/articles/${id}?locale=en`, { data: {} })],
    [
      'the document service',
      (id) =>
        documentsOf(app.strapi, 'articles')
          .publish({ documentId: id, locale: 'en' })
          .then(
            () => ({ status: 200, text: '' }),
            (error: Error & { details?: unknown }) => ({
              status: 400,
              text: error.message,
              body: { error: { details: error.details } },
            })
          ),
    ],
  ];

  test.each(WAYS)('%s is refused with the field, and nothing is published', async (_way, publish) => {
    const id = await writer.create('articles', storyData(room, 'en', 'Nowhere', { section: null }), 'en', false);
    const answer = await publish(id);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.text).toContain('section');
    expect(answer.body?.error.details).toMatchObject({ code: 'NOT_READY', finding: 'SECTION_MISSING', locale: 'en' });
    expect((await desk.api.get(`/api/articles/${id}`)).status).toBe(404);
    expect((await desk.api.get(`/api/story-blocks/pages/${id}`)).status).toBe(404);

    await desk.api.write('PUT', `/api/articles/${id}?status=draft&locale=en`, { section: room.sections.world });
    expect((await publish(id)).status).toBe(200);
    expect((await desk.api.get(`/api/story-blocks/pages/${id}`)).status).toBe(200);
  });

  test('the language that is published counts, and a warning blocks nothing', async () => {
    const id = await writer.create('articles', storyData(room, 'en', 'Half done', { datelines: [] }), 'en', false);
    await writer.update('articles', id, storyData(room, 'fr', 'À moitié', { section: null }), 'fr', true);
    await writer.publish(id, 'en');
    const french = await desk.api.send('PUT', `/api/articles/${id}?locale=fr`, { data: {} });
    expect(french.body.error.details).toMatchObject({ code: 'NOT_READY', locale: 'fr' });
    const both = await documentsOf(app.strapi, 'articles')
      .publish({ documentId: id, locale: '*' })
      .catch((error: Error) => error.message);
    expect(both).toContain('section (fr)');
    const story = (await desk.admin.get(`/story-blocks/desk/story/${id}`)).body.data;
    expect(story.errorsBlock).toBe(true);
  });

  test('the admin’s preview leads to the address that is set', async () => {
    const id = await writer.create('articles', storyData(room, 'en', 'Elsewhere'), 'en', false);
    const address = `/content-manager/preview/url/${ARTICLE}?documentId=${id}&locale=en&status=draft`;
    expect((await desk.admin.get(address)).body.data.url).toBe(`https://look.example/at?id=${id}&in=en&as=draft`);
    const policy = (await fetch(`${app.url}/admin`)).headers.get('content-security-policy');
    expect(policy).toContain('https://look.example');
  });
});
