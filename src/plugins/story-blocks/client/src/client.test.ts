import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createStoryBlocksClient, type KeptAnswer, StoryBlocksError } from '.';

interface Seen {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}
type Reply = { status?: number; headers?: Record<string, string>; body?: string };

describe('the client', () => {
  let server: http.Server;
  let url: string;
  let seen: Seen[];
  let reply: (request: Seen) => Reply;
  const json = (body: unknown, more: Reply = {}): Reply => ({ body: JSON.stringify(body), ...more });
  const refused = (status: number, details: object): Reply =>
    json({ data: null, error: { status, name: 'SomeError', message: 'No.', details } }, { status });

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
        seen.push(one);
        const { status = 200, headers, body: answer } = reply(one);
        response.writeHead(status, headers).end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    seen = [];
    reply = () => json({ data: [], meta: { locale: 'en', generation: 1 } });
  });
  afterAll(() => server.close());

  const asked = () => seen.map(({ method, url: path }) => `${method} ${path}`);

  test('names routes, writes lists with commas, leaves out what is not named', async () => {
    const news = createStoryBlocksClient({ url: `${url}/` });
    await news.storyPage({ documentId: 'abc' });
    await news.storyPage({ slug: 'a b&c', site: 'Pier & Pilot', locale: undefined });
    await news.previewPage('abc', { locale: 'fr' });
    await news.sectionFront('a/b ü', { date: '2030-02-28', page: 2, pageSize: 5 });
    await news.topicFront('dredging');
    await news.authorFront('Ottilie Brandreth');
    await news.relatedLinks('abc', { kinds: ['story', 'landing'], limit: 3 });
    await news.teasers({ section: 'moorings', exclude: ['a', 'b'] });
    await news.rails(['a', 'b'], { limit: 2 });
    await news.resolveSlug('old', { type: 'api::article.article' });
    await news.hold('abc', { type: 'api::article.article' });
    await news.liftHold('abc');
    expect(asked()).toEqual([
      'GET /api/story-blocks/pages/abc',
      'GET /api/story-blocks/pages?slug=a+b%26c&site=Pier+%26+Pilot',
      'GET /api/story-blocks/previews/abc?locale=fr',
      'GET /api/story-blocks/fronts/sections/a%2Fb%20%C3%BC?date=2030-02-28&page=2&pageSize=5',
      'GET /api/story-blocks/fronts/topics/dredging',
      'GET /api/story-blocks/fronts/authors/Ottilie%20Brandreth',
      'GET /api/story-blocks/related/abc?limit=3&kinds=story%2Clanding',
      'GET /api/story-blocks/teasers?section=moorings&exclude=a%2Cb',
      'GET /api/story-blocks/rails?sections=a%2Cb&limit=2',
      'GET /api/story-slugs/resolve?slug=old&type=api%3A%3Aarticle.article',
      'GET /api/story-blocks/holds/abc?type=api%3A%3Aarticle.article',
      'DELETE /api/story-blocks/holds/abc',
    ]);
  });

  test('sends its token, language and headers with every call; a call may name another language', async () => {
    const news = createStoryBlocksClient({ url, token: 'secret', locale: 'fr', headers: { 'X-Desk': 'night' } });
    await news.teasers();
    await news.teasers({ locale: 'ja' });
    expect(asked()).toEqual(['GET /api/story-blocks/teasers?locale=fr', 'GET /api/story-blocks/teasers?locale=ja']);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ authorization: 'Bearer secret', 'x-desk': 'night', accept: 'application/json' });
    }
  });

  test('puts a hold as JSON under data', async () => {
    reply = () => json({ data: { documentId: 'abc' } });
    await createStoryBlocksClient({ url }).setHold('abc', { state: 'withheld' });
    expect(seen[0]).toMatchObject({ method: 'PUT', body: '{"data":{"state":"withheld"}}' });
    expect(seen[0].headers['content-type']).toBe('application/json');
  });

  test('gives a text edition as text', async () => {
    reply = ({ headers }) => ({ body: `asked for ${headers.accept}` });
    const news = createStoryBlocksClient({ url });
    expect((await news.storyText({ slug: 'a' })).data).toBe('asked for text/plain');
    expect((await news.frontText('author', 'b')).data).toBe('asked for text/plain');
    expect((await news.previewText('c')).data).toBe('asked for text/plain');
  });

  test('says where a moved story is', async () => {
    reply = () => refused(404, { code: 'MOVED', slug: 'new', documentId: 'abc' });
    const error = await createStoryBlocksClient({ url })
      .storyPage({ slug: 'old' })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(StoryBlocksError);
    expect({ ...error, message: error.message }).toMatchObject({
      name: 'StoryBlocksError',
      message: 'No.',
      status: 404,
      code: 'MOVED',
      slug: 'new',
      documentId: 'abc',
      path: '/api/story-blocks/pages?slug=old',
      details: { code: 'MOVED' },
    });
  });

  test.each([
    ["a proxy's page", '<h1>Bad gateway</h1>'],
    ['JSON of another shape', '{"oops":true}'],
    ['null', 'null'],
    ['nothing', ''],
  ])('tells an error that comes as %s', async (_how, body) => {
    reply = () => ({ status: 502, body });
    await expect(createStoryBlocksClient({ url }).teasers()).rejects.toMatchObject({
      name: 'StoryBlocksError',
      status: 502,
      code: undefined,
      message: '502 Bad Gateway',
    });
  });

  test('passes on what fetch itself throws: no network, a call given up', async () => {
    await expect(createStoryBlocksClient({ url: 'http://127.0.0.1:1' }).teasers()).rejects.toBeInstanceOf(TypeError);
    const aborted = createStoryBlocksClient({ url }).teasers({ signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([]);
  });

  const tagged = ({ headers }: Seen): Reply =>
    headers['if-none-match'] === 'W/"1"'
      ? { status: 304 }
      : json({ data: [], meta: { locale: null, generation: 7 } }, { headers: { ETag: 'W/"1"' } });

  test('tells that an answer at hand is still good', async () => {
    reply = tagged;
    const news = createStoryBlocksClient({ url });
    const first = await news.teasers();
    expect(first).toEqual({ data: [], meta: { locale: null, generation: 7 }, etag: 'W/"1"', notModified: false });
    const again = await news.teasers({ ifNoneMatch: 'W/"1"' });
    expect(again).toEqual({ notModified: true, etag: 'W/"1"' });
    // The types too: `data` is there only where the answer is.
    if (!again.notModified) expect(again.data.length).toBe(0);
    expect((await news.teasers({ ifNoneMatch: 'W/"0"' })).notModified).toBe(false);
  });

  test('gives a kept answer where the server confirms it, each address and edition its own', async () => {
    reply = tagged;
    const cache = new Map<string, KeptAnswer>();
    const news = createStoryBlocksClient({ url, cache });
    const first = await news.teasers();
    expect(await news.teasers()).toEqual(first);
    await news.teasers({ limit: 2 });
    expect(seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, 'W/"1"', undefined]);
    reply = () => json({ data: [], meta: { locale: null, generation: 8 } }, { headers: { ETag: 'W/"2"' } });
    expect((await news.teasers()).meta.generation).toBe(8);
    await news.setHold('abc', { state: 'withheld' });
    expect(cache.size).toBe(2);
  });

  test('calls the fetch that it is given', async () => {
    const calls: string[] = [];
    const own: typeof fetch = async (input) => {
      calls.push(String(input));
      return Response.json({ data: [] });
    };
    await createStoryBlocksClient({ url: 'https://cms.example', fetch: own }).teasers();
    expect(calls).toEqual(['https://cms.example/api/story-blocks/teasers']);
  });
});
