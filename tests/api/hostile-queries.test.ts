import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdmin } from '../support/admin';
import { type Client, createClient, createToken } from '../support/client';
import { foundNewsroom } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi } from '../support/writers';

const repeated = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join('&');
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const lists = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** The decoder has a code of its own for each way in which a body is none. */
const BROKEN_BROTLI = [
  new Uint8Array(1_000),
  Uint8Array.from({ length: 200 }, (_, n) => n),
  Uint8Array.from({ length: 60 }, (_, n) => (n * 89) % 256),
  new Uint8Array(60).fill(255),
  Uint8Array.from(brotliCompressSync('{"query":"{ __typename }"}').subarray(0, 12)),
];

/** A query of a listing, and what the answer names. */
const REFUSED: [query: string, named: string][] = [
  ['fields=constructor', 'fields'],
  ['fields[0]=title&fields[1]=__proto__', 'fields'],
  ['fields=toString', 'fields'],
  ['fields=title,hasOwnProperty', 'fields'],
  ['fields=..', 'fields'],
  ['fields=', 'fields'],
  ['filters[$or]', '$or'],
  ['filters[$or][0]', '$or'],
  ['filters[$and][0][$or][0]', '$or'],
  ['filters[$or][0]=title', '$or'],
  ['sort=title.asc', 'sort'],
  ['sort=id.id', 'sort'],
  ['sort=documentId.x:desc', 'sort'],
  ['sort=body.x', 'sort'],
  ['sort=createdAt.x:desc', 'sort'],
  ['sort[title][x]=asc', 'sort'],
  ['sort[0]=title.x', 'sort'],
  ['sort=section.name.asc', 'sort'],
  ['filters[section][$not][$eq]=1', '$not'],
  ['filters[section][$not][name][$eq]=a', '$not'],
  ['filters[section][$or][0][$not][name][$eq]=a', '$not'],
  ['filters[section][$or][0][$eq]=1', '$or'],
  ['filters[topics][$and][0][$eq]=1', '$and'],
  ['filters[image][$not][$eq]=1', '$not'],
  ['filters[byline][$not][$not][$eq]=1', '$not'],
  ['filters[title][0][id]=1', 'filters[title]'],
  ['filters[title][0][0][id]=1', 'filters[title]'],
  ['filters[documentId][id]=1', 'filters[documentId]'],
  ['filters[documentId][documentId]=x', 'filters[documentId]'],
  ['filters[documentId][$or][0][$eq]=1', 'filters[documentId]'],
  ['filters[byline][documentId]=x', 'documentId'],
  ['filters[externalLinks][documentId]=x', 'documentId'],
  ['filters[wire][documentId]=x', 'documentId'],
  ['filters[$not][0][documentId]=1', '$not'],
  ['filters[$not][0][createdAt]=1', '$not'],
  ['filters[$not][0][title]=x', '$not'],
  ['filters[section][$not][0][documentId]=1', '$not'],
  ['filters[title][$not][0][$eq]=1', '$not'],
  ['filters[$not]', '$not'],
  ['filters[$not]=title', '$not'],
  ['filters[]=1', 'filters'],
  ['filters[0]=1', 'filters'],
  ['filters[0][title]=x', 'filters'],
  ['filters[][topics][id][$in]=-1', 'filters'],
  ['filters[$and][0][]=1', '$and'],
  ['filters[$not][]=1', '$not'],
  ['filters[$not][$or][]=1', '$or'],
  ['filters[section][$and][0][]=1', '$and'],
  ['filters[title][$and][0][$eq]=1', 'filters[title]'],
  ['filters[section][name][$or][0][$eq]=1', 'filters[section][name]'],
  ['filters[id][id][$in]=1', 'filters[id]'],
  ['filters[topics][id][id][$in]=1', 'filters[topics][id]'],
  ['filters[topics][id]][id][$in]=1', 'filters'],
  ['filters[title][title]=1', 'filters[title]'],
  ['filters[filedAt][$lt][$lt]=-1', '$lt'],
  ['filters[title][$eq][$eq]=x', '$eq'],
  ['filters[title][$in][0][a]=x', '$in'],
  ['filters[title][$contains][a]=x', '$contains'],
  ['filters[title][$not][$eq][$ne]=x', '$eq'],
  ['populate[topics][filters][name][$eq][$eq]=x', '$eq'],
  ['filters[title][$between]=1', '$between'],
  ['filters[title][$between][]=1', '$between'],
  ['filters[title][$not][$between][]=1', '$between'],
  ['populate[section][filters][]=x', 'populate[section][filters]'],
  ['populate[topics][filters][id]=x', 'populate[topics][filters][id]'],
  ['populate[topics][filters][$or]=x', '$or'],
  ['populate[section][populate][topics][filters][createdAt][$gt]=x', 'createdAt'],
  ['populate[image][filters][size][$gt]=x', 'populate[image][filters][size]'],
  [repeated(17, (n) => `populate[topics][filters][$or][${n}][site][name]=a`), 'populate[topics][filters]'],
  [`sort=topics.name&${repeated(3, (n) => `filters[$and][${n}][topics][name][$ne]=a`)}`, 'lists'],
  [repeated(4, (n) => `filters[$and][${n}][byline][name][$ne]=a`), 'lists'],
  [repeated(4, (n) => `filters[$or][${n}][topics][$in]=1`), 'lists'],
  ['sort[0]=topics.name&sort[1]=byline.name,datelines.slug&sort[2]=localizations.title', 'sort'],
  ['sort=topics.name,topics.slug', 'sort'],
  ['sort[0][topics][name]=asc&sort[1][byline][name]=asc', 'sort'],
  [`sort=section${'.parent'.repeat(20)}.name`, 'sort'],
  ['populate[topics][sort]=site.name', 'populate[topics][sort]'],
  ['populate[topics][sort][0]=name&populate[topics][sort][1]=site.name:desc', 'populate[topics][sort]'],
  ['populate[topics][sort][site][name]=asc', 'populate[topics][sort]'],
  [`populate[section][sort]=${'parent.'.repeat(60)}name`, 'populate[section][sort]'],
  [repeated(40, (n) => `populate[section][filters][$and][${n}][parent][name]=x`), 'populate[section][filters]'],
  [repeated(5, (n) => `populate[localizations][filters][$and][${n}][topics][name][$ne]=x`), 'lists'],
  ['populate=localizations.localizations', 'localizations'],
  [repeated(11, (n) => `filters[$or][${n}][body][$containsi]=q${n}`), 'search'],
  [repeated(11, (n) => `filters[title][$startsWith][${n}]=q`), 'search'],
  [repeated(11, (n) => `populate[topics][filters][$or][${n}][name][$notContains]=q`), 'search'],
  ['populate=topics.localizations.localizations', 'circles'],
  ['populate[localizations][populate]=section,localizations', 'localizations'],
  ['populate[0]=section.site&populate[1]=localizations.localizations.localizations', 'localizations'],
  ['populate=section.parent.parent.parent.parent.parent.parent', 'populate'],
  ['populate[section][populate]=parent.parent.parent.parent.parent.parent', 'populate'],
  ['populate[section]', 'populate'],
  ['populate[section][populate][site]', 'populate'],
  ['populate[section][populate]', 'populate'],
  ['populate[section][populate][frontLayout][on][story-blocks.rail]', 'populate'],
  ['populate[section][populate][frontLayout][on]', 'populate'],
  ['fields=title,,slug', 'fields'],
  ['fields[0]=title&fields[1]=', 'fields'],
  ['limit=99999999999999999999', 'limit'],
  ['start=-99999999999', 'start'],
  ['pagination[limit]=9999999999', 'limit'],
  ['pagination[page]=99999999999999999999', 'page'],
  ['sort=..', 'sort'],
  ['sort=.title', 'sort'],
  ['sort=title:', 'sort'],
  ['sort=title:sideways', 'sort'],
  ['sort=constructor:asc', 'sort'],
  ['sort[0]=title&sort[1]=section..name', 'sort'],
  ['sort=valueOf', 'sort'],
  [`sort=${'title,'.repeat(300)}title`, 'sort'],
  ['filters[priority][$eq]=x', 'filters[priority]'],
  ['filters[priority]=x', 'filters[priority]'],
  ['filters[priority][$not][$eq]=null', 'filters[priority]'],
  ['filters[priority][$in][0]=1&filters[priority][$in][1]=two', 'filters[priority]'],
  ['filters[priority][$gt]=99999999999999', 'filters[priority]'],
  ['filters[priority][$eq]=', 'filters[priority]'],
  ['filters[$or][0][priority][$lt]=1e999', 'priority'],
  ['filters[id][$eq]=one', 'filters[id]'],
  ['filters[section][id][$eq]=one', 'filters[section][id]'],
  ['filters[section][position][$eq]=first', 'position'],
  ['filters[createdAt][$gt]=yesterday', 'filters[createdAt]'],
  ['filters[publishedAt][$lt]=2026-02-30', 'filters[publishedAt]'],
  ['filters[filedAt][$between][0]=2026-01-01&filters[filedAt][$between][1]=later', 'filters[filedAt]'],
  ['filters[updatedAt]=2026-13-01T00:00:00Z', 'filters[updatedAt]'],
  ['filters[datelineDate][$eq]=1 March', 'filters[datelineDate]'],
  ['filters[constructor][$eq]=x', 'constructor'],
  ['filters[__proto__][polluted]=x', '__proto__'],
  ['filters[title][toString]=x', 'toString'],
  ['populate[constructor]=*', 'constructor'],
  ['populate=constructor', 'populate'],
  ['populate[section][fields][constructor]=name', 'constructor'],
  ['_q=a&_q=b', '_q'],
  ['_q[a]=b', '_q'],
  ['_q[]=b', '_q'],
  [repeated(300, (n) => `filters[$or][${n}][title]=a`), ''],
  [repeated(17, (n) => `filters[$or][${n}][section][name][$eq]=a`), 'filters'],
  [`filters${'[$not]'.repeat(15)}[title]=a`, 'filters'],
  [`filters[title][$eq]=${'x'.repeat(9_000)}`, 'query'],
  [`populate${'[section][populate]'.repeat(9)}=*`, 'populate'],
  [repeated(300, (n) => `fields[${n}]=title`), 'fields'],
  ['pagination[page][a][b]=1', 'pagination'],
];

/** What frontends ask, and editors of bookmarks write by hand. */
const TAKEN = [
  'fields=title,slug&sort=title',
  'fields[0]=title&fields[1]=slug&sort[0]=title:asc&sort[1]=section.name:desc',
  'fields=*&populate=*',
  'sort=filedAt:DESC,title',
  'sort[title]=asc',
  'populate[section][fields][0]=name&populate[topics]=true',
  'populate=section,byline.author',
  'populate[0]=byline&populate[1]=image',
  'filters[priority][$eq]=3',
  'filters[priority][$in][0]=1&filters[priority][$in][1]=2',
  'filters[priority][$null]=true',
  'filters[filedAt][$gte]=2026-01-01T00:00:00.000Z',
  'filters[filedAt][$gte]=2026-01-01T00:00:00%2B02:00',
  'filters[filedAt][$gte]=2026-01-01',
  'filters[createdAt][$gt]=1767225600000',
  'filters[datelineDate][$eq]=2026-03-01',
  'filters[section][slug][$eq]=world',
  'filters[$or][0][title][$contains]=a&filters[$or][1][section][site][name][$eq]=b',
  `filters[documentId][$in]=${repeated(60, (n) => `filters[documentId][$in][${n}]=k2abk2abk2abk2abk2abk2ab`)}`,
  '_q=ferry&pagination[page]=1&pagination[pageSize]=5&locale=en',
  'filters[title][$eq]=constructor',
  'filters[$not][title][$eq]=a',
  'filters[title][$not][$eq]=a',
  'filters[title][$not]=a',
  'sort=byline.name,section.parent.name:asc',
  'sort[section][name]=asc',
  'filters[$not][section][name][$eq]=a',
  'filters[section]=1',
  'filters[section][id][$in][0]=1',
  'filters[section][$or][0][name][$eq]=a',
  'filters[documentId][$not][$eq]=a',
  'filters[section][documentId]=k2abk2abk2abk2abk2abk2ab',
  'filters[title][$notIn][0]=a&filters[title][$notIn][1]=b',
  'filters[section][$or][0][name]=a&filters[section][$or][1][slug]=a',
  'filters[title][]=a&filters[title][]=b',
  'filters[filedAt][$between][0]=2026-01-01&filters[filedAt][$between][1]=2026-02-01',
  'populate[topics][filters][name][$startsWith]=a&populate[section][populate][site]=true',
  repeated(9, (n) => `filters[$or][${n}][${['title', 'summary', 'body'][n % 3]}][$containsi]=q${n}`),
  'filters[topics][slug][$in]=a&filters[byline][author][name]=b&sort=section.name',
  'sort=topics.name,title&filters[topics][slug]=a',
  'populate[topics][sort]=name:desc&populate[section][populate][topics][sort][0]=name',
  'populate[topics][sort][name]=asc',
  'populate=localizations.section,section.parent.parent.site',
];

/** Other spellings of an address that Strapi's routers take. */
const SPELLINGS = [
  'API/articles?filters[priority]=x',
  'api/Articles?filters[priority]=x',
  'api/articles/?filters[priority]=x',
  'API/ARTICLES?populate=localizations.localizations',
  `API/articles?sort=topics.name&${repeated(3, (n) => `filters[$and][${n}][topics][name][$ne]=a`)}`,
];

/** Of listings that plugins have. */
const OF_PLUGINS = [
  'upload/files?filters[]=1',
  'upload/files?filters[id]=x',
  'users?filters[id]=x',
  'users?filters[]=x',
  'users?filters[role][$not][$eq]=1',
  'users?sort=username.x',
  'users?filters[username][0][id]=1',
  'upload/files?sort=name.x',
  'upload/files?filters[name][0][id]=1',
  'sections?sort=site.name.x',
  'sites?filters[$not][0][urlPattern]=1',
  'datelines?filters[names][documentId]=x',
];

/** Bodies of a story, as they are sent. */
const BODIES: [name: string, body: string][] = [
  ['eight thousand levels', `{"data":{"title":"a","body":${nested(8_000)}}}`],
  ['lists in lists', `{"data":{"title":"a","body":${lists(8_000)}}}`],
  ['a hundred levels of a relation', `{"data":{"section":${nested(100)}}}`],
  ['a constructor', '{"data":{"title":"a","constructor":{"name":"x"}}}'],
  ['a __proto__', '{"data":{"title":"a","__proto__":{"polluted":true}}}'],
  ['a __proto__ deeper down', '{"data":{"title":"a","byline":[{"__proto__":{"polluted":true}}]}}'],
  ['a constructor beside the data', '{"data":{"title":"a"},"constructor":{}}'],
  ['a toString', '{"data":{"title":"a","toString":"b"}}'],
];

const OPERATORS = [
  ...['', '$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$contains', '$notContains'],
  ...['$containsi', '$notContainsi', '$null', '$notNull', '$between', '$startsWith', '$startsWithi', '$endsWith'],
  ...['$endsWithi', '$not', '$and', '$or', '$jsonSupersetOf', '$elemMatch', '$none'],
];
/** How a value is given to an operator: one, or two of a list. */
const FORMS = [
  (key: string) => `${key}=x`,
  (key: string) => `${key}[0]=1&${key}[1]=x`,
  (key: string) => `${key}=2026-01-01`,
];

/** GraphQL that the schema lets through. */
const UNFIT_GRAPHQL: [query: string, named: string][] = [
  ['articles(pagination: { limit: 1 }) { topics(sort: ["site.name"]) { name } }', 'sort'],
  ['articles(pagination: { limit: 1 }) { byline(sort: "author.name") { name } }', 'sort'],
  ['articles_connection { nodes { topics(sort: "name.x") { name } } }', 'sort'],
  ['articles(filters: { title: { between: ["a"] } }) { title }', 'between'],
  ['articles(filters: { not: { title: { between: ["a", "b", "c"] } } }) { title }', 'between'],
  ['articles(filters: { title: { and: ["a"] } }) { title }', 'and'],
  ['articles(filters: { section: { name: { or: ["a", "b"] } } }) { title }', 'or'],
  ['articles { topics(filters: { name: { or: ["a"] } }) { name } }', 'or'],
  ['articles(sort: "..") { title }', 'sort'],
  ['articles(sort: ["title", "section..name"]) { title }', 'sort'],
  [`sections(sort: "${'parent.'.repeat(40)}name") { name }`, 'sort'],
  [`articles(filters: { and: [${'{ topics: { name: { ne: "a" } } } '.repeat(4)}] }) { title }`, 'lists'],
  [`articles(filters: { or: [${'{ body: { containsi: "q" } } '.repeat(21)}] }) { title }`, 'costs'],
  [
    `articles_connection(filters: { and: [${'{ topics: { name: { ne: "a" } } } '.repeat(4)}] }) { pageInfo { total } }`,
    'lists',
  ],
];
/** GraphQL that the database may not take. */
const ODD_GRAPHQL = [
  '{ articles(sort: "title.asc") { title } }',
  '{ articles(sort: ["id.id.id", "documentId.x:desc"]) { title } }',
  '{ sections(sort: "site.name.x") { name } }',
  '{ articles(filters: { body: { contains: "a" } }) { title } }',
  '{ articles(filters: { priority: { contains: 1 } }) { title } }',
  '{ articles(filters: { title: { eq: "a\\u0000" } }) { title } }',
  '{ article(documentId: "\\u0000") { title } }',
  '{ uploadFiles(filters: { formats: { eq: "x" } }) { name } }',
  'mutation { updateUploadFile(id: "99999999999", info: {}) { name } }',
];

describe.each(clients)('queries and bodies of somebody who looks for a way in, on %s', (client) => {
  let app: Running;
  let api: Client;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    await foundNewsroom(contentApi(api), 'hostile');
  });
  afterAll(() => app?.stop());

  test.each(REFUSED)('?%s is refused, and the parameter named', async (query, named) => {
    const answer = await api.get(`/api/articles?${query}`);
    expect([answer.status, answer.body?.error?.message], answer.text).toEqual([400, expect.stringContaining(named)]);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  test('lists of the admin are no freer, and its own are answered', async () => {
    const admin = await createAdmin(app);
    const list = '/content-manager/collection-types/api::article.article?locale=en';
    for (const query of [
      Array(8)
        .fill('topics.localizations.name')
        .map((order, n) => `sort[${n}]=${order}`)
        .join('&'),
      repeated(5, (n) => `filters[$and][${n}][topics][name][$ne]=a`),
      `sort=${'parent.'.repeat(40)}name`,
      'filters[priority]=x',
    ]) {
      const answer = await admin.get(`${list}&${query}`);
      expect([answer.status, answer.body?.error?.name], answer.text).toEqual([400, 'ValidationError']);
    }
    for (const query of [
      'page=1&pageSize=10&sort=title:ASC',
      '_q=a&filters[$and][0][title][$contains]=a',
      'sort=section.name:ASC',
    ]) {
      const answer = await admin.get(`${list}&${query}`);
      expect(answer.status, `${query} ${answer.text}`).toBe(200);
    }
  });

  test.each(OF_PLUGINS)('%s is refused', async (path) => {
    const answer = await api.get(`/api/${path}`);
    expect([answer.status, answer.body?.error?.name], answer.text).toEqual([400, 'ValidationError']);
  });

  test.each(TAKEN)('?%s is answered', async (query) => {
    const answer = await api.get(`/api/articles?${query}`);
    expect(answer.status, answer.text).toBe(200);
  });

  test.each(SPELLINGS)('/%s is refused all the same', async (path) => {
    const answer = await api.get(`/${path}`);
    expect([answer.status, answer.body?.error?.name], answer.text).toEqual([400, 'ValidationError']);
  });

  test('a list of the admin is found by any spelling', async () => {
    const admin = await createAdmin(app);
    const lists = repeated(4, (n) => `filters[$and][${n}][topics][name][$ne]=a`);
    for (const uid of ['api::article.article', 'api%3A%3Aarticle.article', 'api::article%2earticle']) {
      const answer = await admin.get(`/content-manager/collection-types/${uid}?locale=en&${lists}`);
      expect([answer.status, answer.body?.error?.message], answer.text).toEqual([
        400,
        expect.stringContaining('lists'),
      ]);
    }
  });

  test.each(['__proto__', 'constructor', 'toString', 'valueOf'])(
    'a query that is %s alone writes on no object',
    async (name) => {
      const before = [
        Reflect.ownKeys(Object.prototype),
        Reflect.ownKeys(Object),
        Reflect.ownKeys(Object.prototype.toString),
      ];
      for (const path of ['upload/files', 'users', 'articles', 'story-blocks/rails', 'story-slugs/resolve']) {
        const answer = await api.get(`/api/${path}?${name}`);
        expect(answer.status, `${path} ${answer.text}`).toBe(400);
      }
      const after = [
        Reflect.ownKeys(Object.prototype),
        Reflect.ownKeys(Object),
        Reflect.ownKeys(Object.prototype.toString),
      ];
      expect(after).toEqual(before);
    }
  );

  test('lists without an end have a thousand entries at most', async () => {
    for (const query of ['', '?limit=5', '?limit=-1', '?limit=99999', '?page=1&pageSize=10', '?pageSize=99999']) {
      const answer = await api.get(`/api/upload/files${query}`);
      expect(answer.status, `${query} ${answer.text}`).toBe(200);
    }
  });

  test('variables and their defaults are measured where they are used, and once', async () => {
    const topics = '{ topics: { name: { ne: "a" } } }';
    const byDefault = `query ($f: ArticleFiltersInput = { and: [${`${topics} `.repeat(6)}] }) { articles(filters: $f) { title } }`;
    const between = 'query ($b: [String] = ["a"]) { articles(filters: { title: { between: $b } }) { title } }';
    const named = `query ($data: ArticleFiltersInput = { or: [${'{ title: { eq: "a" } } '.repeat(1_200)}] }) { articles(filters: $data) { title } }`;
    for (const query of [byDefault, between, named]) {
      const answer = await api.graphql(query);
      expect(answer.status, answer.text.slice(0, 300)).toBe(400);
    }
    const many = Array.from({ length: 1_500 }, (_, n) => `a${n}: __typename @include(if: $f)`).join(' ');
    const f = { or: Array.from({ length: 60_000 }, () => ({ a: 1 })) };
    const from = Date.now();
    expect((await api.graphql(`query ($f: Boolean!) { ${many} }`, { f })).status).toBe(400);
    expect(Date.now() - from).toBeLessThan(20_000);
    const query = 'query ($f: ArticleFiltersInput) { articles(filters: $f) { title } }';
    const levels = 20_000;
    const deep = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"f":${'{"not":'.repeat(levels)}1${'}'.repeat(levels)}}}`,
    });
    expect(deep.status, (await deep.text()).slice(0, 300)).toBe(400);
  });

  test('private texts are not searched', async () => {
    const types = Object.values(app.strapi.contentTypes) as unknown as {
      uid: string;
      attributes: Record<string, { type: string; private?: boolean; searchable?: boolean }>;
    }[];
    const searched = types
      .filter(({ uid }) => uid.startsWith('api::'))
      .flatMap(({ uid, attributes }) =>
        Object.entries(attributes)
          // The language is i18n's own.
          .filter(
            ([name, { type, private: isPrivate, searchable }]) =>
              isPrivate && type !== 'relation' && name !== 'locale' && searchable !== false
          )
          .map(([name]) => `${uid}.${name}`)
      );
    expect(searched).toEqual([]);
    const data = { name: 'Searched', email: 'unlisted@searched.example' };
    expect((await api.send('POST', '/api/authors', { data })).status).toBe(201);
    expect((await api.get('/api/authors?_q=Searched')).body.data).toHaveLength(1);
    expect((await api.get('/api/authors?_q=unlisted@')).body.data).toEqual([]);
  });

  test('no operator on a field of any type is a fault of the server', async () => {
    const types = { ...app.strapi.contentTypes } as unknown as Record<
      string,
      { uid: string; info: { pluralName: string }; attributes: Record<string, { type: string; relation?: string }> }
    >;
    const tried = new Set<string>();
    const faults: string[] = [];
    let requests = 0;
    for (const { uid, info, attributes } of Object.values(types)) {
      const route =
        uid === 'plugin::upload.file' ? 'upload/files' : uid === 'plugin::users-permissions.user' ? 'users' : null;
      if (!route && !uid.startsWith('api::')) continue;
      for (const [field, { type, relation = '' }] of Object.entries({
        ...attributes,
        id: { type: 'id', relation: '' },
      })) {
        const kind = `${route ?? 'api'} ${type} ${relation}`;
        if (tried.has(kind)) continue;
        tried.add(kind);
        for (const operator of OPERATORS) {
          for (const form of FORMS) {
            const query = form(`filters[${field}]${operator && `[${operator}]`}`);
            const { status } = await api.get(`/api/${route ?? info.pluralName}?${query}`);
            requests += 1;
            if (status >= 500) faults.push(`${route ?? info.pluralName}?${query}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect([tried.size > 30, requests > 2_500]).toEqual([true, true]);
  });

  test.each(UNFIT_GRAPHQL)('{ %s } is refused, and what is wrong named', async (query, named) => {
    const answer = await api.graphql(`{ ${query} }`);
    expect([answer.status, answer.body.errors?.[0].message], answer.text).toEqual([
      400,
      expect.stringContaining(named),
    ]);
  });

  test.each(ODD_GRAPHQL)('%s is no fault of the server', async (query) => {
    const answer = await api.graphql(query);
    const codes = (answer.body.errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code);
    expect(
      codes.filter((code: string) => code === 'INTERNAL_SERVER_ERROR'),
      answer.text
    ).toEqual([]);
  });

  test.each<[string, string, Record<string, string>, BodyInit]>([
    ['/api/auth/local', 'no form', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['/api/upload', 'a form without a boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['/api/upload', 'half a form', { 'Content-Type': 'multipart/form-data; boundary=x' }, '--x\r\n'],
    ['/api/auth/local', 'what is not gzip', { 'Content-Encoding': 'gzip' }, '{"identifier":"x"}'],
    ['/admin/login', 'what is not brotli', { 'Content-Encoding': 'br' }, '{"email":"x"}'],
    ['/graphql', 'what is not deflated', { 'Content-Encoding': 'deflate' }, '{"query":"{a}"}'],
    ...BROKEN_BROTLI.map((body): [string, string, Record<string, string>, BodyInit] => [
      '/graphql',
      `what is not brotli (${body.subarray(0, 4)})`,
      { 'Content-Encoding': 'br' },
      body,
    ]),
    ['/api/auth/local', 'a null character', {}, '{"identifier":"\\u0000","password":"x"}'],
    [
      '/api/auth/reset-password',
      'a null character',
      {},
      '{"code":"\\u0000","password":"x","passwordConfirmation":"x"}',
    ],
    ['/admin/login', 'a null character', {}, '{"email":"\\u0000","password":"x"}'],
    ['/admin/reset-password', 'a null character', {}, '{"resetPasswordToken":"\\u0000","password":"Abcdef1x"}'],
    ['/admin/register', 'a null character', {}, '{"registrationToken":"\\u0000","userInfo":{}}'],
  ])('%s takes no body with %s', async (path, _what, headers, body) => {
    const token = await createToken(app.strapi, 'full-access');
    const authorization: Record<string, string> = path === '/api/upload' ? { Authorization: `Bearer ${token}` } : {};
    const answer = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...authorization, ...headers },
      body,
    });
    expect(answer.status, await answer.text()).toBe(400);
  });

  const LONG_ADDRESS = `"${'\\\\a'.repeat(20_000)}`;
  test.each<[string, Record<string, unknown>]>([
    ['/api/auth/forgot-password', { email: LONG_ADDRESS }],
    ['/api/auth/send-email-confirmation', { email: LONG_ADDRESS }],
    ['/api/auth/forgot-password', { email: `"${'a'.repeat(60)}` }],
    ['/api/auth/forgot-password', { email: `a@${'a.'.repeat(60)}` }],
    ['/admin/forgot-password', { email: `"${'a'.repeat(60)}` }],
    ['/admin/register-admin', { email: `"${'a'.repeat(60)}`, firstname: 'x', password: 'Abcdef1x' }],
    ['/api/authors', { data: { name: 'x', email: `"${'a'.repeat(60)}` } }],
    ['/graphql', { query: `mutation { forgotPassword(email: "\\"${'a'.repeat(60)}") { ok } }` }],
    ['/api/auth/local/register', { email: LONG_ADDRESS, username: 'x', password: 'Abcdef1x' }],
    ['/api/auth/local', { identifier: LONG_ADDRESS, password: 'x' }],
    ['/admin/login', { email: LONG_ADDRESS, password: 'x' }],
    ['/admin/forgot-password', { email: LONG_ADDRESS }],
    ['/api/authors', { data: { name: 'x', email: LONG_ADDRESS } }],
    ['/graphql', { query: `mutation { forgotPassword(email: ${JSON.stringify(LONG_ADDRESS)}) { ok } }` }],
    [
      '/graphql',
      {
        query: 'mutation ($d: AuthorInput!) { createAuthor(data: $d) { name } }',
        variables: { d: { name: 'x', email: LONG_ADDRESS } },
      },
    ],
  ])('%s is not held up by an endless address of mail', async (path, body) => {
    const token = await createToken(app.strapi, 'full-access');
    const answer = await fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(path.startsWith('/api/authors') || path === '/graphql' ? { Authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    expect(answer.status, (await answer.text()).slice(0, 300)).toBe(400);
  });

  test.each([
    'articles/%00',
    'sections/a%00',
    'upload/files/x',
    'upload/files/null',
    'upload/files/2147483648',
    'upload/files/%22',
    'users/x',
    'users/99999999999',
    'users-permissions/roles/x',
    'story-blocks/pages/%00',
    'story-blocks/fronts/sections/%00',
  ])('GET /api/%s finds nothing', async (path) => {
    const answer = await api.get(`/api/${path}`);
    expect([204, 400, 404], answer.text).toContain(answer.status);
  });

  test('variables that are refused fifty times are not repeated fifty times', async () => {
    const input = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`bad${n}`, 1]));
    const query = 'mutation ($d: UsersPermissionsLoginInput!) { login(input: $d) { jwt } }';
    const answer = await api.graphql(query, { d: { ...input, identifier: 'x', password: 'x'.repeat(100_000) } });
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(200_000);
  });

  test.each(BODIES)('a body with %s is refused', async (_name, body) => {
    const token = await createToken(app.strapi, 'full-access');
    const answer = await fetch(`${app.url}/api/articles`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body,
    });
    expect(answer.status, await answer.text()).toBe(400);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
