import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logIn } from '../support/admin';
import { allowPublic, createToken } from '../support/client';
import { bootStrapi, clients, type Running } from '../support/strapi';

let app: Running;
let reader: string;
let admin: string;
beforeAll(async () => {
  app = await bootStrapi({ client: clients[0] });
  reader = await createToken(app.strapi, 'custom', ['api::article.article.find', 'api::article.article.findOne']);
  admin = await logIn(app);
});
afterAll(() => app?.stop());

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const ask = (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, init);

async function refused(path: string, status: number, init?: RequestInit) {
  const answer = await ask(path, init);
  expect(answer.status, `${path}: ${await answer.text()}`).toBe(status);
  expect(answer.headers.get('cache-control'), path).toBe('no-store');
  expect(answer.headers.get('etag'), path).toBeNull();
  return answer;
}

const OURS = [
  '/api/story-blocks/pages?slug=none',
  '/api/story-blocks/pages/none',
  '/api/story-blocks/fronts/sections/none',
  '/api/story-blocks/related/none',
  '/api/story-blocks/teasers?section=none',
  '/api/story-blocks/rails?sections=none',
  '/api/story-slugs/resolve?slug=none',
];
const STRAPIS = ['/api/articles', '/api/articles/none', '/api/sections', '/api/upload/files'];
const ALL = [...OURS, ...STRAPIS];
const and = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;

describe.each(ALL)('%s', (path) => {
  test('403 for one without permission', () => refused(path, 403));
  test('401 for a token that is none', () => refused(path, 401, { headers: bearer('none') }));
  test('401 for a log-in that is none', () => refused(path, 401, { headers: bearer('a.b.c') }));
  test('400 for a query that no route takes', () => refused(and(path, 'q=%00'), 400, { headers: bearer(reader) }));
  test('400 for JSON that is none', () =>
    refused(path, 400, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"data":' }));
});

test.each([
  ['/api/story-blocks/pages?slug=none', 404],
  ['/api/story-blocks/pages/none', 404],
  ['/api/story-blocks/related/none', 404],
  ['/api/story-slugs/resolve?slug=none', 404],
  ['/api/articles/none', 404],
  ['/api/nothing', 404],
  ['/api/story-blocks/nothing', 404],
  ['/nothing', 404],
  ['/uploads/nothing.png', 404],
  ['/api/story-blocks/pages?slug=none&locale=xx', 400],
  ['/api/story-blocks/pages', 400],
  ['/api/story-blocks/teasers?limit=-1', 400],
  ['/api/story-slugs/resolve', 400],
  ['/api/story-slugs/resolve?slug=none&locale=xx', 400],
  ['/api/articles?sort=nothing', 400],
  ['/api/articles?filters[nothing]=1', 400],
  ['/api/articles?populate=nothing', 400],
])('%s: %i', (path, status) => refused(path, status, { headers: bearer(reader) }).then(() => undefined));

test.each([
  ['/story-blocks/settings', 401],
  ['/content-manager/content-types', 401],
  ['/admin/users/me', 401],
])('%s of the admin: %i', (path, status) => refused(path, status).then(() => undefined));

test('an admin’s route that finds nothing', async () => {
  await refused('/story-blocks/desk/story/none?locale=en', 404, { headers: bearer(admin) });
});

describe('what a caller with a token is answered', () => {
  test.each(['/api/articles', '/api/sections?populate=*', '/api/upload/files', '/api/story-slugs/resolve?slug=mine'])(
    '%s is its own',
    async (path) => {
      const full = await createToken(app.strapi, 'full-access');
      await ask('/api/articles?status=published', {
        method: 'POST',
        headers: { ...bearer(full), 'Content-Type': 'application/json' },
        body: JSON.stringify({ data: { title: 'Mine', slug: 'mine' } }),
      });
      const answer = await ask(path, { headers: bearer(full) });
      expect(answer.status, await answer.text()).toBe(200);
      expect(answer.headers.get('cache-control')).toMatch(/^private/);
      expect(answer.headers.get('vary')).toContain('Authorization');
    }
  );
});

describe('GraphQL', () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    ask('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });
  test.each([
    ['JSON that is none', '{"query":', {}],
    ['no query', '{}', {}],
    ['a query that is none', '{"query":"{"}', {}],
    ['an unknown field', '{"query":"{ nothing }"}', {}],
    ['what the caller may not', '{"query":"{ articles { documentId } }"}', {}],
    ['an unknown token', '{"query":"{ __typename }"}', bearer('none')],
  ])('%s', async (_what, body, headers) => {
    const answer = await send(body, headers);
    expect(answer.headers.get('cache-control'), await answer.text()).toBe('no-store');
  });
});

test('what a caller may see of former slugs is kept for that caller alone', async () => {
  await allowPublic(app.strapi, ['api::article.article.find', 'api::article.article.create']);
  const headers = { ...bearer(await createToken(app.strapi, 'full-access')), 'Content-Type': 'application/json' };
  const story = {
    method: 'POST',
    headers,
    body: JSON.stringify({ data: { title: 'Tide turns', slug: 'tide-turns' } }),
  };
  expect((await ask('/api/articles', story)).status).toBe(201);
  for (const path of ['/api/story-slugs/resolve?slug=tide-turns', '/API/story-slugs/resolve?slug=tide-turns']) {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('vary')).toContain('Authorization');
  }
  expect((await refused('/api/story-slugs/resolve?slug=none', 404)).headers.get('vary')).toContain('Authorization');
  // An answer that is none of these is kept as before.
  expect((await ask('/api/story-blocks/teasers')).headers.get('cache-control')).toMatch(/^public/);
});
