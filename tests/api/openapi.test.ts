import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../scripts/contracts/openapi';
import { harbourNetwork } from '../fixtures/harbour-network';
import { type Answer, type Client, createClient, createToken, settled } from '../support/client';
import { type Loaded, loadNetwork } from '../support/network';
import { createConformance } from '../support/openapi';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

type Params = Record<string, string>;
type Case = [operationId: string, params: Params, status: number];
const FRONTS = ['getSectionFront', 'getTopicFront', 'getAuthorFront'];
const NONE = 'nothinghasthisid00000000';

describe.each(anyClient)('the API as its OpenAPI document says, on %s', (client) => {
  const conformance = createConformance(openApiDocument({ closed: true }));
  let app: Running;
  let loaded: Loaded;
  let api: Client;
  let may: Record<'everything' | 'nothing' | 'unknown', Client>;
  let slug: string;
  let formerSlug: string;
  let heldId: string;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    may = {
      everything: api,
      nothing: createClient(app, await createToken(app.strapi, 'custom', ['plugin::upload.content-api.find'])),
      unknown: createClient(app, 'no-such-token'),
    };
    loaded = await loadNetwork(api, harbourNetwork);
    ({ slug: formerSlug } = (await api.get(`/api/articles/${loaded.mainId}`)).body.data);
    await api.write('PUT', `/api/articles/${loaded.mainId}`, {
      slug: 'the-bar-is-where-it-was',
      externalLinks: [{ title: 'Soundings', url: 'https://soundings.example/bar' }],
    });
    slug = 'the-bar-is-where-it-was';
    ({ documentId: heldId } = await api.write('POST', '/api/articles', {
      title: 'Pilot boat held at the pier',
      section: loaded.sections.get('ferries'),
    }));
    const extra = [{ __component: 'story-blocks.related-links', heading: 'More' }];
    await api.write('PUT', `/api/sections/${loaded.sections.get('ferries')}`, { frontLayout: extra });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  /** Asks, and fails unless the answer is as documented. */
  async function ask(
    operationId: string,
    params: Params,
    more: { as?: keyof typeof may; headers?: Record<string, string>; body?: unknown } = {}
  ): Promise<Answer> {
    const { method, address } = conformance.addressOf(operationId, params);
    const caller = may[more.as ?? 'everything'];
    const answer =
      method === 'GET'
        ? await caller.get(address, more.headers)
        : await caller.send(method as 'PUT' | 'POST' | 'DELETE', address, more.body);
    conformance.check(operationId, answer);
    return answer;
  }

  const named: Record<string, string> = {
    getSectionFront: 'moorings',
    getTopicFront: 'More about dredging',
    getAuthorFront: 'Ottilie Brandreth',
  };

  /** An address of every read route that gives an answer. */
  const reads = (): [string, Params][] => [
    ['findStoryPage', { slug }],
    ['getStoryPage', { documentId: loaded.mainId }],
    ...FRONTS.map((id): [string, Params] => [id, { named: named[id] }]),
    ['listRelatedLinks', { documentId: loaded.mainId }],
    ['listTeasers', {}],
    ['listRails', { sections: 'ferries,lighthouses' }],
  ];
  const texts = (): [string, Params][] => [
    ...reads().filter(([id]) => !id.startsWith('list')),
    ['previewStoryPage', { documentId: loaded.mainId }],
  ];

  test('answers of read routes, and their confirmation', async () => {
    for (const [id, params] of reads()) {
      const { status, headers } = await ask(id, params);
      expect(status, id).toBe(200);
      const again = await ask(id, params, { headers: { 'If-None-Match': headers.get('etag') ?? '' } });
      expect(again.status, id).toBe(304);
    }
    for (const [id, params] of texts()) {
      const text = await ask(id, params, { headers: { Accept: 'text/plain' } });
      expect([id, text.status, text.headers.get('content-type')]).toEqual([id, 200, 'text/plain; charset=utf-8']);
    }
    expect((await ask('previewStoryPage', { documentId: loaded.mainId })).status).toBe(200);
    expect((await ask('resolveSlug', { slug })).body).toMatchObject({ moved: false });
    expect((await ask('resolveSlug', { slug: formerSlug })).body).toMatchObject({ moved: true, slug });
  });

  test('every parameter of read routes', async () => {
    const site = 'Pier & Pilot';
    const type = 'api::article.article';
    const good: [string, Params][] = [
      ['findStoryPage', { slug, site, type, locale: 'en', status: 'published' }],
      ['getStoryPage', { documentId: loaded.mainId, status: 'draft' }],
      ...FRONTS.map((id): [string, Params] => [
        id,
        { named: named[id], site, locale: 'en', date: '2020-02-28', page: '1', pageSize: '2' },
      ]),
      ['getSectionFront', { named: 'ferries' }],
      ['getSectionFront', { named: 'moorings', page: '100000' }],
      ['previewStoryPage', { documentId: loaded.mainId, site, type, locale: 'en' }],
      ...['story', 'landing', 'external', 'external,landing'].map((kinds): [string, Params] => [
        'listRelatedLinks',
        { documentId: loaded.mainId, kinds, limit: '50', locale: 'en', type },
      ]),
      ['listTeasers', { section: 'moorings', limit: '1', exclude: `${loaded.mainId},${NONE}`, locale: 'en' }],
      ['listRails', { sections: 'ferries', limit: '3', locale: 'en' }],
      ['resolveSlug', { slug, locale: 'en', type }],
    ];
    for (const [id, params] of good) {
      expect((await ask(id, params)).status, `${id} ${JSON.stringify(params)}`).toBe(200);
    }
  });

  test('requests that do not fit, and what is unknown', async () => {
    const documentId = loaded.mainId;
    const cases: Case[] = [
      ['findStoryPage', {}, 400],
      ['findStoryPage', { slug, locale: 'xx' }, 400],
      ['getStoryPage', { documentId, status: 'printed' }, 400],
      ['getStoryPage', { documentId, locale: 'xx' }, 400],
      ...FRONTS.flatMap((id): Case[] => [
        [id, { named: named[id], pageSize: '51' }, 400],
        [id, { named: named[id], date: 'yesterday' }, 400],
        [id, { named: 'no-such-name' }, 404],
        [id, { named: named[id], site: 'no-such-site' }, 404],
      ]),
      ['listRelatedLinks', { documentId, limit: '0' }, 400],
      ['listRelatedLinks', { documentId, kinds: 'gossip' }, 400],
      ['listRelatedLinks', { documentId: NONE }, 404],
      ['listTeasers', { limit: 'all' }, 400],
      ['listTeasers', { section: 'no-such-section' }, 404],
      ['listRails', {}, 400],
      ['listRails', { sections: 'no-such-section' }, 404],
      ['previewStoryPage', { documentId, locale: 'xx' }, 400],
      ['previewStoryPage', { documentId: NONE }, 404],
      ['findStoryPage', { slug: 'no-such-slug' }, 404],
      ['findStoryPage', { slug: formerSlug }, 404],
      ['getStoryPage', { documentId: NONE }, 404],
      ['resolveSlug', {}, 400],
      ['resolveSlug', { slug: 'no-such-slug' }, 404],
      ['getHold', { documentId: NONE }, 404],
    ];
    for (const [id, params, status] of cases) {
      expect((await ask(id, params)).status, `${id} ${JSON.stringify(params)}`).toBe(status);
    }
    const moved = await ask('findStoryPage', { slug: formerSlug });
    expect(moved.body.error.details).toMatchObject({ code: 'MOVED', slug, documentId });
  });

  test('holds: none, set each way, read, lifted', async () => {
    const documentId = heldId;
    const set = async (data: unknown) => ask('setHold', { documentId }, { body: { data } });
    expect((await ask('getHold', { documentId })).body).toEqual({ data: null });
    const until = '2099-01-01T06:00:00+01:00';
    const embargo = await set({ state: 'embargo', until, thenPublish: true, locales: ['en'], note: 'After the vote' });
    expect(embargo.body.data).toMatchObject({ until: '2099-01-01T05:00:00.000Z', receipt: { pages: {} } });
    for (const state of ['withheld', 'canceled']) expect((await set({ state })).status).toBe(200);
    expect((await ask('getHold', { documentId, type: 'api::article.article' })).body.data.state).toBe('canceled');
    expect((await set({ state: 'embargo' })).status).toBe(400);
    expect((await ask('setHold', { documentId: NONE }, { body: { data: { state: 'withheld' } } })).status).toBe(404);
    expect((await ask('liftHold', { documentId })).status).toBe(200);
    expect((await ask('liftHold', { documentId })).status).toBe(404);
  });

  test('datelines checked and read', async () => {
    const good = { data: { datelines: [{ city: 'Boston' }], credits: [{ name: 'Ottilie Brandreth' }] } };
    expect((await ask('checkDateline', {}, { body: good })).status).toBe(200);
    expect((await ask('checkDateline', {}, { body: { data: { credits: 1 } } })).status).toBe(400);
    const text = 'Suncheon, South Korea (AFP) Oct 8, 2020';
    for (const line of [text, 'By Sebastien BERGER in Pyongyang', 'Neither of them']) {
      expect((await ask('parseDateline', {}, { body: { text: line } })).status).toBe(200);
    }
    expect((await ask('parseDateline', {}, { body: {} })).status).toBe(400);
    for (const id of ['checkDateline', 'parseDateline']) {
      expect((await ask(id, {}, { body: { text: 'x'.repeat(110_000) } })).status).toBe(413);
    }
  });

  test('callers who may not, and those whom nobody knows', async () => {
    const documentId = loaded.mainId;
    const all: [string, Params][] = [
      ...reads(),
      ['previewStoryPage', { documentId }],
      ['resolveSlug', { slug }],
      ['getHold', { documentId }],
      ['setHold', { documentId }],
      ['liftHold', { documentId }],
      ['checkDateline', {}],
      ['parseDateline', {}],
    ];
    for (const [id, params] of all) {
      const { method } = conformance.addressOf(id, params);
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      expect((await ask(id, params, { as: 'nothing', body })).status, id).toBe(403);
      expect((await ask(id, params, { as: 'unknown', body })).status, id).toBe(401);
    }
  });

  test('nothing is documented that was not seen', () => {
    expect(conformance.unseen()).toEqual([]);
  });
});
