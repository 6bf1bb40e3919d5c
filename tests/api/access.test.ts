import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootAppOfTwoTypes, bootOpenApp } from '../support/access/app';
import { ask, type Hearing, hear } from '../support/access/asking';
import {
  type Caller,
  gatherCallers,
  gatherWriter,
  logInWith,
  type Permission,
  setPublicRole,
} from '../support/access/callers';
import { graphqlQuestions } from '../support/access/graphql-questions';
import { type GraphqlSchema, readSchema } from '../support/access/graphql-schema';
import { changeOf, type Leak, leaksOf, reportOf } from '../support/access/judge';
import { createGuide } from '../support/access/queries';
import { addressesOf, restQuestions } from '../support/access/rest-questions';
import { adminRoutes, contentRoutes, ownPlugins, type Route, strayRoutes } from '../support/access/routes';
import { plantedIn, wordsOf } from '../support/access/words';
import { foundWorld, HIDDEN, type World, writeSecrets } from '../support/access/world';
import { mutations, stateOf, tryWrites, writersMutations, writersQuestions } from '../support/access/writing';
import { allowPublic, type Client, createClient, createToken, untouched } from '../support/client';
import { anyClient, isThorough, type Running } from '../support/strapi';

/**
 * Fewer answers than this, and something of the application is not asked any more. Those who may not see drafts ask
 * half, another one each; in `npm run verify` they ask everything.
 */
const FLOOR = isThorough ? 10_000 : 6_000;
describe.each(anyClient)('who may see what on %s', (client) => {
  let app: Running;
  let api: Client;
  let schema: GraphqlSchema;
  let routes: Route[];
  let callers: Caller[];
  let before: World;
  let after: World;
  let heardBefore: Map<string, Hearing>;
  let heardAfter: Map<string, Hearing>;
  const named = (name: string): Caller => callers.find((caller) => caller.name === name) as Caller;
  const strangers = () => callers.filter(({ previews }) => !previews);

  /** Has every caller ask, of the network as it stands. */
  async function listen(world: World): Promise<Map<string, Hearing>> {
    const guide = createGuide(app.strapi);
    const questions = [
      ...restQuestions(routes, world, guide, app.strapi),
      ...graphqlQuestions(schema, app.strapi, world),
    ];
    const heard = new Map<string, Hearing>();
    for (const caller of callers) {
      const { name, part, previews } = caller;
      const share = isThorough || previews ? part : ([part[0], part[1] * 2] as Caller['part']);
      heard.set(name, await hear(app, { ...caller, part: share }, questions, { world, routes }));
    }
    return heard;
  }

  beforeAll(async () => {
    app = await bootOpenApp({ client });
    // Callers ask for what fails, thousands of times.
    app.strapi.log.silent = true;
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    routes = await contentRoutes(app.strapi);
    before = await foundWorld(app, api);
    schema = await readSchema(api);
    callers = await gatherCallers(app, before, routes);
    await untouched(app.strapi);
    heardBefore = await listen(before);
    after = await writeSecrets(app, api, before);
    await untouched(app.strapi);
    heardAfter = await listen(after);
  }, 1_200_000);
  afterAll(() => app?.stop());

  /** Every question of some callers with both answers. */
  const pairs = (of: Caller[]) =>
    of.flatMap((caller) =>
      [...(heardAfter.get(caller.name) as Hearing)].map(([key, { question, reply }]) => {
        const was = heardBefore.get(caller.name)?.get(key);
        if (!was) throw new Error(`Asked once only: ${key}`);
        return { caller, question, reply, was };
      })
    );

  const told = (isOurs: (leak: Leak) => boolean): Leak[] =>
    pairs(callers)
      .flatMap(({ caller, question, reply, was }) => [
        ...leaksOf(was.question, was.reply, caller, before),
        ...leaksOf(question, reply, caller, after),
      ])
      .filter(isOurs);

  test('every route of the content API is asked, in a way that it answers', () => {
    expect(strayRoutes(app.strapi, routes)).toEqual([]);
    expect(
      routes.filter((route) => route.method === 'GET' && addressesOf(route, after).length === 0),
      'parts of a path that this test does not know'
    ).toEqual([]);
    const ours = ownPlugins(app.strapi).map((name) => `plugin::${name}`);
    const isOfStories = ({ owner }: Route) =>
      owner.startsWith('api::') || owner === 'plugin::upload' || ours.includes(owner);
    const answered = new Set(
      pairs([named('a full-access token')]).flatMap(({ question, reply }) =>
        reply.status < 300 ? [question.route] : []
      )
    );
    const silent = routes
      .filter((route) => route.method === 'GET' && isOfStories(route))
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !answered.has(route));
    expect(silent, 'routes that this test does not know how to call').toEqual([]);
  });

  test('every field of the GraphQL root is asked, in a way that it answers', async () => {
    const answered = new Set(
      pairs(callers).flatMap(({ question, reply }) =>
        reply.status === 200 && !reply.text.includes('"errors"') ? [question.route] : []
      )
    );
    const roots = (schema.types.get('Query')?.fields ?? []).map(({ name }) => `Query.${name}`);
    // Of which there is but one question, for somebody who has logged in.
    const user = named('a reader who logged in');
    for (const question of graphqlQuestions(schema, app.strapi, after).filter(({ route }) => !answered.has(route))) {
      const reply = await ask(app, user, question, after);
      if (reply.status === 200 && !reply.text.includes('"errors"')) answered.add(question.route);
    }
    expect(
      roots.filter((root) => !answered.has(root)),
      'fields that this test does not know how to call'
    ).toEqual([]);
  });

  test('no answer holds a word that its caller may not read', () => {
    const leaks = told(({ told: what }) => !what.startsWith('internals'));
    expect(leaks.length, reportOf(leaks)).toBe(0);
  });

  test('no answer is another one since the secrets were written', () => {
    const leaks = pairs(strangers()).flatMap(({ caller, question, reply, was }) =>
      changeOf(question, was.reply, reply, caller, after)
    );
    expect(leaks.length, reportOf(leaks)).toBe(0);
    const cases = pairs(callers).length * 2;
    process.stdout.write(`who may see what on ${client}: ${cases} answers compared\n`);
    expect(cases).toBeGreaterThan(FLOOR);
  });

  test('the same questions tell those who may preview of every secret', () => {
    const changed = pairs(callers.filter(({ previews }) => previews)).filter(
      ({ caller, question, reply, was }) => changeOf(question, was.reply, reply, caller, after).length > 0
    );
    const routesOf = (pattern: RegExp) =>
      changed.filter(({ question }) => pattern.test(question.path + question.graphql)).length;
    expect(routesOf(/status=draft/)).toBeGreaterThan(10);
    expect(routesOf(/status: DRAFT/)).toBeGreaterThan(10);
    expect(routesOf(/^\/api\/.*filters/)).toBeGreaterThan(10);
    expect(routesOf(/filters: \{/)).toBeGreaterThan(5);
    // Orders through two lists are refused to everybody.
    expect(routesOf(/sort/)).toBeGreaterThan(1);
  });

  test('no answer tells of what is behind it', () => {
    const leaks = told(({ told: what }) => what.startsWith('internals'));
    expect(leaks.length, reportOf(leaks)).toBe(0);
  });

  test('what is published is readable by all who may find stories', async () => {
    const { published, changed } = before.ids;
    const word = wordsOf('open', 'published');
    const read = async (caller: Caller, path: string, graphql?: string) => {
      const reply = await ask(app, caller, { route: '', path, graphql }, after);
      expect(`${reply.status} ${reply.text}`, `${caller.name} ${path} ${graphql ?? ''}`).toContain(word('title'));
    };
    for (const caller of callers.filter(({ finds }) => finds !== 'nothing')) {
      await setPublicRole(app, caller.publicRole, routes);
      await read(caller, '/api/articles');
      await read(
        caller,
        '/api/articles?status=published&populate[0]=byline&populate[1]=externalLinks&populate[2]=image'
      );
      await read(caller, `/api/articles?filters[title][$contains]=${word('title')}&sort=title`);
      await read(caller, `/api/story-blocks/pages/${published}`);
      await read(caller, `/api/story-blocks/pages?slug=${word('slug')}`);
      await read(caller, `/api/story-blocks/related/${changed}`);
      await read(caller, '/api/story-blocks/teasers?section=harbor');
      await read(caller, '/api/story-blocks/rails?sections=harbor');
      await read(caller, '/api/story-blocks/fronts/sections/harbor');
      await read(caller, '/graphql', '{ articles { title slug body localizations { title } } }');
      await read(caller, '/graphql', '{ articles(status: PUBLISHED, sort: "title") { title relatedLinks { title } } }');
      await read(caller, '/graphql', `{ storyPage(documentId: "${published}") { story { title body } } }`);
      if (caller.finds !== 'everything') continue;
      await read(caller, `/api/articles/${published}?populate=*`);
      await read(caller, '/api/sections?populate=articles');
      await read(caller, '/api/sections?filters[site][name][$contains]=zq&populate[articles][sort]=title');
      await read(
        caller,
        '/graphql',
        `{ article(documentId: "${published}") { title section { name articles { title } } } }`
      );
      await read(caller, '/graphql', '{ sections { name articles_connection { nodes { title } } site { name } } }');
    }
  });

  test('drafts are readable by those who may preview', async () => {
    const fields = ['title', 'slug', 'summary', 'body', 'label', 'linktitle', 'linkurl', 'credit', 'role', 'location'];
    for (const caller of callers.filter(({ previews }) => previews)) {
      const read = async (path: string, words: string[], graphql?: string) => {
        const reply = await ask(app, caller, { route: '', path, graphql }, after);
        for (const word of words)
          expect(`${reply.status} ${reply.text}`, `${caller.name} ${path} ${graphql ?? ''}`).toContain(word);
      };
      const populate = 'populate[0]=byline&populate[1]=externalLinks';
      for (const story of [...HIDDEN, 'changed', 'french', 'published'] as const) {
        const word = wordsOf('secret', story);
        const locale = story === 'published' ? 'fr' : 'en';
        const id = after.ids[story];
        await read(`/api/articles/${id}?status=draft&locale=${locale}&${populate}`, fields.map(word));
        await read(`/api/story-blocks/pages/${id}?status=draft&locale=${locale}`, [word('title'), word('body')]);
        await read(`/api/story-blocks/previews/${id}?locale=${locale}`, [word('title'), word('credit')]);
        await read(`/api/articles?status=draft&locale=${locale}&pagination[pageSize]=100`, [word('title')]);
        await read(
          '/graphql',
          [word('title'), word('credit')],
          `{ articles(status: DRAFT, locale: "${locale}") { title byline { name } } }`
        );
      }
      await read('/api/articles?filters[localizations][title][$contains]=zqsecret', [
        wordsOf('open', 'published')('title'),
      ]);
    }
    expect((await api.get(`/api/story-blocks/holds/${after.ids.killed}`)).text).toContain(
      wordsOf('secret', 'killed')('note')
    );
  });

  test('nobody writes who may only read', async () => {
    const state = await stateOf(app.strapi);
    const leaks: Leak[] = [];
    for (const caller of callers.filter(({ name }) => name !== 'a full-access token')) {
      await setPublicRole(app, caller.publicRole, routes);
      for (const { question, answer } of await tryWrites(app, caller, routes, after)) {
        expect([401, 403], `${caller.name} ${question.route}: ${answer.status} ${answer.text.slice(0, 200)}`).toContain(
          answer.status
        );
        leaks.push(...leaksOf(question, { ...answer, headers: '', day: '' }, caller, after));
      }
      for (const question of mutations(schema, after)) {
        const reply = await ask(app, caller, question, after);
        const isRefused = reply.status === 401 || /Forbidden|Unauthorized|Missing or invalid/.test(reply.text);
        expect(isRefused, `${caller.name} ${question.graphql}: ${reply.status} ${reply.text.slice(0, 300)}`).toBe(true);
      }
    }
    expect(await stateOf(app.strapi)).toBe(state);
    expect(leaks.length, reportOf(leaks)).toBe(0);
  });

  test('an administrator has no more rights on the content API than anybody', async () => {
    const caller = { ...named('an editor of the admin'), token: await logInWith(app, []) };
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const [path] = addressesOf(route, after);
      expect((await ask(app, caller, { route: '', path }, after)).status, path).toBe(401);
    }
    expect(
      (await ask(app, caller, { route: '', path: '/graphql', graphql: '{ articles { title } }' }, after)).status
    ).toBe(401);
  });

  test('each admin route of ours asks for its permission', async () => {
    const own = adminRoutes(app.strapi);
    expect(
      own.filter(({ actions, asksManager }) => actions.length === 0 && !asksManager),
      'routes without a policy'
    ).toEqual([]);
    expect(own.length).toBeGreaterThan(4);
    const actions = [...new Set(own.flatMap((route) => route.actions))];
    const strangersTokens: [string, string | undefined][] = [
      ['nobody', undefined],
      ['a full-access token', named('a full-access token').token],
      ['a reader who logged in', named('a reader who logged in').token],
    ];
    const without = createClient(app, await logInWith(app, []));
    const send = (desk: Client, { method, path }: { method: string; path: string }) => {
      const address = path.replace(/:\w+/g, after.ids.published);
      return method === 'GET'
        ? desk.get(address)
        : desk.send(method as 'PUT', address, method === 'DELETE' ? undefined : {});
    };
    for (const route of own) {
      const what = `${route.method} ${route.path}`;
      for (const [name, token] of strangersTokens) {
        expect((await send(createClient(app, token), route)).status, `${name} ${what}`).toBe(401);
      }
      expect((await send(without, route)).status, `no permission: ${what}`).toBe(403);
    }
    // What stories a route tells of is content-manager's to say, after our own permission.
    const reads: Permission = {
      action: 'plugin::content-manager.explorer.read',
      subject: 'api::article.article',
      properties: { fields: ['title'], locales: ['en', 'fr'] },
    };
    for (const action of actions) {
      const others = createClient(app, await logInWith(app, [reads, ...actions.filter((one) => one !== action)]));
      const one = createClient(app, await logInWith(app, [reads, action]));
      for (const route of own.filter((candidate) => candidate.actions.includes(action))) {
        const what = `${route.method} ${route.path}`;
        expect((await send(others, route)).status, `all but ${action}: ${what}`).toBe(403);
        const answer = await send(one, route);
        expect([401, 403], `${action}: ${what}`).not.toContain(answer.status);
        // Sections he may not read in the content manager; a search for nothing.
        const expected = route.path.includes(':section')
          ? 404
          : route.path === '/story-blocks/desk/stories'
            ? 400
            : 200;
        if (route.method === 'GET') expect(answer.status, `${action}: ${what}`).toBe(expected);
      }
    }
  });

  test('GraphQL refuses as REST does, and no deeper than its limit', async () => {
    const errors = async (path: string, graphql: string) => {
      const caller = named('a read-only token');
      const rest = await createClient(app, caller.token).get(path);
      const { body } = await createClient(app, caller.token).graphql(graphql);
      const { status, name, message, details } = rest.body.error;
      return { status, rest: { name, message, details }, graphql: body.errors?.[0]?.extensions?.error };
    };
    const { killed } = after.ids;
    const cases: [number, string, string][] = [
      [404, `/api/story-blocks/pages/${killed}`, `{ storyPage(documentId: "${killed}") { story { title } } }`],
      [404, `/api/story-blocks/related/${killed}`, `{ relatedLinks(documentId: "${killed}") { title } }`],
      [404, '/api/story-blocks/fronts/sections/none', '{ front(section: "none") { kind } }'],
      [403, '/api/articles?status=draft', '{ articles(status: DRAFT) { title } }'],
      [
        403,
        '/api/articles?filters[localizations][title]=x',
        '{ articles(filters: { localizations: { title: { eq: "x" } } }) { title } }',
      ],
      [
        400,
        '/api/story-blocks/rails?sections=harbor&locale=xx',
        '{ headlineRails(sections: ["harbor"], locale: "xx") { label } }',
      ],
    ];
    for (const [status, path, graphql] of cases) {
      const found = await errors(path, graphql);
      expect(found.status, path).toBe(status);
      expect(found.graphql, graphql).toEqual(found.rest);
    }
    const deep = `{ articles { ${'localizations { '.repeat(10)} title ${'} '.repeat(10)} } }`;
    const answer = await api.graphql(deep);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/exceeds maximum operation depth/);
  });

  test('what a writer gets back tells nothing of other drafts', async () => {
    const writer = await gatherWriter(app, routes);
    const desk = createClient(app, writer.token);
    const leaks: Leak[] = [];
    const timeless = (text: string) =>
      text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>').replaceAll('zqsecret', 'zqnothing');
    let allowed = 0;
    for (const { path, twin } of writersQuestions(app.strapi, after)) {
      const question = { route: `PUT ${path.split('?')[0]}`, path };
      const reply = { ...(await desk.send('PUT', path, { data: {} })), headers: '', day: '' };
      if (reply.status < 300) allowed += 1;
      leaks.push(...leaksOf(question, reply, writer, after));
      if (!twin) continue;
      const other = { ...(await desk.send('PUT', twin, { data: {} })), headers: '', day: '' };
      const plain = (one: typeof reply) => ({ ...one, text: timeless(one.text) });
      leaks.push(...changeOf(question, plain(other), plain(reply), writer, after));
    }
    for (const question of writersMutations(schema, after)) {
      const reply = await ask(app, writer, question, after);
      if (!reply.text.includes('"errors"')) allowed += 1;
      leaks.push(...leaksOf(question, reply, writer, after));
    }
    expect(allowed).toBeGreaterThan(20);
    expect(leaks.length, reportOf(leaks)).toBe(0);
  });

  test('who may hold stories and not read them holds none, and is told nothing', async () => {
    const actions = ['set', 'get', 'lift'].map((name) => `plugin::story-blocks.holds.${name}`);
    const holders: [string, string, string][] = [
      ['a token that holds', '/api/story-blocks/holds', await createToken(app.strapi, 'custom', actions)],
      ['an administrator who holds', '/story-blocks/holds', await logInWith(app, ['plugin::story-blocks.holds.set'])],
    ];
    const state = await stateOf(app.strapi);
    for (const [name, path, token] of holders) {
      const desk = createClient(app, token);
      for (const id of [after.ids.changed, after.ids.killed, after.ids.draft]) {
        for (const answer of [
          await desk.get(`${path}/${id}`),
          await desk.send('PUT', `${path}/${id}`, { data: { state: 'withheld' } }),
          await desk.send('DELETE', `${path}/${id}`),
        ]) {
          expect(answer.status, `${name}: ${answer.text}`).toBe(404);
          expect(plantedIn(answer.text), `${name} is told the words of stories: ${answer.text}`).toEqual([]);
        }
      }
    }
    expect(await stateOf(app.strapi)).toBe(state);
  });
});

describe.each(anyClient)('with two types of stories on %s', (client) => {
  let app: Running;
  let one: string;
  let other: string;
  const find = { one: 'api::article.article.find', other: 'api::source.source.find' };

  beforeAll(async () => {
    app = await bootAppOfTwoTypes({ client });
    const api = createClient(app, await createToken(app.strapi, 'full-access'));
    one = (await api.write('POST', '/api/articles', { title: 'zqopenone' })).documentId;
    other = (await api.write('POST', '/api/sources', { code: 'NPA', name: 'zqopenother' })).documentId;
  });
  afterAll(() => app?.stop());

  const statuses = async (reader: Client) => {
    const of = async (path: string) => (await reader.get(`/api/story-blocks${path}`)).status;
    return [await of(`/pages/${one}`), await of(`/pages/${other}`), await of(`/related/${one}`), await of('/teasers')];
  };
  const shown = async (reader: Client) => plantedIn((await reader.get('/api/story-blocks/teasers')).text);

  test('each caller reads the types that it may find, and no other', async () => {
    const token = async (actions: string[]) => createClient(app, await createToken(app.strapi, 'custom', actions));
    expect(await statuses(await token([])), 'no type').toEqual([403, 403, 403, 403]);
    expect(await statuses(await token([find.one])), 'one type').toEqual([200, 404, 200, 200]);
    expect(await statuses(await token([find.other])), 'the other type').toEqual([404, 200, 404, 200]);
    expect(await shown(await token([find.one]))).toEqual(['zqopenone']);
    expect(await shown(await token([find.other]))).toEqual(['zqopenother']);
    const readOnly = createClient(app, await createToken(app.strapi, 'read-only'));
    expect(await statuses(readOnly), 'a read-only token').toEqual([200, 200, 200, 200]);
    await allowPublic(app.strapi, [find.one]);
    expect(await statuses(createClient(app)), 'the public').toEqual([200, 404, 200, 200]);
  });
});
