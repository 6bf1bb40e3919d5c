import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_ACTIONS } from '../../src/plugins/story-blocks/shared/src';
import { adminRoutes } from '../support/access/routes';
import { createAdmin } from '../support/admin';
import { createClient, type Json } from '../support/client';
import { anyClient, bootStrapi, clients, type Running } from '../support/strapi';

const ACTIONS: string[] = Object.values(ADMIN_ACTIONS);

interface RoleService {
  assignPermissions(id: number, permissions: Json[]): Promise<unknown>;
}

async function roleOf(app: Running, code: string): Promise<{ id: number; actions: string[] }> {
  const { id } = await app.strapi.db.query('admin::role').findOne({ where: { code } });
  const rows = await app.strapi.db.query('admin::permission').findMany({ where: { role: { id } } });
  return { id, actions: rows.map(({ action }: Json) => action).filter((one: string) => ACTIONS.includes(one)) };
}

describe.each(anyClient)('roles on %s', (client) => {
  let app: Running;
  beforeAll(async () => {
    app = await bootStrapi({ client });
  });
  afterAll(() => app?.stop());

  test('the roles page lists each permission under the plugin, with a name of its own', async () => {
    const admin = await createAdmin(app);
    const { plugins } = (await admin.get('/admin/permissions')).body.data.sections;
    const own = plugins.filter(({ plugin }: Json) => plugin === 'story-blocks');
    expect(own.map(({ action }: Json) => action).sort()).toEqual([...ACTIONS].sort());
    const names = own.map(({ displayName }: Json) => displayName);
    expect(new Set(names).size).toBe(ACTIONS.length);
    for (const name of names) expect(name).toMatch(/^[A-Z].{8,}/);
  });

  test('Strapi’s own roles have from the first start what is safe for them', async () => {
    const { blocks, pins, board, holds } = ADMIN_ACTIONS;
    expect((await roleOf(app, 'strapi-editor')).actions.sort()).toEqual([blocks, board, holds, pins].sort());
    expect((await roleOf(app, 'strapi-author')).actions).toEqual([blocks]);
  });

  test('each admin route asks an editor and an author for what they have, and nobody else in', async () => {
    const routes = adminRoutes(app.strapi).filter((route) => route.path.startsWith('/story-blocks/'));
    expect(routes.length).toBeGreaterThan(10);
    for (const code of ['strapi-editor', 'strapi-author'] as const) {
      const { actions } = await roleOf(app, code);
      const client = await createAdmin(app, code);
      for (const { method, path: address, actions: needed } of routes) {
        const place = address.replace(/:\w+/g, 'nobodyknowsthisone');
        const send = (by: typeof client) => (method === 'GET' ? by.get(place) : by.send(method as 'PUT', place, {}));
        const what = `${code} ${method} ${address}`;
        expect((await send(createClient(app))).status, `nobody ${what}`).toBe(401);
        const { status } = await send(client);
        if (needed.every((action) => actions.includes(action))) expect([401, 403], what).not.toContain(status);
        else expect(status, what).toBe(403);
      }
    }
  });
});

describe.runIf(clients.includes('sqlite'))('what an administrator changes of a role', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-roles-'));
  let app: Running;
  const start = async () => {
    await app?.stop();
    app = await bootStrapi({ databaseFile: path.join(dir, 'data.db') });
  };
  afterAll(async () => {
    await app?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  test('stays as he made it, whatever is started again', async () => {
    await start();
    const before = await roleOf(app, 'strapi-editor');
    expect(before.actions.length).toBe(4);
    const roles = app.strapi.service('admin::role') as unknown as RoleService;
    const kept = [{ action: ADMIN_ACTIONS.blocks, subject: null, properties: {}, conditions: [] }];
    await roles.assignPermissions(before.id, kept);
    await start();
    expect((await roleOf(app, 'strapi-editor')).actions).toEqual([ADMIN_ACTIONS.blocks]);
  });

  test('as do permissions from before there were defaults', async () => {
    await app.strapi.db.connection('story_blocks_meta').where('key', 'like', 'role %').delete();
    await start();
    expect((await roleOf(app, 'strapi-editor')).actions).toEqual([ADMIN_ACTIONS.blocks]);
  });
});
