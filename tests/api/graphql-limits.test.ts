import fs from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootChanged, editNewsroom } from '../support/changed-app';
import { type Client, createClient, createToken, type Json } from '../support/client';
import { STORY_PAGE } from '../support/graphql-page';
import { foundNewsroom, type Newsroom } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi } from '../support/writers';

const aliases = (count: number, field: (n: number) => string) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(' ')} }`;
const refusalOf = (answer: Json) => answer.body.errors?.[0]?.extensions?.error;

describe.each(clients.slice(0, 1))('what a GraphQL query may ask, on %s', (client) => {
  let app: Running;
  let api: Client;
  let room: Newsroom;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    room = await foundNewsroom(contentApi(api), 'limits');
  });
  afterAll(() => app?.stop());

  test('a text of more words than any query has is not even parsed', async () => {
    const answer = await api.graphql(`{ ${'a '.repeat(400_000)}}`);
    expect([answer.status, answer.body.errors?.[0].message], answer.text).toEqual([
      400,
      expect.stringContaining('20000 tokens'),
    ]);
  });

  test('long texts of short queries are not kept without end', async () => {
    const long = `{__typename}#${'x'.repeat(500_000)}`;
    // Kept by Apollo's own count, five hundred of these would be 250 MB.
    const kept = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
    for (let n = 0; n < 20; n += 1) expect((await api.graphql(`${long}${n}`)).status).toBe(200);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    const before = kept();
    for (let n = 0; n < 200; n += 1) await api.graphql(`${long} ${n}`);
    collect();
    expect((kept() - before) / 2 ** 20).toBeLessThan(60);
  });

  test.each([
    ['a thousand aliases', () => aliases(1_000, () => `relatedLinks(documentId: "${room.stories[0]}") { title }`)],
    ['aliases of such lists', () => aliases(20, () => 'articles { relatedLinks(limit: 50) { title } }')],
    ['other fronts under aliases', () => aliases(200, (n) => `front(section: "world", page: ${n + 1}) { locale }`)],
    ['other story pages under aliases', () => aliases(200, (n) => `storyPage(documentId: "s${n}") { locale }`)],
    [
      'rails of fifty sections, by their labels',
      () => aliases(5, (n) => `headlineRails(sections: [${'"x" '.repeat(50 - n)}], limit: 50) { label }`),
    ],
    [
      'lists that lead back into each other',
      () => '{ articles { relatedLinks(limit: 50) { title url kicker reasons { type label } } } }',
    ],
    ['a list longer than any', () => aliases(60, () => 'articles(pagination: { limit: -1 }) { title body }')],
    [
      'the same in fragments',
      () => `{ ...all } fragment all on Query ${aliases(1_000, () => 'headlineRails(sections: ["x"]) { label }')}`,
    ],
  ])('%s are refused before they run, with what they cost', async (_name, query) => {
    const answer = await api.graphql(query());
    expect(answer.status, answer.text.slice(0, 500)).toBe(400);
    expect(answer.body.data).toBeUndefined();
    const { details, message } = refusalOf(answer);
    expect(details).toMatchObject({ code: 'QUERY_TOO_COSTLY', limit: 10_000 });
    expect(details.cost).toBeGreaterThan(10_000);
    expect(message).toMatch(/This query costs \d+; 10000 is allowed\. Ask for shorter lists/);
  });

  const or = (count: number) => Array.from({ length: count }, (_, n) => `{ title: { eq: "${n}" } }`).join(' ');
  const alternatives = { or: Array.from({ length: 15_000 }, (_, n) => ({ title: { eq: String(n) } })) };
  const filtered = 'query ($f: ArticleFiltersInput) { articles(filters: $f) { title } }';
  const inputs = '__schema { types { inputFields { type { inputFields { name type { name } } } } } }';
  test.each([
    ['the schema by aliases', aliases(100, () => inputs), {}],
    [
      'the whole schema three times',
      aliases(
        3,
        () => /__schema[\s\S]*/.exec(getIntrospectionQuery().split('fragment')[0])?.[0].replace(/\}\s*$/, '') ?? ''
      ).concat(` fragment ${getIntrospectionQuery().split('fragment').slice(1).join('fragment')}`),
      {},
    ],
    [
      'a type by aliases',
      aliases(1_000, () => '__type(name: "ArticleFiltersInput") { inputFields { name type { name } } }'),
      {},
    ],
    ['1,500 alternatives', `{ articles(filters: { or: [${or(1_500)}] }) { title } }`, {}],
    ['the same in a variable', filtered, { f: alternatives }],
    ['700 counts', aliases(700, () => 'articles_connection { pageInfo { total } }'), {}],
    [
      'a filter that goes on and on',
      `{ articles(filters: ${'{ not: '.repeat(40)}{ title: { eq: "a" } }${' }'.repeat(40)}) { title } }`,
      {},
    ],
    ['an order of a thousand fields', `{ articles(sort: [${'"title:asc" '.repeat(1_000)}]) { title } }`, {}],
    ['one field five thousand times', `{ articles(pagination: { limit: 1 }) { ${'title '.repeat(5_000)} } }`, {}],
    ['an endless alias', `{ articles { ${'x'.repeat(90_000)}: title } }`, {}],
  ])('%s: refused with 400, in everyday words', async (_name, query, variables) => {
    const answer = await api.graphql(query, variables);
    expect([answer.status, refusalOf(answer)?.details.code], answer.text.slice(0, 300)).toEqual([
      400,
      'QUERY_TOO_COSTLY',
    ]);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  test.each([
    [
      'graphql-js’s, with all it can ask',
      getIntrospectionQuery({
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
    ['Apollo’s and GraphiQL’s', getIntrospectionQuery()],
    ['Relay’s', getIntrospectionQuery({ descriptions: false, inputValueDeprecation: true })],
  ])('a client’s introspection is answered: %s', async (_name, query) => {
    const answer = await api.graphql(query);
    expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  });

  test('fragments that double at each step are refused at once, each time, and by name too', async () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const bomb = `query Bomb { ...f0 } ${doubling.join(' ')} fragment f40 on Query { articles { title } }`;
    for (const operationName of [undefined, 'Bomb', undefined]) {
      const answer = await api.send('POST', '/graphql', { query: bomb, operationName });
      expect(answer.status, answer.text.slice(0, 500)).toBe(400);
      expect(refusalOf(answer).details.code).toBe('QUERY_TOO_COSTLY');
    }
  });

  test.each([
    '{ articles { ...title } }',
    '{ ...a } fragment a on Query { articles { ... on Article { ...b } } }',
    '{ __typename } fragment unused on Query { ...gone }',
    '{ articles_connection { nodes { titl ... e } } }',
  ])('a fragment that is not there is named: %s', async (query) => {
    const answer = await api.graphql(query);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.errors[0].message).toMatch(/^Unknown fragment "(title|b|gone|e)"/);
  });

  test('a fragment that spreads itself is refused', async () => {
    const answer = await api.graphql('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }');
    expect(answer.status).toBe(400);
    expect(refusalOf(answer).message).toMatch(/without end/);
  });

  test('variables count as what they hold', async () => {
    const query =
      'query ($n: Int) { articles(pagination: { limit: $n }) { relatedLinks(limit: $n) { title kicker url } } }';
    expect((await api.graphql(query, { n: 100 })).status).toBe(400);
    const small = await api.graphql(query, { n: 5 });
    expect(small.body.errors).toBeUndefined();
  });

  test('depth is limited as before', async () => {
    const deep = (levels: number): string => (levels === 0 ? 'name' : `parent { ${deep(levels - 1)} }`);
    const answer = await api.graphql(`{ sections(pagination: { limit: 1 }) { ${deep(12)} } }`);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].message).toMatch(/depth/);
  });

  test('what frontends ask is let through: a story page, lists of stories with their links, the schema', async () => {
    const story = await api.get(`/api/articles/${room.stories[0]}`);
    const page = await api.graphql(STORY_PAGE, { slug: story.body.data.slug });
    expect(page.body.errors).toBeUndefined();
    const list = await api.graphql(
      '{ articles(pagination: { limit: 25 }) { title relatedLinks { title url kicker dateline reasons { type label labels } } teaser { title excerpt } } }'
    );
    expect(list.body.errors).toBeUndefined();
    const schema = await api.graphql(getIntrospectionQuery());
    expect(schema.body.data.__schema.types.length).toBeGreaterThan(50);
  });
});

describe.each(clients.slice(0, 1))('limits and names that an application sets, on %s', (client) => {
  let app: Running;
  let api: Client;
  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) =>
      editNewsroom(distDir, `newsroom.graphql = { maxCost: 40, typePrefix: 'Wd' };`)
    );
    api = createClient(app, await createToken(app.strapi, 'full-access'));
  });
  afterAll(() => app?.stop());

  test('a lower limit refuses more', async () => {
    const small = await api.graphql('{ articles(pagination: { limit: 5 }) { title } }');
    expect(small.body.errors).toBeUndefined();
    const large = await api.graphql('{ articles(pagination: { limit: 50 }) { title } }');
    expect(refusalOf(large).details).toMatchObject({ cost: 60, limit: 40 });
  });

  test('our types have the prefix, the fields keep their names', async () => {
    const answer = await api.graphql('{ __type(name: "Query") { fields { name type { name } } } }');
    const { fields } = answer.body.data.__type;
    expect(fields).toContainEqual({ name: 'storyPage', type: { name: 'WdStoryPage' } });
    const union = await api.graphql('{ __type(name: "WdStoryBlock") { possibleTypes { name } } }');
    expect(union.body.data.__type.possibleTypes).toContainEqual({ name: 'WdRelatedLinksBlock' });
  });
});

describe.each(clients.slice(0, 1))('fields of ours that an application guards, on %s', (client) => {
  let app: Running;
  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) => {
      const guard = `{ resolversConfig: { 'RelatedLink.url': { auth: { scope: ['api::section.section.delete'] } } } }`;
      fs.appendFileSync(
        path.join(distDir, 'src/index.js'),
        `\nconst own = module.exports.default;
        module.exports = { ...own, register(context) {
          own.register(context);
          context.strapi.plugin('graphql').service('extension').use(${guard});
        } };`
      );
    });
  });
  afterAll(() => app?.stop());

  test('stay guarded, and the others are read', async () => {
    const api = createClient(app, await createToken(app.strapi, 'full-access'));
    const reader = createClient(app, await createToken(app.strapi, 'read-only'));
    const room = await foundNewsroom(contentApi(api), 'guard');
    const query = `{ relatedLinks(documentId: "${room.stories[0]}") { title url } }`;
    expect((await api.graphql(query)).body.data.relatedLinks[0].url).toMatch(/^https/);
    const { data, errors } = (await reader.graphql(query)).body;
    expect(errors[0]).toMatchObject({ message: 'Forbidden access', path: ['relatedLinks', 0, 'url'] });
    expect(data.relatedLinks[0]).toMatchObject({ title: expect.any(String), url: null });
  });
});
