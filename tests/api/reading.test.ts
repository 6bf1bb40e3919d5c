import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/plugins/story-blocks/server/src/cards/card-columns';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { addPicture } from '../support/writers';

const CMS = 'https://cms.example';
const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });
const heading = (value: string) => ({ type: 'heading', level: 2, children: [text(value)] });
/** A picture in a body, as Strapi's editor puts it there. */
const picture = (more: object) => ({
  type: 'image',
  image: {
    name: 'a.png',
    alternativeText: 'Quay',
    caption: null,
    width: 3,
    height: 2,
    formats: null,
    hash: 'a',
    ext: '.png',
    mime: 'image/png',
    size: 1,
    previewUrl: null,
    provider: 'local',
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  },
  children: [text('')],
});
const LONG = 'The harbour master opened the gates again on Monday after a week of fog, and the first ferries left. ';

/** The line of each style for one story, and the first line of its text edition. */
const STYLES: [style: string, line: string, runsIn: boolean][] = [
  ['ap', 'VALPARAISO, Chile (MPA) —', true],
  ['afp', 'VALPARAISO, Chile, March 3, 2031 (MPA) -', true],
  ['reuters', 'VALPARAISO, Chile, March 3 (MPA) -', true],
  ['upi', 'VALPARAISO, Chile, March 3 (MPA) --', true],
  ['smn', 'Valparaiso, Chile (MPA) March 3, 2031', false],
  ['dpa', 'Valparaiso (MPA) -', true],
];

/** Datelines that copy brings along, in the fields' style and in others. */
const OWN: [locale: string, line: string, gap?: string][] = [
  ['en', 'VALPARAISO, Chile (MPA) —'],
  ['en', 'MADRID (dpa) -'],
  ['en', 'LIMA, Jan 21 (Reuters) -'],
  ['en', 'Pyongyang (AFP) April 22, 2019'],
  ['en', 'SEOUL, South Korea, Jan. 3 (UPI) --'],
  ['en', 'VALPARAISO —'],
  ['en', '[東京 12日 ロイター] -'],
  ['en', 'МОСКВА, 16 февраля. /ТАСС/.'],
  ['fr', 'PARIS, 3 mars (Reuters) -'],
  ['fr', 'Berlin (dpa) -'],
  ['fr', 'ROMA, 01 LUG -'],
  ['ja', '【ソウル共同】', ''],
  ['ja', '[東京 12日 ロイター] -'],
  ['ja', 'مانيلا، 3 ديسمبر (رويترز) -'],
];

/** Beginnings that are no dateline, or not clearly one. */
const OTHERS = [
  'EXPLAINER — What the vote means.',
  'NASA — The agency said so.',
  'The mayor (an Independent) - said no.',
];

describe.each(anyClient)('what readers get on %s', (client) => {
  let app: Running;
  let api: Client;
  let section: string;
  let place: string;
  let source: string;
  const sites: Record<string, string> = {};

  const create = async (plural: string, data: object): Promise<string> =>
    (await api.write('POST', `/api/${plural}`, data)).documentId;
  let filed = Date.parse('2031-03-03T12:00:00Z');
  async function story(body: unknown, more: object = {}, locale = 'en'): Promise<string> {
    filed += 60_000;
    const data = {
      title: `Story ${filed}`,
      section,
      source,
      datelines: [place],
      filedAt: new Date(filed),
      body,
      ...more,
    };
    const id = await create('articles', { ...data, datelineDate: '2031-03-03' });
    if (locale !== 'en')
      await api.write('PUT', `/api/articles/${id}?locale=${locale}`, { ...data, title: `${filed} ${locale}` });
    return id;
  }
  const query = (more: Record<string, string>) => new URLSearchParams(more).toString();
  const pageOf = async (id: string, more: Record<string, string> = {}): Promise<Json> =>
    (await api.get(`/api/story-blocks/pages/${id}?${query(more)}`)).body.data.story;
  /** The story's own lines, after kicker and headline; blocks of the layout follow. */
  const linesOf = async (id: string, count: number, more: Record<string, string> = {}): Promise<string[]> =>
    (await api.get(`/api/story-blocks/pages/${id}?${query(more)}`, { Accept: 'text/plain' })).text
      .split('\n')
      .filter(Boolean)
      .slice(2, 2 + count);
  const teaserOf = async (id: string, more: Record<string, string> = {}): Promise<Json> =>
    (await api.get(`/api/story-blocks/teasers?${query({ section, limit: '50', ...more })}`)).body.data.find(
      ({ documentId }: Json) => documentId === id
    );

  beforeAll(async () => {
    app = await bootStrapi({ client, env: { PUBLIC_URL: CMS } });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    for (const [style] of STYLES) {
      const data = { name: `Site ${style}`, url: `https://${style}.example`, datelineStyle: style, storyLayout: [] };
      sites[style] = await create('sites', data);
      for (const locale of ['fr', 'ja'])
        await api.write('PUT', `/api/sites/${sites[style]}?locale=${locale}`, { ...data, name: `${style} ${locale}` });
    }
    const home = { name: 'Harbours', slug: 'harbours', site: sites.ap };
    section = await create('sections', home);
    for (const locale of ['fr', 'ja']) await api.write('PUT', `/api/sections/${section}?locale=${locale}`, home);
    place = await create('datelines', { city: 'Valparaiso', country: 'CL', timezone: 'America/Santiago' });
    source = await create('sources', { code: 'MPA', name: 'Meridian Press', kind: 'wire' });
  });
  afterAll(async () => {
    delete process.env.PUBLIC_URL;
    await app?.stop();
  });

  describe('datelines', () => {
    test.each(STYLES)('of %s run in where the style does: %s', async (style, line, runsIn) => {
      const id = await story([paragraph('The port reopened.'), paragraph('Ships left.')]);
      const read = await pageOf(id, { site: sites[style] });
      expect(read).toMatchObject({ dateline: line, datelineRunsIn: runsIn, bodyDateline: null });
      const opening = runsIn ? [`${line} The port reopened.`] : [line, 'The port reopened.'];
      const lines = [...opening, 'Ships left.'];
      expect(await linesOf(id, lines.length, { site: sites[style] })).toEqual(lines);
    });

    test.each<[string, unknown[], string[], boolean]>([
      [
        'a crosshead',
        [heading('Fog'), paragraph('Ships left.')],
        ['VALPARAISO, Chile (MPA)', '- Fog -', 'Ships left.'],
        false,
      ],
      [
        'a list',
        [{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('One')] }] }],
        ['VALPARAISO, Chile (MPA)', 'One'],
        false,
      ],
      [
        'a picture',
        [picture({ url: '/uploads/b.png' }), paragraph('Ships left.')],
        ['VALPARAISO, Chile (MPA) — Ships left.'],
        true,
      ],
      ['nothing', [], ['VALPARAISO, Chile (MPA)'], false],
      [
        'an empty paragraph',
        [paragraph('\u00A0'), paragraph('Ships left.')],
        ['VALPARAISO, Chile (MPA) — Ships left.'],
        true,
      ],
    ])(
      'have a line of their own, without a dash, unless a paragraph follows: %s',
      async (_what, body, lines, runsIn) => {
        const id = await story(body);
        expect(await linesOf(id, lines.length)).toEqual(lines);
        const { dateline, datelineRunsIn } = await pageOf(id);
        expect(datelineRunsIn).toBe(runsIn);
        expect(dateline).toBe(runsIn ? 'VALPARAISO, Chile (MPA) —' : 'VALPARAISO, Chile (MPA)');
      }
    );

    test('stand in one line with a teaser, and without a dash where nothing follows', async () => {
      const [full, empty] = [await story([paragraph('The port reopened.')]), await story([])];
      expect(await teaserOf(full)).toMatchObject({
        dateline: 'VALPARAISO, Chile (MPA) —',
        datelineRunsIn: true,
        excerpt: 'The port reopened.',
      });
      expect(await teaserOf(empty)).toMatchObject({
        dateline: 'VALPARAISO, Chile (MPA)',
        datelineRunsIn: false,
        excerpt: '',
      });
      const front = await api.get(`/api/story-blocks/fronts/sections/${section}`, { Accept: 'text/plain' });
      expect(front.text).toContain('\nVALPARAISO, Chile (MPA) — The port reopened.\n');
      expect(front.text).toContain('\nVALPARAISO, Chile (MPA)\n');
    });

    test.each(OWN)('of the copy are seen once, in %s: %s', async (locale, line, gap = ' ') => {
      const body = [paragraph(`${line}${gap}${LONG}`), paragraph('Ships left.')];
      const id = await story(body, {}, locale);
      const read = await pageOf(id, { locale });
      expect(read).toMatchObject({ bodyDateline: line, body, datelineRunsIn: true });
      expect(await linesOf(id, 2, { locale })).toEqual([`${read.dateline} ${LONG.trim()}`, 'Ships left.']);
      const apart = await linesOf(id, 3, { locale, site: sites.smn });
      expect(apart.slice(1)).toEqual([LONG.trim(), 'Ships left.']);
      expect((await teaserOf(id, { locale })).excerpt).toMatch(/^The harbour master/);
      const listed = await api.get(`/api/articles/${id}?include=teaser&locale=${locale}`);
      expect(listed.body.data.teaser.excerpt).toMatch(/^The harbour master/);
      expect(listed.body.data.body).toEqual(body);
    });

    test('of the copy stay where the story has none, and where they are none', async () => {
      const line = 'MADRID (dpa) - The minister said no.';
      const without = await story([paragraph(line)], { datelines: [] });
      expect(await pageOf(without)).toMatchObject({ dateline: null, datelineRunsIn: false, bodyDateline: null });
      expect(await linesOf(without, 1)).toEqual([line]);
      expect((await teaserOf(without)).excerpt).toBe(line);
      for (const beginning of OTHERS) {
        const id = await story([paragraph(beginning)]);
        expect((await teaserOf(id)).excerpt).toBe(beginning);
        expect(await linesOf(id, 1)).toEqual([`VALPARAISO, Chile (MPA) — ${beginning}`]);
      }
    });

    test('of a summary are seen once', async () => {
      const id = await story([paragraph('Text.')], { summary: 'LIMA, Jan 21 (Reuters) - Ferries are back.' });
      expect(await teaserOf(id)).toMatchObject({ excerpt: 'Ferries are back.', datelineRunsIn: true });
    });

    test('are the same by GraphQL', async () => {
      const id = await story([paragraph('MADRID (dpa) - The minister said no.')]);
      const { body } = await api.graphql(
        'query($id: ID) { storyPage(documentId: $id) { story { dateline datelineRunsIn bodyDateline } } }',
        { id }
      );
      expect(body.data.storyPage.story).toEqual({
        dateline: 'VALPARAISO, Chile (MPA) —',
        datelineRunsIn: true,
        bodyDateline: 'MADRID (dpa) -',
      });
    });
  });

  describe('the tail of a teaser', () => {
    test.each([
      ['en', ' ... read more'],
      ['fr', ' ... lire la suite'],
      ['ja', '…続きを読む'],
    ])('is in the language of the story: %s', async (locale, tail) => {
      const id = await story([paragraph(LONG.repeat(8))], {}, locale);
      const { excerpt, truncated } = await teaserOf(id, { locale });
      expect(truncated).toBe(true);
      expect(excerpt.slice(-tail.length)).toBe(tail);
    });
  });

  describe('the text edition', () => {
    test.each([
      ['text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
      ['text/plain;charset="UTF-8";q=0.9', 'text/plain; charset=utf-8'],
      ['TEXT/PLAIN;Format=Flowed', 'text/plain; charset=utf-8'],
      ['text/*;format=flowed', 'text/plain; charset=utf-8'],
      ['application/json;q=0.5, text/plain;charset=us-ascii', 'text/plain; charset=utf-8'],
      ['text/plain;charset=utf-8;q=0, */*', 'application/json; charset=utf-8'],
      ['application/json; charset=utf-8', 'application/json; charset=utf-8'],
      ['*/*;q=often', 'application/json; charset=utf-8'],
    ])('for Accept: %s comes as %s', async (accept, type) => {
      const id = await story([paragraph('The port reopened.')]);
      for (const path of [`pages/${id}`, `fronts/sections/${section}`]) {
        const { headers, status } = await api.get(`/api/story-blocks/${path}`, { Accept: accept });
        expect([status, headers.get('content-type')]).toEqual([200, type]);
        expect(headers.get('vary')?.split(', ')).toContain('Accept');
      }
    });
  });

  describe('empty paragraphs', () => {
    const PASTE = ['', ' ', '\u00A0', '\u200B\uFEFF', '<br>', '&nbsp;', '\n'].map(paragraph);

    test('reach nobody', async () => {
      const body = PASTE.flatMap((empty, at) => [empty, paragraph(`Line ${at}.`)]);
      const id = await story(body);
      const lines = PASTE.map((_empty, at) => `Line ${at}.`);
      expect((await pageOf(id)).body).toEqual(lines.map(paragraph));
      expect(await linesOf(id, lines.length)).toEqual([`VALPARAISO, Chile (MPA) — ${lines[0]}`, ...lines.slice(1)]);
      expect((await teaserOf(id)).excerpt).toBe(lines.join(' '));
    });

    test('go from cards that were made before, in the background', async () => {
      const id = await story([paragraph('One.'), paragraph('\u00A0'), paragraph('Two.')]);
      await settled(app.strapi);
      const card = () => app.strapi.db.connection('story_blocks_cards').where({ document_id: id });
      const before = [paragraph('One.'), paragraph('\u00A0'), paragraph('Two.')];
      const row = { ...(await card().first()), body: JSON.stringify(before) };
      await card().update({ body: row.body, fingerprint: fingerprintOf(row) });
      const upkeep = app.strapi.plugin('story-blocks').service('upkeep') as unknown as {
        reconcile(): Promise<{ repaired: number }>;
      };
      expect((await upkeep.reconcile()).repaired).toBe(1);
      expect(JSON.parse((await card().first('body')).body)).toEqual([paragraph('One.'), paragraph('Two.')]);
    });
  });

  describe('addresses of pictures', () => {
    test('are absolute everywhere, in fields and in bodies', async () => {
      const own = await addPicture(app.strapi, 'quay', '/uploads/quay.png');
      const formats = { small: { url: '/uploads/small_quay.png', width: 1 } };
      await app.strapi.db.query('plugin::upload.file').update({ where: { id: own.id }, data: { formats } });
      const urls = ['/uploads/b.png', 'http://localhost:1337/uploads/b.png', `${CMS}/uploads/b.png`];
      const id = await story(
        [
          ...urls.map((url) => picture({ url, formats: { small: { url: '/uploads/s.png' } } })),
          picture({ url: 'https://bucket.example/uploads/b.png', provider: 'aws-s3' }),
          paragraph('Text.'),
        ],
        { image: own.id }
      );
      const { image, body } = await pageOf(id);
      expect(image).toMatchObject({
        url: `${CMS}/uploads/quay.png`,
        formats: { small: { url: `${CMS}/uploads/small_quay.png`, width: 1 } },
      });
      expect(body.slice(0, 4).map((block: Json) => block.image.url)).toEqual([
        ...urls.map(() => `${CMS}/uploads/b.png`),
        'https://bucket.example/uploads/b.png',
      ]);
      expect(body[0].image.formats.small.url).toBe(`${CMS}/uploads/s.png`);
      expect((await teaserOf(id)).image).toEqual(image);
      const { data } = (
        await api.graphql('query($id: ID) { storyPage(documentId: $id) { story { body image { url formats } } } }', {
          id,
        })
      ).body;
      expect(data.storyPage.story).toEqual({ body, image: { url: image.url, formats: image.formats } });
    });
  });
});
