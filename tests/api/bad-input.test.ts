import fs from 'node:fs';
import path from 'node:path';
import { NewsroomConfigError } from '@wiredesk/newsroom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkNewsroom, type Schemas } from '../../src/plugins/story-blocks/server/src/newsroom/check-newsroom';
import { above } from '../support/above-database';
import { documentsOf, logIn, manager, type Plural } from '../support/admin';
import { type Answer, type Client, createClient, createToken, type Json, settled } from '../support/client';
import { distDir } from '../support/compile';
import { cardDifferences, contents } from '../support/database';
import {
  foundNewsroom,
  headline,
  type Newsroom,
  nextFiling,
  paragraphs,
  storyData,
  writeStory,
} from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import {
  adminApi,
  answered,
  contentApi,
  type Data,
  type Desk,
  documentService,
  openDesk,
  type Writer,
} from '../support/writers';

describe('a mapping that does not fit', () => {
  const relation = (target: string) => ({ type: 'relation', relation: 'manyToOne', target });
  const schemas: Schemas = {
    contentTypes: {
      'api::story.story': {
        uid: 'api::story.story',
        attributes: {
          title: { type: 'string' },
          slug: { type: 'string' },
          body: { type: 'blocks' },
          section: relation('api::section.section'),
          tags: relation('api::tag.tag'),
          notes: { type: 'text', private: true },
          secret: { type: 'string' },
          count: { type: 'integer' },
          credits: { type: 'component', component: 'story.credit', repeatable: true },
        },
        options: { privateAttributes: ['secret'] },
      },
      'api::section.section': {
        uid: 'api::section.section',
        attributes: { name: { type: 'string' }, parent: relation('api::tag.tag') },
      },
      'api::tag.tag': { uid: 'api::tag.tag', attributes: { name: { type: 'string' } } },
      'api::person.person': { uid: 'api::person.person', attributes: { name: { type: 'string' } } },
    },
    components: {
      'story.credit': {
        uid: 'story.credit',
        attributes: {
          who: relation('api::person.person'),
          hidden: { type: 'string', private: true },
          name: { type: 'string' },
        },
      },
    },
  };
  const story = (fields: Data, uid = 'api::story.story') => ({ story: { uid, fields: { title: 'title', ...fields } } });
  const section = { uid: 'api::section.section', fields: { name: 'name' } };
  const tag = { uid: 'api::tag.tag', fields: { name: 'name' } };

  const WRONG: [string, unknown, string][] = [
    ['an unknown key at the top', { types: story({}), layouts: {} }, 'layouts'],
    ['an unknown kind', { types: { ...story({}), column: section } }, 'types.column'],
    ['an unknown field', { types: story({ headline: 'title' }) }, 'types.story.0.fields.headline'],
    [
      'an unknown key of a type',
      { types: { story: { uid: 'api::story.story', fields: { title: 'title' }, extra: 1 } } },
      'types.story.0.extra',
    ],
    ['a uid that no type has', { types: story({}, 'api::news.news') }, 'types.story.uid'],
    ['a uid that is none', { types: story({}, 'story') }, 'types.story.0.uid'],
    ['no story', { types: {} }, 'types.story'],
    ['no title', { types: { story: { uid: 'api::story.story', fields: {} } } }, 'types.story.0.fields.title'],
    ['nothing at all', undefined, 'the file'],
    ['a text', 'newsroom', 'the file'],
    ['a field that the type lacks', { types: story({ summary: 'abstract' }) }, 'types.story.fields.summary'],
    ['a private field', { types: story({ summary: 'notes' }) }, 'types.story.fields.summary'],
    ['a field that is private by an option', { types: story({ summary: 'secret' }) }, 'types.story.fields.summary'],
    [
      'a title that is a number',
      { types: { story: { uid: 'api::story.story', fields: { title: 'count' } } } },
      'types.story.fields.title',
    ],
    ['a section that is a text', { types: { ...story({ section: 'title' }), section } }, 'types.story.fields.section'],
    ['a relation to a type that is not mapped', { types: story({ section: 'section' }) }, 'types.story.fields.section'],
    [
      'a relation to another type',
      { types: { ...story({ section: 'tags' }), section, topic: tag } },
      'types.story.fields.section',
    ],
    [
      'a parent of another type',
      { types: { ...story({}), section: { uid: section.uid, fields: { name: 'name', parent: 'parent' } } } },
      'types.section.fields.parent',
    ],
    [
      'a part that the component lacks',
      { types: story({ byline: { field: 'credits', author: 'person' } }) },
      'types.story.fields.byline.author',
    ],
    [
      'a part that is private',
      { types: story({ byline: { field: 'credits', name: 'hidden' } }) },
      'types.story.fields.byline.name',
    ],
    [
      'a part that nobody knows',
      { types: story({ byline: { field: 'credits', nickname: 'name' } }) },
      'types.story.0.fields.byline.nickname',
    ],
    [
      'a part that points at another type',
      { types: { ...story({ byline: { field: 'credits', author: 'who' } }), author: tag } },
      'types.story.fields.byline.author',
    ],
    ['a layout that is no list', { types: story({}), defaultLayouts: { story: 'related' } }, 'defaultLayouts.story'],
    [
      'a block without its component',
      { types: story({}), defaultLayouts: { story: [{ heading: 'x' }] } },
      'defaultLayouts.story.0.__component',
    ],
    ['a limit of nothing', { types: story({}), blocks: { railLimit: 0 } }, 'blocks.railLimit'],
    ['a cut that nobody knows', { types: story({}), blocks: { teaserCut: 'half' } }, 'blocks.teaserCut'],
  ];

  test.each(WRONG)('%s stops the start with one sentence that names the key', (_name, input, key) => {
    let message = '';
    try {
      checkNewsroom(input, schemas);
    } catch (error) {
      expect(error).toBeInstanceOf(NewsroomConfigError);
      message = (error as Error).message;
    }
    const [, named] = /^config\/newsroom: (the file|\S+) /.exec(message) ?? [];
    // The one story may be given alone: then its place in a list is no part of the key.
    const alone = (path: string) => path.replace(/^types\.story(\.0|\[0\])/, 'types.story');
    expect(alone(named ?? ''), message).toBe(alone(key));
    expect(message).toMatch(/[.]$/);
    expect(message).not.toMatch(/\n|\.\s+[A-Z]|\.\.$/);
  });

  test('one that fits is filled in with its defaults', () => {
    const newsroom = checkNewsroom(
      { types: { ...story({ section: 'section', byline: 'credits' }), section } },
      schemas
    );
    expect(newsroom.types.story).toHaveLength(1);
    expect(newsroom.blocks.railLimit).toBeGreaterThan(0);
  });
});

/** The application with a block in its default layout that no plugin has. */
function withUnknownBlock(client: string): string {
  const dir = path.join(path.dirname(distDir), `test-dist-unknown-block-${client}`);
  fs.rmSync(dir, { recursive: true, force: true });
  fs.cpSync(distDir, dir, { recursive: true });
  const push = "module.exports.default.defaultLayouts.story.unshift({ __component: 'story-blocks.nothing' });";
  fs.appendFileSync(path.join(dir, 'config/newsroom.js'), `\n${push}\n`);
  return dir;
}

describe.each(clients)('bad input on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let dist: string;
  let story: string;

  beforeAll(async () => {
    dist = withUnknownBlock(client);
    app = await bootStrapi({ client, distDir: dist });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'bad');
    [story] = room.stories;
    await settled(app.strapi);
  });
  afterAll(async () => {
    await app?.stop();
    fs.rmSync(dist, { recursive: true, force: true });
  });

  const code = ({ body }: Answer) => body?.error?.details?.code;
  const read = (address: string, headers?: Record<string, string>) =>
    desk.api.get(`/api/story-blocks/${address}`, headers);
  const text = async (id: string, locale = 'en') =>
    (await read(`pages/${id}?locale=${locale}`, { Accept: 'text/plain' })).text.split('\n');
  const upkeep = () =>
    app.strapi.plugin('story-blocks').service('upkeep') as {
      reconcile(): Promise<unknown>;
      check(): Promise<{ drift: unknown[] }>;
    };
  const query = (uid: string) =>
    app.strapi.db.query(uid as never) as unknown as {
      update(params: Data): Promise<unknown>;
      updateMany(params: Data): Promise<unknown>;
    };

  describe('of a reader', () => {
    const pages = () => [
      `pages/${story}?`,
      `fronts/sections/${room.sections.world}?`,
      `fronts/topics/${room.topics.ice}?`,
    ];
    const lists = () => [
      `related/${story}?`,
      `teasers?section=${room.sections.world}&`,
      `rails?sections=${room.sections.world}&`,
    ];

    test.each(['0', '-1', '1e9', 'x', '1.5', '', '51', '0x10', '９', '1&limit=2', '%20', '1%00'])(
      'limit=%s is 400',
      async (limit) => {
        for (const address of lists()) {
          const answer = await read(`${address}limit=${limit}`);
          expect([answer.status, answer.body?.error?.details?.errors?.[0]?.path?.[0]], address).toEqual([400, 'limit']);
        }
        const answer = await read(
          `fronts/sections/${room.sections.world}?pageSize=${limit.replace('limit', 'pageSize')}`
        );
        expect(answer.status).toBe(400);
      }
    );

    test.each(['xx', 'EN', 'en-US', '*', '..', 'en&locale=fr', '%00', 'x'.repeat(500), "en'--"])(
      'locale=%s is 400',
      async (locale) => {
        for (const address of [...pages(), ...lists(), 'pages?slug=x&', 'teasers?']) {
          const answer = await read(`${address}locale=${locale}`);
          expect(answer.status, `${address} ${answer.text}`).toBe(400);
        }
        const answer = await read(`pages/${story}?locale=xx`);
        expect([code(answer), answer.body.error.details.available]).toEqual([
          'UNKNOWN_LOCALE',
          expect.arrayContaining(['en', 'fr']),
        ]);
      }
    );

    test.each(['foo', 'story,foo', '', ',', 'Story', 'story&kinds=external'])('kinds=%s is 400', async (kinds) => {
      expect((await read(`related/${story}?kinds=${kinds}`)).status).toBe(400);
    });

    test.each([
      '2026-13-40',
      '2026-02-30',
      '2026-1-1',
      'yesterday',
      '',
      '2026',
      '20260101',
      '2026-01-01T00:00:00Z',
      '%00',
    ])('date=%s is 400', async (date) => {
      expect((await read(`fronts/sections/${room.sections.world}?date=${date}`)).status).toBe(400);
    });

    test.each(['0001-01-01', '9999-12-31', '2026-03-29', '1970-01-01'])('date=%s is a day', async (date) => {
      expect((await read(`fronts/sections/${room.sections.world}?date=${date}`)).status).toBe(200);
    });

    test.each(['0', '-1', 'x', '', '1.5', '1e3', '99999999999999999999'])('page=%s is 400', async (page) => {
      expect((await read(`fronts/sections/${room.sections.world}?page=${page}`)).status).toBe(400);
    });

    test('a page after the last is empty', async () => {
      const { status, body } = await read(`fronts/sections/${room.sections.world}?page=5000`);
      expect([status, body.data.teasers]).toEqual([200, []]);
    });

    test('status=draft needs its permission, and an unknown status is 400', async () => {
      const finder = createClient(app, await createToken(app.strapi, 'custom', ['api::article.article.find']));
      const refused = await finder.get(`/api/story-blocks/pages/${story}?status=draft`);
      expect([refused.status, code(refused)]).toEqual([403, 'DRAFTS_REFUSED']);
      expect((await finder.get(`/api/story-blocks/previews/${story}`)).status).toBe(403);
      expect((await createClient(app).get(`/api/story-blocks/pages/${story}?status=draft`)).status).toBe(403);
      expect((await finder.get(`/api/story-blocks/pages/${story}`)).status).toBe(200);
      for (const status of ['foo', '', 'Draft', 'published,draft', 'draft&status=published']) {
        expect((await read(`pages/${story}?status=${status}`)).status, status).toBe(400);
        expect((await finder.get(`/api/story-blocks/pages/${story}?status=${status}`)).status, status).toBe(400);
      }
      expect((await read('pages?slug=x&status=draft')).status).toBe(404);
      expect((await read('pages/nosuchstory?status=draft')).status).toBe(404);
    });

    test('what does not exist is 404', async () => {
      for (const address of [
        'pages/nosuchstory',
        'pages?slug=nosuchslug',
        `pages/${story}?site=nosuchsite`,
        `pages/${story}?type=api::nothing.nothing`,
        `pages/${room.sections.world}`,
        'related/nosuchstory',
        'teasers?section=nosuchsection',
        'rails?sections=nosuchsection',
        `rails?sections=${room.sections.world},nosuchsection`,
        'fronts/sections/nosuchsection',
        'fronts/topics/nosuchtopic',
        'fronts/authors/nosuchauthor',
        `fronts/sections/${room.topics.ice}`,
        `fronts/sections/${room.sections.world}?site=nosuchsite`,
      ]) {
        const answer = await read(address);
        expect([answer.status, answer.body?.error?.name], address).toEqual([404, 'NotFoundError']);
      }
      expect((await read('pages')).status).toBe(400);
      expect((await read('pages?slug=')).status).toBe(400);
      expect((await read('rails')).status).toBe(400);
      expect((await read('rails?sections=')).status).toBe(400);
    });

    const STRANGE = [
      '%00',
      'a%00b',
      '%E0%A4%A',
      '%FF',
      '%F0%9F%98%80',
      '%ED%A0%80',
      '..%2F..%2Fetc%2Fpasswd',
      '%2e%2e',
      '%27%20or%201%3D1%20--',
      '%25',
      '%0d%0aSet-Cookie:%20a=b',
      '%20',
      '[object%20Object]',
      'undefined',
      '__proto__',
      'x'.repeat(400),
      'x'.repeat(8000),
    ];
    test.each(STRANGE)('the name %s is no fault', async (name) => {
      const long = name.length > 100 ? `${name.slice(0, 10)}…` : name;
      for (const address of [
        `pages/${name}`,
        `pages/${name}?status=draft`,
        `pages?slug=${name}`,
        `pages/${story}?site=${name}`,
        `pages/${story}?type=${name}`,
        `related/${name}`,
        `previews/${name}`,
        `teasers?section=${name}`,
        `teasers?exclude=${name}`,
        `rails?sections=${name}`,
        `rails?sections=${room.sections.world},${name}`,
        `fronts/sections/${name}`,
        `fronts/topics/${name}`,
        `fronts/authors/${name}`,
        `fronts/authors/${room.authors.ana}?site=${name}`,
        `holds/${name}`,
      ]) {
        const answer = await read(address);
        const shown = address.replace(name, long);
        // A blank in a list names nothing.
        if (/exclude|,%20$/.test(shown)) expect([200, 400], shown).toContain(answer.status);
        else expect([400, 404], `${shown} ${answer.text.slice(0, 200)}`).toContain(answer.status);
      }
      const slug = await desk.api.get(`/api/story-slugs/resolve?slug=${name}`);
      expect(slug.status, `resolve ${long}`).toBeLessThan(500);
    });
  });

  describe('of a writer', () => {
    const post = (data: unknown, locale = 'en') => desk.api.send('POST', `/api/articles?locale=${locale}`, { data });

    test('a language that the application does not have is refused, by every way of writing', async () => {
      const before = await contents(app.strapi);
      for (const locale of ['xx', 'EN', 'en_US', '..', '%00', 'x'.repeat(300)]) {
        const named = decodeURIComponent(locale);
        const answers = [
          await post(storyData(room, 'en', 'In no language'), locale),
          await desk.api.send('PUT', `/api/articles/${story}?locale=${locale}`, { data: { title: 'In no language' } }),
          await desk.api.send('PUT', `/api/sections/${room.sections.world}?locale=${locale}`, {
            data: { name: 'In no language' },
          }),
          await desk.admin.send('POST', manager('articles', '', named), { title: 'In no language' }),
          await desk.admin.send('PUT', manager('articles', `/${story}`, named), { title: 'In no language' }),
          await answered(
            documentsOf(app.strapi, 'articles').create({ data: { title: 'In no language' }, locale: named })
          ),
          await answered(
            documentsOf(app.strapi, 'articles').update({ documentId: story, data: { title: 'No' }, locale: named })
          ),
        ];
        expect(
          answers.map(({ status }) => status),
          locale
        ).toEqual(answers.map(() => 400));
      }
      const answer = await post({ title: 'In no language' }, 'xx');
      expect([code(answer), answer.body.error.details.available]).toEqual([
        'UNKNOWN_LOCALE',
        expect.arrayContaining(['en', 'fr']),
      ]);
      expect(await contents(app.strapi)).toEqual(before);
    });

    test('all languages at once are no language to write in', async () => {
      for (const locale of ['*', 'en&locale=fr']) {
        const answer = await post({ title: 'In all languages' }, locale);
        expect(answer.status, `${locale} ${answer.text}`).toBeLessThan(500);
        const changed = await desk.api.send('PUT', `/api/articles/${story}?locale=${locale}`, {
          data: { summary: 'x' },
        });
        expect(changed.status, `${locale} ${changed.text}`).toBeLessThan(500);
      }
      const { connection } = app.strapi.db;
      const rows = await connection('articles').whereNotIn('locale', ['en', 'fr', 'ja', 'ar']);
      expect(rows).toEqual([]);
      expect(await connection('story_blocks_cards').whereNotIn('locale', ['en', 'fr', 'ja', 'ar'])).toEqual([]);
    });

    test('a story without this or that is a story all the same', async () => {
      const full = { ...storyData(room, 'en', headline(room, 'With everything')), filedAt: nextFiling() };
      for (const field of ['body', 'section', 'datelines', 'topics', 'source', 'byline', 'filedAt']) {
        // Strapi wants a list where components repeat.
        for (const nothing of [undefined, field === 'byline' ? [] : null]) {
          const answer = await post({
            ...full,
            title: headline(room, `Without ${field} (${nothing})`),
            [field]: nothing,
          });
          expect(answer.status, `${field} ${answer.text}`).toBe(201);
          const id = answer.body.data.documentId;
          const page = await read(`pages/${id}?locale=en`);
          expect(page.status, field).toBe(200);
          expect(page.body.data.story.title).toContain(field);
          if (field === 'body') expect(page.body.data.story.body).toEqual([]);
          if (field === 'section') expect(page.body.data.story.kicker).toBeNull();
          if (field === 'datelines') expect(page.body.data.story.dateline).toBeNull();
          expect(await text(id)).toContain(headline(room, `Without ${field} (${nothing})`));
        }
      }
      const bare = await post({ title: headline(room, 'Nothing but words') });
      expect((await read(`pages/${bare.body.data.documentId}`)).status).toBe(200);
    });

    test('a story without a headline is refused', async () => {
      const before = await contents(app.strapi);
      for (const title of [undefined, null, '', 7, {}, ['x'], 'x'.repeat(501)]) {
        const answer = await post({ ...storyData(room, 'en', 'x'), title });
        expect([answer.status, answer.body.error?.name], JSON.stringify(title)).toEqual([400, 'ValidationError']);
      }
      expect(await contents(app.strapi)).toEqual(before);
    });

    test.each<[string, Data]>([
      ['a body that is a text', { body: 'Plain text' }],
      ['a body of another kind', { body: { type: 'doc' } }],
      ['a body of unknown blocks', { body: [{ type: 'iframe', src: 'x' }] }],
      ['a section that does not exist', { section: 'nosuchsection' }],
      ['a section of another type', { section: { a: 1 } }],
      ['topics that do not exist', { topics: ['nosuchtopic'] }],
      ['a filing time that is none', { filedAt: 'yesterday' }],
      ['a filing time beyond time', { filedAt: '+275761-01-01T00:00:00.000Z' }],
      ['a day that is none', { datelineDate: '2026-13-40' }],
      ['a priority out of bounds', { priority: 10 }],
      ['a byline that is no list', { byline: 'By Ana' }],
      ['a link without its address', { externalLinks: [{ title: 'x' }] }],
      ['links that are no list', { externalLinks: 'https://a.example' }],
      ['a picture that does not exist', { image: 999_999 }],
    ])('%s is refused or read as nothing, never a fault', async (_name, more) => {
      const answer = await post({ ...storyData(room, 'en', headline(room, 'Oddly made')), ...more });
      expect(answer.status, answer.text).toBeLessThan(500);
      if (answer.status < 300) expect((await read(`pages/${answer.body.data.documentId}?locale=en`)).status).toBe(200);
      expect(await cardDifferences(app.strapi)).toEqual([]);
    });

    test('a zero byte is refused with 400, or kept, and never a fault', async () => {
      const zero = 'A zero\u0000byte';
      const answers = [
        await post(storyData(room, 'en', zero)),
        await post({ ...storyData(room, 'en', 'A zero byte'), summary: zero }),
        await post({ ...storyData(room, 'en', 'A zero byte'), slug: 'a\u0000b' }),
        await post({ ...storyData(room, 'en', 'A zero byte'), body: paragraphs(zero) }),
        await desk.api.send('POST', '/api/sections?locale=en', { data: { name: zero } }),
        await desk.api.send('PUT', `/api/story-blocks/holds/${story}`, {
          data: { state: 'embargo', until: '2020-01-01T00:00:00Z', note: zero },
        }),
      ];
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    });

    test('a hold with a zero byte in its note is refused with 400, or kept', async () => {
      const id = await writer.create('articles', { title: 'Noted' }, 'en', false);
      const answer = await desk.api.send('PUT', `/api/story-blocks/holds/${id}`, {
        data: { state: 'withheld', note: 'a\u0000b' },
      });
      expect(answer.status, answer.text).toBeLessThan(500);
    });

    test('half of a surrogate pair is no fault', async () => {
      const data = storyData(room, 'en', 'Half \ud83d of a pair');
      expect((await post({ ...data, slug: 'half-\ud83d' })).status).toBe(400);
      const answer = await post(data);
      expect(answer.status, answer.text).toBeLessThan(500);
      if (answer.status >= 300) return;
      const id = answer.body.data.documentId;
      expect((await read(`pages/${id}?locale=en`)).status).toBe(200);
      expect((await read(`pages/${id}?locale=en`, { Accept: 'text/plain' })).status).toBe(200);
      expect((await read(`pages/${story}?locale=en`)).status).toBe(200);
    });

    test('a request that is no JSON is 400', async () => {
      const send = (body: string) =>
        fetch(`${app.url}/api/story-blocks/holds/${story}`, {
          method: 'PUT',
          headers: { Authorization: `Bearer ${desk.token}`, 'Content-Type': 'application/json' },
          body,
        });
      for (const body of [
        '{',
        '{"data":',
        'state=withheld',
        '"x"',
        '[]',
        'null',
        '{"__proto__":{"data":{"state":"withheld"}}}',
      ]) {
        expect((await send(body)).status, body).toBe(400);
      }
      expect((await read(`pages/${story}`)).status).toBe(200);
    });

    test.each(above(client, [client]))(
      'five megabytes of body are refused by REST, and kept when the application itself writes them',
      async () => {
        const long = Array.from(
          { length: 5_000 },
          (_, n) => `Paragraph ${n} ${'of many words about ice and boats '.repeat(30)}`
        );
        const data = storyData(room, 'en', headline(room, 'Five megabytes'), {
          body: paragraphs(...long),
          filedAt: nextFiling(),
        });
        expect(JSON.stringify(data).length).toBeGreaterThan(5_000_000);
        const refused = await post(data);
        expect([refused.status >= 400, refused.status < 500], refused.text.slice(0, 300)).toEqual([true, true]);
        const id = await documentService(app).create('articles', data, 'en', true);
        const page = await read(`pages/${id}?locale=en`);
        expect([page.status, page.body.data.story.body.length]).toEqual([200, 5_000]);
        expect(await text(id)).toContain(long[4_999].trim());
        await settled(app.strapi);
        const teasers: Json[] = (await read(`teasers?section=${room.sections.world}&limit=50`)).body.data;
        const teaser = teasers.find(({ documentId }) => documentId === id);
        expect(teaser).toMatchObject({ truncated: true, excerpt: expect.stringMatching(/^Paragraph 0 .{200,400}$/) });
        expect((await read(`pages/${room.stories[1]}?locale=en`)).status).toBe(200);
        await documentService(app).delete('articles', id, '*');
      }
    );

    test('a body nested a thousand deep is refused or shown as far as it can be', async () => {
      let list: Json = {
        type: 'list',
        format: 'unordered',
        children: [{ type: 'list-item', children: [{ type: 'text', text: 'Deep' }] }],
      };
      for (let depth = 0; depth < 1_000; depth += 1) list = { type: 'list', format: 'unordered', children: [list] };
      const answer = await post(
        storyData(room, 'en', headline(room, 'Nested'), { body: [list, ...paragraphs('After')] })
      );
      expect(answer.status, answer.text.slice(0, 300)).toBeLessThan(500);
      if (answer.status < 300) expect(await text(answer.body.data.documentId)).toContain('After');
    });
  });

  describe.each(above(client, [client]))('of markup', () => {
    const HTML = '<script>alert("1")</script> & <b onclick=x>bold</b>';

    test('is text like any other, wherever it is written', async () => {
      const site = await writer.create(
        'sites',
        {
          name: `Site ${HTML}`,
          tagline: `Tagline ${HTML}`,
          owner: `Owner ${HTML}`,
          url: 'https://a.example',
          datelineStyle: 'smn',
        },
        'en'
      );
      const topic = await writer.create(
        'topics',
        { name: `Topic ${HTML}`, landingPhrase: `${HTML} at {site}`, site },
        'en'
      );
      const section = await writer.create(
        'sections',
        { name: `Section ${HTML}`, label: `Label ${HTML}`, site, topics: [topic] },
        'en'
      );
      const author = await writer.create('authors', { name: `Author ${HTML}` });
      const place = await writer.create('datelines', { city: `City ${HTML}`, standsAlone: true });
      const source = await writer.create('sources', { code: `<i>&`, name: `Source ${HTML}`, kind: 'wire' });
      const layout = [
        { __component: 'story-blocks.related-links', heading: `Heading ${HTML}`, limit: 3 },
        { __component: 'story-blocks.section-teaser', count: 1, length: 5000 },
        { __component: 'story-blocks.headline-rails', rails: [{ label: `Rail ${HTML}`, section }] },
        {
          __component: 'story-blocks.appeal',
          heading: `Appeal ${HTML}`,
          text: `Text ${HTML}`,
          offers: [{ name: `Offer ${HTML}`, price: '<5', note: `Note ${HTML}` }],
        },
        { __component: 'story-blocks.comments', text: `Comments ${HTML}` },
        {
          __component: 'story-blocks.share',
          heading: `Share ${HTML}`,
          targets: [{ name: `Target ${HTML}`, urlTemplate: 'https://s.example/?u={url}&t={title}' }],
        },
        { __component: 'story-blocks.rights', template: `Rights ${HTML} {owner} {sources}`, sources: [source] },
      ];
      await writer.update('sites', site, { storyLayout: layout }, 'en');
      const data = (title: string): Data => ({
        title: `${title} ${HTML}`,
        section,
        topics: [topic],
        source,
        datelines: [place],
        byline: [{ author }, { name: `Name ${HTML}`, location: `Location ${HTML}` }],
        body: paragraphs(`Body ${HTML}`),
        externalLinks: [{ title: `Link ${HTML}`, url: 'https://b.example/?a=<b>&c="d"' }],
        filedAt: nextFiling(),
      });
      const id = await writer.create('articles', data('One'), 'en', true);
      for (const title of ['Two', 'Three', 'Four', 'Five'])
        await writer.create('articles', { ...data(title), topics: [] }, 'en', true);
      await settled(app.strapi);
      const page = await read(`pages/${id}?locale=en`);
      expect(page.headers.get('content-type')).toMatch(/^application\/json/);
      const { data: shown } = page.body;
      expect(shown.story).toMatchObject({
        title: `One ${HTML}`,
        kicker: `Label ${HTML}`,
        body: paragraphs(`Body ${HTML}`),
        source: { name: `Source ${HTML}` },
      });
      expect(shown.story.byline).toContain(`Author ${HTML}`);
      expect(shown.story.dateline.toLowerCase()).toContain(`City ${HTML}`.toLowerCase());
      expect(shown.site).toMatchObject({ name: `Site ${HTML}`, tagline: `Tagline ${HTML}` });
      const json = JSON.stringify(shown.blocks);
      for (const word of [
        'Heading',
        'Rail',
        'Appeal',
        'Text',
        'Offer',
        'Note',
        'Comments',
        'Share',
        'Target',
        'Rights',
        'Link',
        'Owner',
        'Source',
      ]) {
        expect(json, word).toContain(JSON.stringify(`${word} ${HTML}`).slice(1, -1));
      }
      expect(page.text).not.toMatch(/&lt;|&amp;|&#/);
      const edition = await read(`pages/${id}?locale=en`, { Accept: 'text/plain' });
      expect(edition.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(edition.headers.get('x-content-type-options')).toBe('nosniff');
      const lines = edition.text.split('\n');
      for (const line of [
        `. Tagline ${HTML} .`,
        `One ${HTML}`,
        `Label ${HTML}`,
        `Body ${HTML}`,
        `Heading ${HTML}`,
        `Rail ${HTML}`,
        `Comments ${HTML}`,
        `Target ${HTML}`,
      ]) {
        expect(lines).toContain(line);
      }
    });

    const UNSAFE = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil.example/x',
      '/\\evil.example',
      'evil.example',
      'https:evil.example',
      'http://',
    ];
    const offers = (url: string) => [
      { __component: 'story-blocks.appeal', heading: 'x', offers: [{ name: 'x', url }] },
    ];
    const share = (urlTemplate: string) => [
      { __component: 'story-blocks.share', targets: [{ name: 'x', urlTemplate }] },
    ];
    const link = (url: string) => ({ type: 'link', url, children: [{ type: 'text', text: 'x' }] });
    const PLACES: [string, Plural, (url: string) => Data][] = [
      ['a story’s own links', 'articles', (url) => ({ externalLinks: [{ title: 'x', url }] })],
      [
        'a body',
        'articles',
        (url) => ({ body: [{ type: 'paragraph', children: [{ type: 'text', text: 'a' }, link(url)] }] }),
      ],
      [
        'a list in a body',
        'articles',
        (url) => ({
          body: [{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [link(url)] }] }],
        }),
      ],
      ['a topic', 'topics', (url) => ({ landingUrl: url })],
      ['a site', 'sites', (url) => ({ url })],
      ['an offer on a site’s pages', 'sites', (url) => ({ storyLayout: offers(url) })],
      ['an offer on a section’s front', 'sections', (url) => ({ frontLayout: offers(url) })],
      ['a share target', 'sites', (url) => ({ storyLayout: share(url) })],
      ['a share target with its places', 'sections', (url) => ({ storyLayout: share(`${url}?u={url}&t={title}`) })],
    ];

    test.each([
      'https://evil.example@small.example',
      'https://user:secret@small.example/news',
      'https://small.example/a?b=c',
      'https://small.example/#top',
    ])('a site’s address is refused that its pages cannot be put after: %s', async (url) => {
      const answer = await desk.api.send('PUT', `/api/sites/${room.sites.north}?locale=en`, { data: { url } });
      expect([answer.status, code(answer)], answer.text).toEqual([400, 'UNSAFE_ADDRESS']);
    });

    test.each(PLACES)(
      'an unsafe address of %s is refused with 400 UNSAFE_ADDRESS, by every way of writing',
      async (_name, plural, data) => {
        const id = { articles: story, topics: room.topics.ice, sites: room.sites.north, sections: room.sections.world }[
          plural as 'articles'
        ];
        const before = await contents(app.strapi);
        for (const url of UNSAFE) {
          const answer = await desk.api.send('PUT', `/api/${plural}/${id}?locale=en`, { data: data(url) });
          expect([answer.status, code(answer)], `${JSON.stringify(url)} ${answer.text}`).toEqual([
            400,
            'UNSAFE_ADDRESS',
          ]);
          expect(answer.body.error.details.errors[0].path[0]).toBe('data');
          expect(answer.body.error.details.errors[0].path.at(-1)).toMatch(/url/i);
        }
        const [url] = UNSAFE;
        const body = { ...data(url), ...(plural === 'articles' ? { title: 'x' } : { name: 'x' }) };
        const answers = [
          await desk.api.send('POST', `/api/${plural}?locale=en`, { data: body }),
          await desk.admin.send('POST', manager(plural, '', 'en'), body),
          await desk.admin.send('PUT', manager(plural, `/${id}`, 'en'), data(url)),
          await answered(documentsOf(app.strapi, plural).create({ data: body, locale: 'en' })),
          await answered(documentsOf(app.strapi, plural).update({ documentId: id, data: data(url), locale: 'en' })),
          await answered(documentsOf(app.strapi, plural).clone({ documentId: id, data: data(url), locale: 'en' })),
        ];
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
        const mutation = `mutation ($id: ID!, $data: ${{ articles: 'Article', topics: 'Topic', sites: 'Site', sections: 'Section' }[plural as 'articles']}Input!) {
        update${{ articles: 'Article', topics: 'Topic', sites: 'Site', sections: 'Section' }[plural as 'articles']}(documentId: $id, locale: "en", data: $data) { documentId } }`;
        const { body: graphql } = await desk.api.graphql(mutation, { id, data: data(url) });
        if (!plural.startsWith('si') && !plural.startsWith('se')) {
          expect(graphql.errors?.[0]?.extensions?.error?.details?.code, JSON.stringify(graphql)).toBe('UNSAFE_ADDRESS');
        } else expect(graphql.errors?.length).toBeGreaterThan(0);
        expect(await contents(app.strapi)).toEqual(before);
      }
    );

    test.each([
      'https://a.example/x?y=1#z',
      'http://a.example',
      'mailto:desk@a.example',
      'HTTPS://A.EXAMPLE/',
      '',
      null,
    ])('the address %s is taken', async (url) => {
      for (const [name, plural, data] of PLACES) {
        // A site's own address has no query: those of its pages are put after it.
        if (name === 'a site' && url?.includes('?')) continue;
        const required = plural === 'articles' && !url;
        const isTemplate = plural === 'sections' && !url;
        const id = { articles: story, topics: room.topics.ice, sites: room.sites.harbor, sections: room.sections.port }[
          plural as 'articles'
        ];
        if (required || isTemplate) continue;
        const answer = await desk.api.send('PUT', `/api/${plural}/${id}?locale=en`, { data: data(url as string) });
        expect(answer.status, `${plural} ${url} ${answer.text}`).toBe(200);
      }
      expect((await read(`pages/${story}?locale=en`)).status).toBe(200);
    });

    test('an unsafe address that was brought in past the document service is dropped when it is read', async () => {
      const site = await writer.create('sites', { name: 'Unsafe', url: 'https://a.example' }, 'en');
      const topic = await writer.create(
        'topics',
        { name: 'Unsafe', landingPhrase: 'More', landingUrl: 'https://a.example', site },
        'en'
      );
      const section = await writer.create('sections', { name: 'Unsafe', site, topics: [topic] }, 'en');
      const layout = [
        { __component: 'story-blocks.related-links' },
        { __component: 'story-blocks.appeal', heading: 'x', offers: [{ name: 'x', url: 'https://a.example/offer' }] },
        { __component: 'story-blocks.share', targets: [{ name: 'x', urlTemplate: 'https://a.example/share?{url}' }] },
      ];
      await writer.update('sites', site, { storyLayout: layout }, 'en');
      const id = await writer.create(
        'articles',
        {
          title: headline(room, 'Unsafe'),
          section,
          topics: [topic],
          externalLinks: [
            { title: 'Kept', url: 'https://a.example/link' },
            { title: 'Dropped', url: 'https://a.example/other' },
          ],
          body: [{ type: 'paragraph', children: [link('https://a.example/body')] }],
        },
        'en',
        true
      );
      const address = "javascript:alert('x')";
      await query('api::site.site').updateMany({ where: { documentId: site }, data: { url: address } });
      await query('api::topic.topic').updateMany({ where: { documentId: topic }, data: { landingUrl: address } });
      await query('story-blocks.offer').updateMany({
        where: { url: 'https://a.example/offer' },
        data: { url: address },
      });
      await query('story-blocks.share-target').updateMany({
        where: { urlTemplate: { $contains: 'share' } },
        data: { urlTemplate: `${address}{url}` },
      });
      await query('story.external-link').updateMany({
        where: { url: 'https://a.example/other' },
        data: { url: address },
      });
      await query('api::article.article').updateMany({
        where: { documentId: id },
        data: { body: [{ type: 'paragraph', children: [link(address), link('data:text/html,x')] }] },
      });
      await upkeep().reconcile();
      const page = await read(`pages/${id}?locale=en`);
      expect(page.status, page.text).toBe(200);
      expect(page.text).not.toMatch(/javascript:|data:text/i);
      expect(page.body.data.site.url).toBeNull();
      expect(page.body.data.story.body).toEqual(
        paragraphs('x').map((block) => ({ ...block, children: [...block.children, ...block.children] }))
      );
      const links = page.body.data.blocks[0].links.map(({ title }: Data) => title);
      expect(links).toContain('Kept');
      expect(links).not.toContain('Dropped');
      expect((await read(`fronts/topics/${topic}?locale=en`)).text).not.toMatch(/javascript:/i);
      expect((await read(`fronts/sections/${section}?locale=en`)).text).not.toMatch(/javascript:/i);
    });
  });

  describe('of words', () => {
    const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';

    test.each(['character', 'word', 'sentence', 'paragraph'])(
      'a family is not torn apart by a teaser of three characters, cut by %s',
      async (cut) => {
        const section = await writer.create(
          'sections',
          {
            name: `Families ${cut}`,
            storyLayout: [{ __component: 'story-blocks.section-teaser', count: 1, length: 3, cut, tail: '…' }],
          },
          'en'
        );
        const make = (title: string) =>
          writer.create(
            'articles',
            { title, section, filedAt: nextFiling(), body: paragraphs(family.repeat(6)) },
            'en',
            true
          );
        await make(`A family, by ${cut}`);
        const id = await make(`Another family, by ${cut}`);
        const { blocks } = (await read(`pages/${id}?locale=en`)).body.data;
        expect(blocks[0].teasers[0]).toMatchObject({ excerpt: `${family.repeat(3)}…`, truncated: true });
      }
    );

    test('control and direction characters do not get into the text edition', async () => {
      const odd =
        'Kim\u202E heads\u0007 to\u2066 Russia\u2069\u200F\u061C\u00AD by\u2028train\u0085now\tor\nnever\uFEFF';
      const clean = 'Kim heads to Russia by train now or never';
      const section = await writer.create(
        'sections',
        { name: `Odd ${odd}`, label: `Odd ${odd}`, site: room.sites.north },
        'en'
      );
      const author = await writer.create('authors', { name: `Author ${odd}` });
      const make = (title: string) =>
        writer.create(
          'articles',
          {
            title: `${title} ${odd}`,
            section,
            byline: [{ author }],
            body: paragraphs(`Body ${odd}`),
            filedAt: nextFiling(),
          },
          'en',
          true
        );
      const id = await make('One');
      await make('Two');
      await settled(app.strapi);
      const edition = await text(id);
      for (const line of [`One ${clean}`, `Odd ${clean}`, `Body ${clean}`]) expect(edition).toContain(line);
      expect(edition.join('\n')).toContain(`Two ${clean}`);
      const steering = '\u00AD\u061C\u200E\u200F\u2028\u2029\u202A\u202E\u2066\u2069\uFEFF\u0085\u0007\t';
      for (const character of steering) expect(edition.join('\n')).not.toContain(character);
    });

    test('two stories of one headline and instant have addresses of their own, and keep their order', async () => {
      const section = await writer.create('sections', { name: 'Twins', site: room.sites.north }, 'en');
      const data = { title: headline(room, 'Twins are born'), section, filedAt: '2026-05-01T12:00:00.000Z' };
      const ids = [];
      for (let n = 0; n < 5; n += 1) ids.push(await writer.create('articles', data, 'en', true));
      const expected = [...ids].sort().reverse();
      const slugs = new Set<string>();
      for (const id of ids) slugs.add((await read(`pages/${id}?locale=en`)).body.data.story.slug);
      expect(slugs.size).toBe(5);
      for (const slug of slugs) expect((await read(`pages?slug=${slug}&locale=en`)).status).toBe(200);
      for (let round = 0; round < 3; round += 1) {
        const order = (list: Json[]) => list.map(({ documentId }) => documentId);
        expect(order((await read(`fronts/sections/${section}?locale=en`)).body.data.teasers)).toEqual(expected);
        expect(order((await read(`teasers?section=${section}&limit=50`)).body.data)).toEqual(expected);
        expect(order((await read(`rails?sections=${section}&limit=50`)).body.data[0].headlines)).toEqual(expected);
        const paged: string[] = [];
        for (let page = 1; page <= 3; page += 1) {
          paged.push(...order((await read(`fronts/sections/${section}?page=${page}&pageSize=2`)).body.data.teasers));
        }
        expect(paged).toEqual(expected);
        await writer.update('articles', ids[round], { summary: `Touched ${round}` }, 'en');
      }
      const taken = await desk.api.send('PUT', `/api/articles/${ids[0]}?locale=en`, { data: { slug: [...slugs][1] } });
      expect([taken.status, code(taken)]).toEqual([400, 'SLUG_TAKEN']);
    });
  });

  describe.each(above(client, [client]))('of sections', () => {
    let ids: string[];
    beforeAll(async () => {
      ids = [];
      for (const name of ['A', 'B', 'C']) {
        const id = await writer.create('sections', { name: `${name} of a circle` }, 'en');
        await writer.update('sections', id, { name: `${name} d’un cercle` }, 'fr');
        ids.push(id);
      }
    });

    test('a circle is refused with 400 SECTION_CIRCLE, and changes nothing', async () => {
      const [a, b, c] = ids;
      await writer.update('sections', b, { parent: a }, 'en');
      await writer.update('sections', c, { parent: b }, 'en');
      await writer.update('sections', b, { parent: a }, 'fr');
      const before = await contents(app.strapi);
      const circles: [string, string, unknown, string][] = [
        ['itself', a, a, 'en'],
        ['itself, connected', a, { connect: [a] }, 'en'],
        ['its child', a, b, 'en'],
        ['its grandchild', a, c, 'en'],
        ['its grandchild, set', a, { set: [{ documentId: c }] }, 'en'],
        ['its child in another language', a, b, 'fr'],
      ];
      for (const [name, id, parent, locale] of circles) {
        const answer = await desk.api.send('PUT', `/api/sections/${id}?locale=${locale}`, {
          data: { parent, label: 'Changed' },
        });
        expect([answer.status, code(answer)], `${name} ${answer.text}`).toEqual([400, 'SECTION_CIRCLE']);
      }
      const byAdmin = await desk.admin.send('PUT', manager('sections', `/${a}`, 'en'), {
        parent: { connect: [{ documentId: c, locale: 'en' }], disconnect: [] },
      });
      expect([byAdmin.status, code(byAdmin)]).toEqual([400, 'SECTION_CIRCLE']);
      const byService = await answered(
        documentsOf(app.strapi, 'sections').update({ documentId: a, data: { parent: c }, locale: 'en' })
      );
      expect(byService.status).toBe(400);
      expect(await contents(app.strapi)).toEqual(before);
      for (const id of ids) expect((await read(`fronts/sections/${id}?locale=en`)).status).toBe(200);
      // What is no circle is taken: c may stand beside b.
      await writer.update('sections', c, { parent: a }, 'en');
    });

    test('two halves of a circle at the same time do not make a whole one', async () => {
      for (let round = 0; round < 6; round += 1) {
        const pair = [];
        for (const name of ['Half', 'Other half'])
          pair.push(await writer.create('sections', { name: `${name} ${round}` }, 'en'));
        const answers = await Promise.all([
          desk.api.send('PUT', `/api/sections/${pair[0]}?locale=en`, { data: { parent: pair[1] } }),
          desk.api.send('PUT', `/api/sections/${pair[1]}?locale=en`, { data: { parent: pair[0] } }),
        ]);
        expect(answers.map(({ status }) => status).sort(), answers.map((answer) => answer.text).join('\n')).toEqual([
          200, 400,
        ]);
      }
    });

    test('an unknown time zone or language or an unsafe pattern of a site is refused, and one that came in otherwise breaks no page', async () => {
      for (const [data, problem] of [
        [{ timezone: 'Mars/Olympus' }, 'UNKNOWN_TIMEZONE'],
        [{ language: 'not a language' }, 'UNKNOWN_LANGUAGE'],
        [{ urlPattern: '//evil.example/{slug}' }, 'UNSAFE_PATTERN'],
        [{ urlPattern: `/${'{slug}'.repeat(9)}!` }, 'UNSAFE_PATTERN'],
        [{ urlPattern: '/\t/evil.example/{slug}' }, 'UNSAFE_PATTERN'],
      ] as [Data, string][]) {
        const answer = await desk.api.send('PUT', `/api/sites/${room.sites.north}?locale=en`, { data });
        expect([answer.status, code(answer)], answer.text).toEqual([400, problem]);
      }
      const where = { documentId: room.sites.north };
      await query('api::site.site').updateMany({
        where,
        data: {
          timezone: 'Mars/Olympus',
          language: 'not a language',
          datelineStyle: 'none',
          urlPattern: '{nothing}//{slug}{',
        },
      });
      await query('api::dateline.dateline').updateMany({
        where: { documentId: room.places.tromso },
        data: { timezone: 'Mars/Olympus', country: 'XX' },
      });
      await upkeep().reconcile();
      for (const id of room.stories) {
        const page = await read(`pages/${id}?locale=en`);
        expect(page.status, page.text).toBe(200);
        expect(page.body.data.story.url).not.toContain('nothing');
        expect((await read(`pages/${id}?locale=en`, { Accept: 'text/plain' })).status).toBe(200);
      }
      expect((await read(`fronts/sections/${room.sections.world}?locale=en&date=2026-03-01`)).status).toBe(200);
    });
  });

  describe.each(above(client, [client]))('of layouts', () => {
    const problems = async (): Promise<Data[]> => {
      const admin: Client = createClient(app, await logIn(app));
      const answer = await admin.get('/story-blocks/health');
      expect(answer.status, answer.text).toBe(200);
      return answer.body.data.blocks;
    };

    test('a block that is set wrongly past validation is left out, and reported', async () => {
      const section = await writer.create(
        'sections',
        {
          name: 'Set wrongly',
          storyLayout: [
            { __component: 'story-blocks.related-links', heading: 'Set wrongly', limit: 7 },
            { __component: 'story-blocks.section-teaser', count: 7 },
            { __component: 'story-blocks.comments', text: 'Still here' },
          ],
        },
        'en'
      );
      const id = await writer.create('articles', { title: 'In a section that is set wrongly', section }, 'en', true);
      await query('story-blocks.related-links').updateMany({ where: { heading: 'Set wrongly' }, data: { limit: 0 } });
      await query('story-blocks.section-teaser').updateMany({ where: { count: 7 }, data: { count: -3 } });
      await upkeep().reconcile();
      const page = await read(`pages/${id}?locale=en`);
      expect([page.status, page.body.data.blocks]).toEqual([200, [{ type: 'comments', text: 'Still here' }]]);
      expect(await text(id)).toContain('Still here');
      const found = await problems();
      for (const component of ['story-blocks.related-links', 'story-blocks.section-teaser']) {
        const problem = found.find((one) => one.component === component && String(one.layout).includes('Set wrongly'));
        expect(problem, JSON.stringify(found)).toBeDefined();
        expect(problem?.problem).toMatch(component.endsWith('links') ? /limit/ : /count/);
      }
    });

    test('a component that no plugin has registered is left out, and reported', async () => {
      const id = await writer.create('articles', { title: 'Without a section or a site' }, 'en', true);
      const page = await read(`pages/${id}?locale=en`);
      expect(page.status).toBe(200);
      expect(page.body.data.blocks.map(({ type }: Data) => type)).not.toContain('nothing');
      expect(page.body.data.blocks.map(({ type }: Data) => type)).toContain('share');
      const problem = (await problems()).find((one) => one.component === 'story-blocks.nothing');
      expect(problem).toMatchObject({
        layout: expect.stringContaining('config/newsroom'),
        problem: expect.any(String),
      });
    });

    test('a component that a zone does not list is refused or left out, and breaks no page', async () => {
      const section = await writer.create('sections', { name: 'Odd blocks' }, 'en');
      const id = await writer.create('articles', { title: 'Among odd blocks', section }, 'en', true);
      for (const component of ['story.credit', 'story-blocks.rail', 'story-blocks.nothing', '', null, 7]) {
        const answer = await desk.api.send('PUT', `/api/sections/${section}?locale=en`, {
          data: { storyLayout: [{ __component: component }] },
        });
        expect(answer.status, `${component} ${answer.text}`).toBeLessThan(500);
        expect((await read(`pages/${id}?locale=en`)).status, String(component)).toBe(200);
        const graphql = await desk.api.graphql(
          `{ section(documentId: "${section}") { documentId storyLayout { __typename } } }`
        );
        expect(graphql.body.errors, `GraphQL after ${component}`).toBeUndefined();
      }
    });

    test('settings out of bounds are refused', async () => {
      const before = await contents(app.strapi);
      for (const block of [
        { __component: 'story-blocks.related-links', limit: 0 },
        { __component: 'story-blocks.related-links', limit: 51 },
        { __component: 'story-blocks.related-links', limit: 'x' },
        { __component: 'story-blocks.section-teaser', count: 0 },
        { __component: 'story-blocks.section-teaser', length: -1 },
        { __component: 'story-blocks.section-teaser', cut: 'half' },
        { __component: 'story-blocks.section-teaser', section: 'nosuchsection' },
        { __component: 'story-blocks.headline-rails', rails: [{ limit: 1.5 }] },
        { __component: 'story-blocks.rights', from: 99_999 },
      ]) {
        const answer = await desk.api.send('PUT', `/api/sites/${room.sites.harbor}?locale=en`, {
          data: { storyLayout: [block] },
        });
        expect(answer.status, `${JSON.stringify(block)} ${answer.text}`).toBe(400);
      }
      expect(await contents(app.strapi)).toEqual(before);
    });
  });

  test('leaves cards that agree with what is published', async () => {
    await settled(app.strapi);
    const drift = await upkeep().check();
    expect(drift.drift).toEqual([]);
    const room2 = await foundNewsroom(adminApi(desk.admin), 'bd2', { stories: false });
    const id = await writeStory(adminApi(desk.admin), room2, 'After all that');
    expect((await read(`pages/${id}?locale=fr`)).status).toBe(200);
  });
});
