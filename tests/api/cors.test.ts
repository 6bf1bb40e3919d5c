import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '../support/admin';
import { allowPublic, createClient } from '../support/client';
import { bootStrapi, clients, type Running } from '../support/strapi';

const PAGE = 'https://www.example.com';
/** Pages that send the admin's cookies along, and pages that don't: another port and a sibling are of the same site. */
const STRANGERS = ['http://127.0.0.1:3000', 'https://blog.example.com', 'https://evil.example', 'null'];

interface Leave {
  origin: string | null;
  credentials: string | null;
  exposed: string | null;
  allowed: string | null;
}

async function ask(app: Running, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await fetch(`${app.url}${path}`, { method, headers, redirect: 'manual' });
  const header = (name: string) => answer.headers.get(`access-control-${name}`);
  const leave: Leave = {
    origin: header('allow-origin'),
    credentials: header('allow-credentials'),
    exposed: header('expose-headers'),
    allowed: header('allow-headers'),
  };
  return { status: answer.status, vary: answer.headers.get('vary') ?? '', leave };
}
const preflight = (app: Running, path: string, origin: string, method = 'POST') =>
  ask(
    app,
    path,
    { Origin: origin, 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': 'authorization' },
    'OPTIONS'
  );

const PUBLIC = [
  '/api/articles',
  '/api/story-blocks/teasers',
  '/api/nothing',
  '/API/articles',
  '/graphql?query={__typename}',
  '/uploads/nothing.png',
];
const OWN = [
  '/admin',
  '/admin/init',
  '/admin/access-token',
  '/content-manager/content-types',
  '/upload/files',
  '/story-blocks/settings',
  '/users-permissions/roles',
  '/favicon.ico',
  '/',
];

describe('pages of any origin, as the application comes', () => {
  let app: Running;
  beforeAll(async () => {
    app = await bootStrapi({ client: clients[0] });
    await allowPublic(app.strapi, ['api::article.article.find']);
  });
  afterAll(() => app?.stop());

  describe.each(PUBLIC)('%s', (path) => {
    test.each([PAGE, ...STRANGERS])('is read by %s, without cookies', async (origin) => {
      const { leave, vary } = await ask(app, path, { Origin: origin });
      expect(leave).toEqual({ origin, credentials: null, exposed: 'ETag,Cache-Tag', allowed: null });
      expect(vary).toContain('Origin');
    });

    test('is asked first by a page that sends a token', async () => {
      const { status, leave } = await preflight(app, path, PAGE);
      expect([status, leave.origin, leave.credentials]).toEqual([204, PAGE, null]);
      expect(leave.allowed).toContain('Authorization');
      expect(leave.allowed).toContain('If-None-Match');
    });

    test('is read by what is no page', async () => {
      expect((await ask(app, path)).leave.credentials).toBeNull();
    });
  });

  describe.each(OWN)('%s', (path) => {
    test.each([PAGE, ...STRANGERS])('tells %s nothing', async (origin) => {
      for (const { leave } of [
        await ask(app, path, { Origin: origin }),
        await ask(app, path, { Origin: origin }, 'POST'),
        await preflight(app, path, origin),
      ]) {
        expect(leave).toEqual({ origin: null, credentials: null, exposed: null, allowed: null });
      }
    });
  });

  test('a page of another port gets no session of an administrator', async () => {
    const account = await createAccount(app);
    const login = await fetch(`${app.url}/admin/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: app.url },
      body: JSON.stringify(account),
    });
    expect(login.status).toBe(200);
    let [cookie = ''] = login.headers.getSetCookie();
    expect(cookie).toMatch(/^strapi_admin_refresh=.*; samesite=strict; httponly/i);
    // Each answer is a session, and takes the place of the one before: the page that asked can't read it.
    for (const origin of [...STRANGERS, app.url]) {
      const headers = { Cookie: cookie.split(';')[0] as string, Origin: origin };
      const answer = await fetch(`${app.url}/admin/access-token`, { method: 'POST', headers });
      expect(answer.status, origin).toBe(200);
      for (const name of ['origin', 'credentials'])
        expect(answer.headers.get(`access-control-allow-${name}`), origin).toBeNull();
      [cookie = ''] = answer.headers.getSetCookie();
    }
  });
});

describe('pages of chosen origins, behind a proxy', () => {
  let app: Running;
  const env = { CORS_ORIGINS: `${PAGE}, http://localhost:3000`, PUBLIC_URL: 'https://cms.example.com' };
  beforeAll(async () => {
    app = await bootStrapi({ client: clients[0], env });
  });
  afterAll(async () => {
    for (const name of Object.keys(env)) delete process.env[name];
    await app?.stop();
  });

  test.each(PUBLIC)('%s is read by those alone', async (path) => {
    for (const origin of [PAGE, 'http://localhost:3000']) {
      expect((await ask(app, path, { Origin: origin })).leave.origin, origin).toBe(origin);
      expect((await preflight(app, path, origin)).leave.origin, origin).toBe(origin);
    }
    for (const origin of [...STRANGERS, `${PAGE}:8443`, 'https://www.example.com.evil.example', 'http://localhost']) {
      expect((await ask(app, path, { Origin: origin })).leave.origin, origin).toBeNull();
      expect((await preflight(app, path, origin)).leave.origin, origin).toBeNull();
    }
  });

  test.each(OWN)('%s is for none of them', async (path) => {
    expect((await ask(app, path, { Origin: PAGE })).leave.origin).toBeNull();
    expect((await preflight(app, path, PAGE)).leave.origin).toBeNull();
  });

  test('an administrator’s cookie is sent over https alone, as the proxy says', async () => {
    const account = await createAccount(app);
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-Proto': 'https' };
    const body = JSON.stringify(account);
    const login = await fetch(`${app.url}/admin/login`, { method: 'POST', headers, body });
    expect(login.status).toBe(200);
    expect(login.headers.getSetCookie()[0]).toMatch(/; samesite=strict; secure; httponly/i);
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['10.0.0.1, 203.0.113.9', '203.0.113.9'],
    ['1.1.1.1, 2.2.2.2, 203.0.113.9', '203.0.113.9'],
  ])('X-Forwarded-For: %s is %s', (header, address) => {
    const { app: koa } = app.strapi.server;
    const request = { headers: { 'x-forwarded-for': header }, socket: { remoteAddress: '127.0.0.1' } };
    expect(koa.createContext(request as never, {} as never).ip).toBe(address);
  });
});

test('what is no origin stops the start, by its name', async () => {
  try {
    await expect(bootStrapi({ client: clients[0], env: { CORS_ORIGINS: 'www.example.com' } })).rejects.toThrow(
      'CORS_ORIGINS: "www.example.com" is no origin'
    );
  } finally {
    delete process.env.CORS_ORIGINS;
  }
});

test('GraphQL answers pages of any origin, and their tokens', async () => {
  const app = await bootStrapi({ client: clients[0] });
  try {
    const answer = await createClient(app).graphql('{ __typename }');
    expect(answer.body.data).toEqual({ __typename: 'Query' });
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  } finally {
    await app.stop();
  }
});
