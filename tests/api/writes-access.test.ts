import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdSchema } from '../../src/plugins/story-blocks/shared/src';
import { logInWith, type Permission, PREVIEW } from '../support/access/callers';
import { ARTICLE, gatherHolders, type Holder, OURS, onStories } from '../support/access/holders';
import { documentsOf } from '../support/admin';
import { type Answer, type Client, createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, writeStory } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const NOTE = 'zqnote by the lawyers';
const LATER = '2040-01-01T00:00:00.000Z';
const SOONER = '2035-01-01T00:00:00.000Z';
const STORIES = ['live', 'french', 'draft', 'embargo', 'withheld', 'killed'] as const;
type Kind = (typeof STORIES)[number];
type Owner = 'own' | 'foreign';

interface HoldsService {
  set(id: string, hold: Data): Promise<unknown>;
  lift(id: string): Promise<boolean>;
  endEmbargoes(): Promise<number | null>;
}

const HELD: Partial<Record<Kind, Data>> = {
  embargo: { state: 'embargo', until: LATER, note: NOTE },
  withheld: { state: 'withheld', note: NOTE },
  killed: { state: 'canceled', note: NOTE },
};
const STRENGTH: Partial<Record<Kind, number>> = { embargo: 1, withheld: 2, killed: 3 };

/** What is tried, and how strong the hold is that it sets; no body lifts. */
const WRITES: [name: string, body: Data | undefined, strength: number][] = [
  ['an embargo', { state: 'embargo', until: LATER }, 1],
  ['an embargo that ends sooner', { state: 'embargo', until: SOONER }, 0],
  ['an embargo that publishes', { state: 'embargo', until: LATER, thenPublish: true }, 1],
  ['one that publishes English', { state: 'embargo', until: LATER, thenPublish: true, locales: ['en'] }, 1],
  ['a withholding', { state: 'withheld' }, 2],
  ['a kill', { state: 'canceled' }, 3],
  ['lifting', undefined, 0],
];

describe.each(anyClient)('who may write what beside stories on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'wra', { stories: false });
    await settled(app.strapi);
  }, 120_000);
  afterAll(() => app?.stop());

  const articles = () => documentsOf(app.strapi, 'articles');
  const service = () => app.strapi.plugin('story-blocks').service('holds') as unknown as HoldsService;
  const sql = (name: string) => app.strapi.db.connection(name);
  const holdRow = (id: string) => sql('story_blocks_holds').where({ document_id: id }).first();
  const liveIn = async (id: string): Promise<string[]> => {
    const rows: { locale: string }[] = await sql('articles').where({ document_id: id }).whereNotNull('published_at');
    return rows.map(({ locale }) => locale).sort();
  };
  const stateOf = async (id: string) => JSON.stringify([await liveIn(id), (await holdRow(id)) ?? null]);
  const codeOf = ({ body }: Answer) => body?.error?.details?.code;

  async function story(kind: Kind, title: string): Promise<string> {
    if (kind === 'french') {
      const id = await writer.create('articles', { title: headline(room, `${title} en français`) }, 'fr', true);
      await service().lift(id);
      return id;
    }
    const id = await writeStory(writer, room, title, {}, kind === 'live');
    const hold = HELD[kind];
    if (hold) await service().set(id, hold);
    return id;
  }

  /** Makes a story again what it was. */
  async function restore(kind: Kind, id: string): Promise<void> {
    await service().lift(id);
    const hold = HELD[kind];
    if (hold) await service().set(id, hold);
    if (kind === 'live' || kind === 'french') await articles().publish({ documentId: id, locale: '*' });
  }

  describe('of holds', () => {
    const owned = new Map<string, Record<Kind, string>>();
    const foreign = {} as Record<Kind, string>;
    let holders: Holder[];

    beforeAll(async () => {
      for (const kind of STORIES) foreign[kind] = await story(kind, `Foreign ${kind}`);
      holders = await gatherHolders(app, async (name) => {
        if (!/own/.test(name)) return [];
        const ids = {} as Record<Kind, string>;
        for (const kind of STORIES) ids[kind] = await story(kind, `Own ${kind} of ${name}`);
        owned.set(name, ids);
        return Object.values(ids);
      });
    }, 300_000);

    /** What is to come of a write: by what the one who tries may. */
    function expected(
      holder: Holder,
      kind: Kind,
      owner: Owner,
      [name, body, strength]: (typeof WRITES)[number]
    ): number {
      const written = kind === 'french' ? ['fr'] : ['en', 'fr'];
      if (!body && !holder.lifts) return 403;
      const isPublished = kind === 'live' || kind === 'french';
      const mayRead = holder.reads[owner].some((one) => written.includes(one)) && (isPublished || holder.previews);
      if (!mayRead) return 404;
      if (!body) return HELD[kind] ? 200 : 404;
      if (name.endsWith('English') && kind === 'french') return 400;
      if (strength < (STRENGTH[kind] ?? 0) && !holder.lifts) return 403;
      const waiting = name.endsWith('English') ? ['en'] : written;
      if (body.thenPublish && !waiting.every((one) => holder.publishes[owner].includes(one as 'en'))) return 403;
      return 200;
    }

    test('each caller changes what they may, and nothing else; refusals tell nothing', async () => {
      let cases = 0;
      // Every holder tries a third of all that there is, each another one; of stories of their own all.
      let turn = 0;
      for (const holder of holders) {
        turn += 1;
        const mine = owned.get(holder.name);
        const targets = [['foreign', foreign] as const, ...(mine ? [['own', mine] as const] : [])];
        for (const [owner, ids] of targets) {
          for (const kind of STORIES) {
            for (const write of WRITES) {
              turn += 1;
              if (owner === 'foreign' && turn % 3 !== 0) continue;
              const [name, body] = write;
              const what = `${holder.name}: ${name}, ${owner} ${kind}`;
              const before = await stateOf(ids[kind]);
              const address = `${holder.path}/${ids[kind]}`;
              const answer = await holder.client.send(body ? 'PUT' : 'DELETE', address, body && { data: body });
              expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBe(expected(holder, kind, owner, write));
              cases += 1;
              if (answer.status === 200) {
                expect(await liveIn(ids[kind]), what).toEqual([]);
                if (body) expect((await holdRow(ids[kind])).state, what).toBe(body.state);
                else expect(await holdRow(ids[kind]), what).toBeUndefined();
                await restore(kind, ids[kind]);
              } else {
                expect(await stateOf(ids[kind]), what).toBe(before);
                expect(answer.text, what).not.toMatch(/zqnote|headline of/);
              }
            }
          }
        }
      }
      process.stdout.write(`who may hold what on ${client}: ${cases} writes\n`);
      expect(cases).toBeGreaterThan(300);
    }, 600_000);

    test('a story that may not be read answers as one that there is not, whatever is asked', async () => {
      for (const holder of holders.filter(({ reads }) => reads.foreign.length === 0)) {
        const ask = (id: string) => [
          holder.client.get(`${holder.path}/${id}`),
          holder.client.send('PUT', `${holder.path}/${id}`, { data: { state: 'canceled' } }),
          holder.client.send('DELETE', `${holder.path}/${id}`),
          ...(holder.path.startsWith('/api') ? [] : [holder.client.send('POST', `${holder.path}/${id}/try-again`, {})]),
        ];
        const unknown = (await Promise.all(ask('a'.repeat(24)))).map(({ text }) => text);
        for (const id of [foreign.live, foreign.draft, foreign.killed]) {
          const answers = (await Promise.all(ask(id))).map(({ text }) => text);
          expect(answers, holder.name).toEqual(unknown);
        }
      }
    }, 300_000);

    test('the note is told to those who may set holds and read the story', async () => {
      const read = onStories('read', ['en', 'fr']);
      const someone = async (...permissions: (string | Permission)[]) =>
        createClient(app, await logInWith(app, [read, ...permissions]));
      const token = async (...actions: string[]) => {
        const held = actions.map((action) => `plugin::story-blocks.holds.${action}`);
        return createClient(app, await createToken(app.strapi, 'custom', [...held, `${ARTICLE}.find`, PREVIEW]));
      };
      const panel = `/story-blocks/desk/story/${foreign.killed}?locale=en`;
      const byApi = `/api/story-blocks/holds/${foreign.killed}`;
      const callers: [string, Client, string, boolean][] = [
        ['who holds', await someone(OURS.holds), `/story-blocks/holds/${foreign.killed}`, true],
        ['who holds, in the panel', await someone(OURS.holds, OURS.blocks), panel, true],
        ['who may see the panel alone', await someone(OURS.blocks), panel, false],
        ['a token that gets holds', await token('get'), byApi, false],
        ['a token that sets them', await token('get', 'set'), byApi, true],
      ];
      for (const [name, caller, address, told] of callers) {
        const answer = await caller.get(address);
        expect(answer.status, name).toBe(200);
        expect(answer.text.includes('zqnote'), name).toBe(told);
        expect(answer.text, name).toContain('canceled');
      }
    }, 300_000);
  });

  describe('an embargo that publishes asks again at its end', () => {
    const both = [onStories('read', ['en', 'fr']), onStories('publish', ['en', 'fr'])];
    const CONTENT = ['set', 'get'].map((name) => `plugin::story-blocks.holds.${name}`);
    const TOKEN = [...CONTENT, `${ARTICLE}.find`, `${ARTICLE}.update`, PREVIEW];

    interface Setter {
      client: Client;
      path: string;
    }
    const administrator = async (permissions: Permission[] = both): Promise<Setter> => ({
      client: createClient(app, await logInWith(app, [OURS.holds, ...permissions])),
      path: '/story-blocks/holds',
    });
    const token = async (): Promise<Setter> => ({
      client: createClient(app, await createToken(app.strapi, 'custom', TOKEN)),
      path: '/api/story-blocks/holds',
    });
    const setRole = async (type: string, actions: string[]): Promise<number> => {
      const role = await app.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
      const permissions = app.strapi.db.query('plugin::users-permissions.permission');
      for (const action of actions) await permissions.create({ data: { action, role: role.id } });
      return role.id;
    };
    const forbidAll = (type: string) =>
      app.strapi.db
        .query('plugin::users-permissions.permission')
        .deleteMany({ where: { role: { type }, action: { $in: TOKEN } } });
    async function reader(): Promise<Setter> {
      await forbidAll('authenticated');
      const role = await setRole('authenticated', TOKEN);
      const plugin = app.strapi.plugin('users-permissions');
      const name = `reader${Math.random().toString(36).slice(2)}`;
      const account = { username: name, email: `${name}@open.example`, password: 'Newsroom-1', provider: 'local' };
      const users = plugin.service('user') as unknown as { add(user: Data): Promise<{ id: number }> };
      const { id } = await users.add({ ...account, confirmed: true, blocked: false, role });
      const jwt = plugin.service('jwt') as unknown as { issue(of: Data): string };
      return { client: createClient(app, jwt.issue({ id })), path: '/api/story-blocks/holds' };
    }
    async function everybody(): Promise<Setter> {
      await forbidAll('public');
      await setRole('public', TOKEN);
      return { client: createClient(app), path: '/api/story-blocks/holds' };
    }
    const setterOf = async (id: string): Promise<Json> => JSON.parse((await holdRow(id)).set_by);
    const updateUser = async (id: string, change: Data): Promise<unknown> =>
      sql('admin_users')
        .where({ id: (await setterOf(id)).id })
        .update(change);
    const tokenRow = async (id: string) => ({ where: { id: (await setterOf(id)).id as number } });
    const permissionsOf = async (id: string) => {
      const { id: user } = await setterOf(id);
      const { roles } = await app.strapi.db.query('admin::user').findOne({ where: { id: user }, populate: ['roles'] });
      return { where: { role: { id: roles[0].id }, action: 'plugin::content-manager.explorer.publish' } };
    };
    const permissions = () => app.strapi.db.query('admin::permission');
    const tokens = () => app.strapi.db.query('admin::api-token');

    const GONE: [string, () => Promise<Setter>, (id: string) => Promise<unknown>][] = [
      ['an administrator is deactivated', administrator, (id) => updateUser(id, { is_active: false })],
      ['an administrator is blocked', administrator, (id) => updateUser(id, { blocked: true })],
      [
        'an administrator is deleted',
        administrator,
        async (id) => app.strapi.db.query('admin::user').delete({ where: { id: (await setterOf(id)).id } }),
      ],
      ['a role may no longer publish', administrator, async (id) => permissions().deleteMany(await permissionsOf(id))],
      [
        'a role may publish one of the two languages',
        administrator,
        async (id) => {
          const [one] = await permissions().findMany(await permissionsOf(id));
          await permissions().update({ where: { id: one.id }, data: { properties: { locales: ['en'] } } });
        },
      ],
      [
        'a role may publish its own stories alone',
        administrator,
        async (id) => {
          const [one] = await permissions().findMany(await permissionsOf(id));
          await permissions().update({ where: { id: one.id }, data: { conditions: ['admin::is-creator'] } });
        },
      ],
      [
        'an administrator has no role any more',
        administrator,
        async (id) =>
          app.strapi.db.query('admin::user').update({ where: { id: (await setterOf(id)).id }, data: { roles: [] } }),
      ],
      ['a token is deleted', token, async (id) => tokens().delete(await tokenRow(id))],
      [
        'a token may only read',
        token,
        async (id) => tokens().update({ ...(await tokenRow(id)), data: { type: 'read-only' } }),
      ],
      [
        'a token is over',
        token,
        async (id) => tokens().update({ ...(await tokenRow(id)), data: { expiresAt: Date.now() - 1_000 } }),
      ],
      [
        'a token may no longer update',
        token,
        async (id) =>
          app.strapi.db
            .query('admin::api-token-permission')
            .deleteMany({ where: { token: (await tokenRow(id)).where.id, action: `${ARTICLE}.update` } }),
      ],
      [
        'a reader is blocked',
        reader,
        async (id) =>
          app.strapi.db
            .query('plugin::users-permissions.user')
            .update({ where: { id: (await setterOf(id)).id }, data: { blocked: true } }),
      ],
      [
        'a reader is deleted',
        reader,
        async (id) =>
          app.strapi.db.query('plugin::users-permissions.user').delete({ where: { id: (await setterOf(id)).id } }),
      ],
      ['readers may no longer update', reader, async () => forbidAll('authenticated')],
      ['the public may no longer update', everybody, async () => forbidAll('public')],
    ];

    async function embargoed(title: string, { client: caller, path }: Setter, more: Data = {}): Promise<string> {
      const id = await story('live', title);
      const data = { state: 'embargo', until: LATER, thenPublish: true, ...more };
      const answer = await caller.send('PUT', `${path}/${id}`, { data });
      expect(answer.status, answer.text).toBe(200);
      return id;
    }
    async function end(id: string): Promise<void> {
      await sql('story_blocks_holds')
        .where({ document_id: id })
        .update({ until: Date.now() - 1, retry_at: null });
      await service().endEmbargoes();
      await expect.poll(async () => (await holdRow(id))?.failure ?? (await liveIn(id))).not.toEqual([]);
    }
    const failureOf = async (id: string) => (await desk.api.get(`/api/story-blocks/holds/${id}`)).body.data?.failure;

    test.each(GONE)('not published, since %s', async (name, setter, take) => {
      const id = await embargoed(`Since ${name}`, await setter());
      await take(id);
      await end(id);
      expect(await liveIn(id)).toEqual([]);
      const failure = await failureOf(id);
      expect(failure).toMatchObject({ code: 'NO_RIGHT', field: null, finding: null });
      expect(failure.message).toContain('no longer publish');
      // It is over: whoever may publish does, and nothing is left of it.
      await articles().publish({ documentId: id, locale: '*' });
      expect([await liveIn(id), (await holdRow(id)) ?? null]).toEqual([['en', 'fr'], null]);
    });

    test.each([
      ['an administrator', administrator],
      ['a token', token],
      ['a reader', reader],
      ['everybody', everybody],
    ] as const)('published, where %s still may', async (name, setter) => {
      const id = await embargoed(`${name} still may`, await setter());
      await end(id);
      expect(await liveIn(id)).toEqual(['en', 'fr']);
    });

    test('published, where code set it, or nobody knows who did', async () => {
      const [byCode, older] = [
        await story('live', 'Set by code'),
        await embargoed('Set before', await administrator()),
      ];
      await service().set(byCode, { state: 'embargo', until: LATER, thenPublish: true });
      await permissions().deleteMany(await permissionsOf(older));
      await sql('story_blocks_holds').where({ document_id: older }).update({ set_by: null });
      for (const id of [byCode, older]) {
        await end(id);
        expect(await liveIn(id)).toEqual(['en', 'fr']);
      }
    });

    test('tried again by one who may publish, it is; by one who may not, it is not', async () => {
      const id = await embargoed('Tried again', await administrator());
      await updateUser(id, { is_active: false });
      await end(id);
      const again = (by: Client) => by.send('POST', `/story-blocks/holds/${id}/try-again`, {});
      const stranger = await administrator([]);
      expect((await again(stranger.client)).status).toBe(404);
      const holder = await administrator([onStories('read', ['en', 'fr'])]);
      expect((await again(holder.client)).body.data.failure).toMatchObject({ code: 'NO_RIGHT', attempts: 2 });
      expect(await liveIn(id)).toEqual([]);
      const publisher = await administrator();
      expect((await again(publisher.client)).body).toEqual({ data: null });
      expect(await liveIn(id)).toEqual(['en', 'fr']);
    });

    test('a copy of a held story publishes nothing, whoever set the hold', async () => {
      const id = await embargoed('Copied', await administrator());
      const copy = (await articles().clone({ documentId: id, locale: '*' })).documentId;
      expect((await holdRow(copy)).then_publish).toBeFalsy();
      await sql('story_blocks_holds')
        .where({ document_id: copy })
        .update({ until: Date.now() - 1 });
      await service().endEmbargoes();
      expect([await liveIn(copy), (await holdRow(copy)) ?? null]).toEqual([[], null]);
    });
  });

  test('an embargo of two seconds on a killed story does not make it public', async () => {
    const id = await story('killed', 'The attack');
    const tokenFor = (actions: string[]) => createToken(app.strapi, 'custom', actions);
    const holdsOnly = ['set', 'get', 'lift'].map((name) => `plugin::story-blocks.holds.${name}`);
    const attackers: [Client, string][] = [
      [createClient(app, await tokenFor(holdsOnly)), '/api/story-blocks/holds'],
      [createClient(app, await tokenFor([...holdsOnly, `${ARTICLE}.find`, PREVIEW])), '/api/story-blocks/holds'],
      [createClient(app, await logInWith(app, [OURS.holds])), '/story-blocks/holds'],
      [createClient(app, await logInWith(app, [OURS.holds, onStories('read', ['en', 'fr'])])), '/story-blocks/holds'],
    ];
    for (const [attacker, path] of attackers) {
      const until = new Date(Date.now() + 2_000).toISOString();
      const data = { state: 'embargo', until, thenPublish: true };
      const answer = await attacker.send('PUT', `${path}/${id}`, { data });
      expect([403, 404]).toContain(answer.status);
      if (answer.status === 403) expect(codeOf(answer)).toBe('MAY_NOT_PUBLISH');
    }
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect([await liveIn(id), (await holdRow(id)).state]).toEqual([[], 'canceled']);
    expect(holdSchema.parse((await desk.api.get(`/api/story-blocks/holds/${id}`)).body.data).state).toBe('canceled');
  });
});
