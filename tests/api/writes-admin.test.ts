import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type AdminWrite,
  addressOf,
  adminWrites,
  everythingIn,
  OF_ACCOUNTS,
  OUR_BODIES,
  strapisBody,
  writesOf,
} from '../support/access/admin-writes';
import { logInWith, type Permission } from '../support/access/callers';
import { ARTICLE, OURS } from '../support/access/holders';
import { ownPlugins } from '../support/access/routes';
import { plantedIn } from '../support/access/words';
import { foundWorld, type Story, type World, writeSecrets } from '../support/access/world';
import { createAdmin } from '../support/admin';
import { type Client, createClient, createToken } from '../support/client';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

/** Stories of others: in English, and none of them published. */
const TARGETS = ['changed', 'draft', 'embargo', 'withheld', 'killed'] as const satisfies Story[];
const LANGUAGES = ['en', 'fr'];
const TELLING = new RegExp(`^zq(?:secret|before|private)(?:${TARGETS.join('|')}|author)`);

/** What some of them may all the same: Strapi gives its authors the right to make places. */
const MAY: Record<string, string[]> = { 'an author': ['POST /datelines/places'] };

/** Somebody who may not change a story of {@link TARGETS}, nor read it. */
interface Caller {
  name: string;
  client: Client;
}

describe.each(anyClient)('what each route of the admin writes for those who may not, on %s', (client) => {
  let app: Running;
  let world: World;
  let routes: AdminWrite[];
  let callers: Caller[];
  let admin: Client;
  const rows = new Map<string, number>();
  const nameOf = ({ method, path }: AdminWrite) => `${method} ${path}`;
  const isOurs = ({ path }: AdminWrite) => ownPlugins(app.strapi).some((name) => path.startsWith(`/${name}/`));

  const send = (by: Client, route: AdminWrite, documentId: string, locale: string) => {
    const of = { documentId, locale, rowId: rows.get(documentId) ?? 1, docs: world.docs };
    const body = (OUR_BODIES[nameOf(route)] ?? strapisBody)(of);
    const address = `${addressOf(route, world, documentId)}?locale=${locale}`;
    return by.send(route.method, address, route.method === 'DELETE' ? undefined : (body as object));
  };

  beforeAll(async () => {
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    const api = createClient(app, await createToken(app.strapi, 'full-access'));
    admin = await createAdmin(app);
    world = await writeSecrets(app, api, await foundWorld(app, api));
    for (const target of TARGETS) {
      const where = { documentId: world.ids[target] };
      const row = await app.strapi.db.query(ARTICLE as never).findOne({ where } as never);
      rows.set(world.ids[target], Number(row?.id));
    }
    routes = adminWrites(app.strapi).filter(({ path }) => !OF_ACCOUNTS.test(path));
    const on = (locales: string[], own: boolean): Permission[] =>
      ['create', 'read', 'update', 'delete', 'publish'].map((action) => ({
        action: `plugin::content-manager.explorer.${action}`,
        subject: ARTICLE,
        properties: ['delete', 'publish'].includes(action)
          ? { locales }
          : { fields: ['title', 'slug', 'body', 'summary', 'image', 'section'], locales },
        conditions: own ? ['admin::is-creator'] : [],
      }));
    const ours = [OURS.pins, OURS.holds, OURS.blocks];
    const logged = async (permissions: (string | Permission)[]) => createClient(app, await logInWith(app, permissions));
    callers = [
      { name: 'nobody', client: createClient(app) },
      { name: 'a token of the content API', client: api },
      { name: 'an administrator who may nothing', client: await logged([]) },
      { name: 'one of their own English stories', client: await logged([...ours, ...on(['en', 'fr'], true)]) },
      { name: 'one of French stories', client: await logged([...ours, ...on(['fr'], false)]) },
      { name: 'an author', client: await createAdmin(app, 'strapi-author') },
    ];
  }, 300_000);
  afterAll(() => app?.stop());

  test('nothing, and none of them tells what a story says', async () => {
    let cases = 0;
    const wrong: string[] = [];
    const allowed = new Set<string>();
    for (const caller of callers) {
      let before = await everythingIn(app.strapi);
      let count = await writesOf(app.strapi);
      for (const route of routes.filter((one) => !MAY[caller.name]?.includes(nameOf(one)))) {
        for (const target of TARGETS) {
          for (const locale of OUR_BODIES[nameOf(route)] || /collection-types/.test(route.path) ? LANGUAGES : ['en']) {
            const answer = await send(caller.client, route, world.ids[target], locale);
            cases += 1;
            const what = `${caller.name}: ${nameOf(route)}, ${target} in ${locale}: ${answer.status}`;
            const told = plantedIn(answer.text).filter((word) => TELLING.test(word));
            if (told.length > 0) wrong.push(`${what} tells ${told.join(' ')}`);
            if (answer.status >= 500) wrong.push(`${what} ${answer.text}`);
            if (answer.status < 300) allowed.add(nameOf(route));
          }
        }
        const counted = await writesOf(app.strapi);
        if (counted !== null && counted === count) continue;
        count = counted;
        const after = await everythingIn(app.strapi);
        for (const [name, rowsNow] of after) {
          const old = new Set(before.get(name));
          const changed = rowsNow.filter((row) => !old.has(row));
          if (changed.length === 0 && rowsNow.length === old.size) continue;
          wrong.push(`${caller.name}: ${nameOf(route)} changes ${name}: ${changed.join(' ').slice(0, 200)}`);
        }
        before = after;
      }
    }
    process.stdout.write(
      `what the admin writes on ${client}: ${routes.length} routes, ${cases} writes, ${wrong.length} wrong; answered: ${[...allowed].join(', ')}\n`
    );
    expect(wrong).toEqual([]);
    expect([routes.length > 80, cases > 2_000]).toEqual([true, true]);
  }, 900_000);

  test('each of our own routes has a body of its own here, and takes it', async () => {
    const ours = routes.filter(isOurs);
    expect(ours.map(nameOf).filter((name) => !(name in OUR_BODIES))).toEqual([]);
    const names = routes.map(nameOf);
    expect(Object.keys(OUR_BODIES).filter((name) => !names.includes(name))).toEqual([]);
    for (const route of ours) {
      const answer = await send(admin, route, world.ids.draft, 'en');
      expect([200, 201, 202, 204, 404], `${nameOf(route)} ${answer.text.slice(0, 400)}`).toContain(answer.status);
    }
  });
});
