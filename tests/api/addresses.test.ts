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
