import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdmin } from '../support/admin';
import { bootChanged, editNewsroom } from '../support/changed-app';
import { type Answer, type Client, createClient, createToken, settled, untouched } from '../support/client';
import { foundNewsroom, type Newsroom } from '../support/newsroom';
import { type SecondNode, startSecondNode } from '../support/second-node';
import { statementsOf } from '../support/statements';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Writer } from '../support/writers';

const PERMISSION = 'plugin::users-permissions.permission';
const ROLE = 'plugin::users-permissions.role';
const TOKEN = 'admin::api-token';
const FIND = 'api::article.article.find';

/** Statements on an application's middlewares. */
const NAMED = `{ const own = module.exports.default ?? module.exports;
  module.exports = (env) => [...own(env), 'plugin::story-blocks.early-answers']; }`;
const behindAll = (file: string) => `{ const own = module.exports.default ?? module.exports;
  module.exports = (env) => [...own(env), { resolve: ${JSON.stringify(file)} }]; }`;
/** A middleware that makes a token of a cookie. */
const FROM_COOKIE = `module.exports = () => (ctx, next) => {
  const key = ctx.cookies.get('key');
  if (key) ctx.request.header.authorization = 'Bearer ' + key;
  return next();
};`;

interface Tokens {
  create(token: Record<string, unknown>): Promise<{ id: number; accessKey: string }>;
  update(id: number, token: Record<string, unknown>): Promise<unknown>;
  regenerate(id: number): Promise<{ accessKey: string }>;
  revoke(id: number): Promise<unknown>;
}

describe.each(clients)('answers that leave before Strapi asks who may have them, on %s', (client) => {
  let app: Running;
  let second: SecondNode | undefined;
  let writer: Writer;
  let room: Newsroom;
  let tokens: Tokens;
  let paths: string[];

  beforeAll(async () => {
    app = await bootStrapi({ client });
    writer = contentApi(createClient(app, await createToken(app.strapi, 'full-access')));
    room = await foundNewsroom(writer, 'early');
    tokens = app.strapi.service('admin::api-token') as unknown as Tokens;
    const [story] = room.stories;
    paths = [
      `/api/story-blocks/pages/${story}`,
      `/api/story-blocks/related/${story}`,
      `/api/story-blocks/fronts/sections/${room.sections.world}`,
      '/api/story-blocks/teasers?limit=2',
    ];
    await settled(app.strapi);
    if (client === 'postgres') second = await startSecondNode();
  });
  afterAll(async () => {
    await second?.stop();
    await app?.stop();
  });

  /** Every node, as somebody. */
  const nodes = (token?: string): Client[] =>
    [app, ...(second ? [second] : [])].map((node) => createClient(node, token));
  const publicRole = async () => {
    const role = await app.strapi.db.query(ROLE).findOne({ where: { type: 'public' } });
    return role.id as number;
  };
  const allow = async () =>
    app.strapi.db.query(PERMISSION).create({ data: { action: FIND, role: await publicRole() } });
  const forbid = () => app.strapi.db.query(PERMISSION).deleteMany({ where: { action: FIND } });

  /** Asks every node for every answer until all are kept. */
  async function warm(token?: string): Promise<void> {
    for (const node of nodes(token)) {
      for (const asked of paths) {
        for (const accept of ['application/json', 'text/plain']) {
          for (const _time of [1, 2]) {
            const answer = await node.get(asked, { Accept: accept });
            expect(answer.status, `${asked}: ${answer.text}`).toBe(200);
          }
        }
      }
    }
  }
  async function refusedEverywhere(status: number, token?: string): Promise<void> {
    for (const node of nodes(token)) {
      for (const asked of paths) {
        for (const accept of ['application/json', 'text/plain']) {
          const answer = await node.get(asked, { Accept: accept });
          expect([asked, answer.status, answer.headers.get('cache-control')]).toEqual([asked, status, 'no-store']);
        }
      }
    }
  }
  /** Of an answer, but for what differs each time. */
  const headersOf = ({ headers }: Answer) => {
    const said: Record<string, string> = {};
    headers.forEach((value, name) => {
      if (!['date', 'set-cookie'].includes(name)) said[name] = value;
    });
    return said;
  };
  /** Statements by which Strapi finds out what a caller may, while something is asked. */
  const asksOfRights = async (work: () => Promise<unknown>) =>
    (await statementsOf(app.strapi, work)).filter(
      ({ sql }) => /up_permissions|api_tokens/.test(sql) && !/story_blocks_generation/.test(sql)
    );

  test('are the same, to the byte and the header, as those that leave late', async () => {
    await allow();
    const token = await createToken(app.strapi, 'read-only');
    await untouched(app.strapi);
    // What Strapi notes once an hour of a token.
    await createClient(app, token).get(paths[0]);
    for (const caller of [undefined, token]) {
      for (const asked of paths) {
        for (const accept of ['application/json', 'text/plain']) {
          const ask = () => createClient(app, caller).get(asked, { Accept: accept });
          const late = [await ask(), await ask()][0];
          let early = late;
          expect(await asksOfRights(async () => (early = await ask()))).toEqual([]);
          expect([early.status, early.text]).toEqual([200, late.text]);
          expect(headersOf(early)).toEqual(headersOf(late));
          const again = { Accept: accept, 'If-None-Match': String(early.headers.get('etag')) };
          const known = await createClient(app, caller).get(asked, again);
          expect([known.status, known.headers.get('cache-control')]).toEqual([304, late.headers.get('cache-control')]);
        }
      }
    }
    await forbid();
  });

  test('end with the public’s permission, and begin with it', async () => {
    for (let round = 0; round < 3; round += 1) {
      await refusedEverywhere(403);
      await allow();
      await warm();
      await forbid();
    }
    await refusedEverywhere(403);
  });

  test('end where the permission becomes another role’s', async () => {
    const created = await allow();
    await warm();
    const other = await app.strapi.db.query(ROLE).findOne({ where: { type: 'authenticated' } });
    await app.strapi.db.query(PERMISSION).update({ where: { id: created.id }, data: { role: other.id } });
    await refusedEverywhere(403);
    await forbid();
  });

  test('end where an administrator takes the permission in the panel', async () => {
    const admin = await createAdmin(app);
    await allow();
    await warm();
    const id = await publicRole();
    const { role } = (await admin.get(`/users-permissions/roles/${id}`)).body;
    role.permissions['api::article'].controllers.article.find.enabled = false;
    expect((await admin.send('PUT', `/users-permissions/roles/${id}`, { ...role, users: [] })).status).toBe(200);
    await refusedEverywhere(403);
    await forbid();
  });

  test('end with a token that is revoked, regenerated, changed or expired', async () => {
    const make = (more: Record<string, unknown> = {}) =>
      tokens.create({ name: `t${Math.random()}`, description: '', type: 'read-only', lifespan: null, ...more });

    const revoked = await make();
    await warm(revoked.accessKey);
    await tokens.revoke(revoked.id);
    await refusedEverywhere(401, revoked.accessKey);

    const regenerated = await make();
    await warm(regenerated.accessKey);
    const { accessKey } = await tokens.regenerate(regenerated.id);
    await refusedEverywhere(401, regenerated.accessKey);
    await warm(accessKey);

    const custom = await make({ type: 'custom', permissions: [FIND] });
    await warm(custom.accessKey);
    await tokens.update(custom.id, { type: 'custom', permissions: ['api::author.author.find'] });
    await refusedEverywhere(403, custom.accessKey);
    await tokens.update(custom.id, { type: 'custom', permissions: [FIND] });
    await warm(custom.accessKey);

    const expiring = await make();
    const lasts = (ms: number) =>
      app.strapi.db.query(TOKEN).update({ where: { id: expiring.id }, data: { expiresAt: new Date(Date.now() + ms) } });
    await lasts(60_000);
    await warm(expiring.accessKey);
    await lasts(1_500);
    const end = Date.now() + 1_500;
    await createClient(app, expiring.accessKey).get(paths[0]);
    await createClient(app, expiring.accessKey).get(paths[0]);
    await new Promise((resolve) => setTimeout(resolve, end - Date.now() + 20));
    await refusedEverywhere(401, expiring.accessKey);
  });

  test('are no other caller’s', async () => {
    const one = await createToken(app.strapi, 'custom', [FIND]);
    const other = await createToken(app.strapi, 'custom', ['api::author.author.find']);
    await warm(one);
    const asking: [string | undefined, number][] = [
      [one, 200],
      [other, 403],
      ['no-token', 401],
      [undefined, 403],
    ];
    for (const [token, status] of [...asking, ...asking]) {
      for (const node of nodes(token)) expect((await node.get(paths[0])).status).toBe(status);
    }
    // Not by a token that is written in another way, either.
    for (const said of [`Basic ${one}`, `Bearer ${one} x`, `Bearer  ${one.slice(0, -1)}`, one]) {
      const answer = await createClient(app).get(paths[0], { Authorization: said });
      expect([said.split(' ')[0], answer.status >= 400]).toEqual([said.split(' ')[0], true]);
    }
  });

  test('end where rows are changed many at once', async () => {
    const { strapi } = app;
    const changes: [string, Record<string, unknown>, Record<string, unknown>][] = [
      [PERMISSION, { action: FIND }, { action: 'api::author.author.find' }],
      [ROLE, { type: 'public' }, { type: 'closed' }],
    ];
    for (const [uid, before, after] of changes) {
      await allow();
      await warm();
      await strapi.db.query(uid).updateMany({ where: before, data: after });
      for (const node of nodes()) expect((await node.get(paths[0])).status).toBeGreaterThanOrEqual(400);
      await strapi.db.query(uid).updateMany({ where: after, data: before });
      await forbid();
    }
    const { id, accessKey } = await tokens.create({
      name: 'many',
      description: '',
      type: 'read-only',
      lifespan: null,
    });
    await warm(accessKey);
    await strapi.db.query(TOKEN).updateMany({ where: { id }, data: { type: 'custom' } });
    await refusedEverywhere(403, accessKey);
  });

  test('are not remembered of one who was let in by what was over at once', async () => {
    const permissions = app.strapi.plugin('users-permissions').service('permission') as {
      findPublicPermissions(): Promise<unknown>;
    };
    const find = permissions.findPublicPermissions;
    permissions.findPublicPermissions = async () => {
      await allow();
      return find.call(permissions);
    };
    const reader = createClient(app);
    try {
      expect((await reader.get(paths[0])).status).toBe(200);
    } finally {
      permissions.findPublicPermissions = find;
    }
    await forbid();
    for (const _time of [1, 2]) expect((await reader.get(paths[0])).status).toBe(403);
  });

  test('end for a reader who logs in with the reader’s account', async () => {
    const users = app.strapi.plugin('users-permissions');
    const role = await app.strapi.db.query(ROLE).findOne({ where: { type: 'authenticated' } });
    await app.strapi.db.query(PERMISSION).create({ data: { action: FIND, role: role.id } });
    const account = { username: 'reader', email: 'reader@early.example', password: 'Reader-of-1', provider: 'local' };
    const user = await users.service('user').add({ ...account, confirmed: true, blocked: false, role: role.id });
    const token = users.service('jwt').issue({ id: user.id });
    await warm(token);
    await app.strapi.db
      .query('plugin::users-permissions.user')
      .update({ where: { id: user.id }, data: { blocked: true } });
    await refusedEverywhere(401, token);
    await forbid();
  });

  test('are true to what is published', async () => {
    await allow();
    await warm();
    const [story] = room.stories;
    for (let round = 0; round < 5; round += 1) {
      await writer.update('articles', story, { title: `Ice, ${round}` }, 'en');
      for (const node of nodes()) {
        for (const _time of [1, 2]) expect((await node.get(paths[0])).body.data.story.title).toBe(`Ice, ${round}`);
      }
    }
    await writer.delete('articles', story, '*');
    for (const node of nodes()) expect((await node.get(paths[0])).status).toBe(404);
    await forbid();
  });
});

describe.each(clients.slice(0, 1))('where an application says so, on %s', (client) => {
  const started = async (change: (dir: string) => void) => {
    const app = await bootChanged({ client }, change);
    const writer = contentApi(createClient(app, await createToken(app.strapi, 'full-access')));
    const room = await foundNewsroom(writer, 'place');
    await settled(app.strapi);
    return { app, path: `/api/story-blocks/pages/${room.stories[0]}` };
  };
  const leaving = (place: string) => (dir: string) => editNewsroom(dir, `newsroom.delivery = { early: '${place}' };`);
  const append = (dir: string, file: string, text: string) => fs.appendFileSync(path.join(dir, file), `\n${text}\n`);

  test.each(['before', 'off'])('answers leave %s, with every header that protects them', async (place) => {
    const { app, path: page } = await started((dir) => {
      leaving(place)(dir);
      // Named by the application, it stands where that says, and is off all the same.
      if (place === 'off') append(dir, 'config/middlewares.js', NAMED);
    });
    try {
      const token = await createToken(app.strapi, 'read-only');
      const reader = createClient(app, token);
      for (let time = 0; time < 3; time += 1) {
        const answer = await reader.get(page, { Origin: 'https://news.example' });
        expect(answer.status, answer.text).toBe(200);
        expect(answer.headers.get('strict-transport-security')).toMatch(/max-age/);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        expect(answer.headers.get('access-control-allow-origin')).toBe('https://news.example');
        expect(answer.headers.get('vary')).toMatch(/Accept/);
      }
      const heard = await statementsOf(app.strapi, () => reader.get(page));
      expect(heard.some(({ sql }) => /api_tokens/.test(sql) && !/story_blocks_generation/.test(sql))).toBe(
        place === 'off'
      );
    } finally {
      await app.stop();
    }
  });

  test('whoever is known by a cookie has answers of its own, whatever makes a token of it', async () => {
    const { app, path: page } = await started((dir) => {
      leaving('before')(dir);
      fs.mkdirSync(path.join(dir, 'own'), { recursive: true });
      fs.writeFileSync(path.join(dir, 'own/cookie.js'), FROM_COOKIE);
      append(dir, 'config/middlewares.js', behindAll(path.join(dir, 'own/cookie.js')));
    });
    try {
      const token = await createToken(app.strapi, 'read-only');
      const reader = createClient(app);
      for (let time = 0; time < 3; time += 1) {
        expect((await reader.get(page, { Cookie: `key=${token}` })).status).toBe(200);
        expect((await reader.get(page)).status).toBe(403);
      }
    } finally {
      await app.stop();
    }
  });

  test('an application without users and permissions answers as well', async () => {
    const { app, path: page } = await started((dir) =>
      append(
        dir,
        'config/plugins.js',
        `const all = module.exports.default ?? module.exports;
         module.exports = (env) => ({ ...all(env), 'users-permissions': { enabled: false } });`
      )
    );
    try {
      const reader = createClient(app, await createToken(app.strapi, 'read-only'));
      for (let time = 0; time < 3; time += 1) expect((await reader.get(page)).status).toBe(200);
    } finally {
      await app.stop();
    }
  });
});
