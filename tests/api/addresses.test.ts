import http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootStrapi, clients, type Running } from '../support/strapi';

let app: Running;
beforeAll(async () => {
  app = await bootStrapi({ client: clients[0] });
});
afterAll(() => app?.stop());

test.each(['GET', 'HEAD'])('%s /favicon.ico answers the application’s icon', async (method) => {
  const answer = await fetch(`${app.url}/favicon.ico`, { method });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/x-icon');
  expect(answer.headers.get('cache-control')).toContain('max-age=');
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (method === 'GET') expect(bytes.readUInt16LE(2)).toBe(1);
});

/** What browsers, crawlers and scanners ask for by themselves. None of it is a fault of the server. */
describe('no file that is not there is a server error', () => {
  test.each([
    ['/', 302],
    ['/_health', 204],
    ['/robots.txt', 404],
    ['/sitemap.xml', 404],
    ['/apple-touch-icon.png', 404],
    ['/apple-touch-icon-precomposed.png', 404],
    ['/manifest.json', 404],
    ['/site.webmanifest', 404],
    ['/browserconfig.xml', 404],
    ['/index.html', 404],
    ['/favicon.png', 404],
    ['/favicon.svg', 404],
    ['/.well-known/security.txt', 404],
    ['/.well-known/change-password', 404],
    ['/.env', 404],
    ['/uploads', 404],
    ['/uploads/', 404],
    ['/uploads/nothing.png', 404],
    ['/uploads/.gitkeep', 404],
    ['/api', 404],
    ['/api/', 404],
    ['/api/nothing', 404],
    ['/api/story-blocks', 404],
    ['/uploads/..%2f..%2fpackage.json', 403],
    ['/..%2fpackage.json', 403],
    ['/%', 400],
    ['/%00', 400],
    ['/uploads/%00', 400],
    ['/%E0%A4%A', 400],
  ])('%s: %i', async (address, status) => {
    expect((await fetch(`${app.url}${address}`, { redirect: 'manual' })).status).toBe(status);
  });
});

/** A request line as no URL parser of a client would write it. */
const askAt = (address: string) =>
  new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request(app.url, { path: address }, async (response) => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    request.on('error', reject).end();
  });

test.each([
  'http://',
  'http://[/api/articles',
  'x://',
  'http://?x',
  'http://[/graphql?query={a}',
  'http://[/uploads/x',
])('a request line with %s, which is no URL, is the caller’s fault, and answered as all are', async (address) => {
  const { status, headers, text } = await askAt(address);
  expect([status, JSON.parse(text).error.message], text).toEqual([400, expect.stringContaining('no URL')]);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('default-src'),
  });
});

test('an absolute address that is one is read', async () => {
  expect((await askAt('http://small.example/api/nothing')).status).toBe(404);
  expect((await askAt('http://small.example/_health')).status).toBe(204);
});
