import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { argumentFault } from './argument-fault';
import { expandedSize } from './expanded-size';
import { overlaps } from './overlaps';
import { queryCost, WEIGHTS } from './query-cost';

const schema = buildSchema(`
  input Paging { limit: Int pageSize: Int page: Int }
  type Reason { label: String }
  type Link { title: String reasons: [Reason!]! }
  type Article { title: String section: Section topics: [Section!]! relatedLinks(limit: Int): [Link!]! }
  type Section { name: String articles(pagination: Paging): [Article!]! }
  type Rail { label: String headlines: [Link!]! }
  type Front { teasers: [Link!]! }
  union Block = Rail | Front
  type Pagination { total: Int }
  type Articles { nodes: [Article!]! pageInfo: Pagination! }
  input Filter { and: [Filter] or: [Filter] not: Filter title: Text section: Filter topics: Filter name: Text }
  input Text { eq: String in: [String] containsi: String startsWith: String }
  type Page { blocks: [Block!]! }
  type Query {
    articles(pagination: Paging, filters: Filter, sort: [String]): [Article!]!
    articles_connection(pagination: Paging): Articles
    headlineRails(sections: [String!]!, limit: Int): [Rail!]!
    front(pageSize: Int): Front
    page(id: ID): Page
  }
`);
const costOf = (query: string, variables?: Record<string, unknown>) => queryCost(schema, parse(query), variables);

const alias = (count: number, field: string) => Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(' ');

describe('the cost of a query', () => {
  test('is a look-up and its fields as often as the list has items', () => {
    expect(costOf('{ articles(pagination: { limit: 2 }) { title } }')).toBe(12);
    expect(costOf('{ articles(pagination: { pageSize: 2 }) { title section { name } } }')).toBe(16);
  });

  test('of a list whose length is not named is that of the default length', () => {
    expect(costOf('{ articles { title } }')).toBe(35);
    expect(costOf('{ articles(pagination: { limit: 1 }) { relatedLinks(limit: 2) { reasons { label } } } }')).toBe(
      10 + 10 + 2 * (1 + 3)
    );
  });

  test('takes lengths from variables and their defaults', () => {
    const query = 'query ($n: Int = 4) { articles(pagination: { limit: $n }) { title } }';
    expect(costOf(query)).toBe(14);
    expect(costOf(query, { n: 7 })).toBe(17);
    expect(costOf('query ($p: Paging) { articles(pagination: $p) { title } }', { p: { limit: 9 } })).toBe(19);
  });

  test('takes a length out of bounds for the most that there can be', () => {
    for (const limit of [-1, 5_000])
      expect(costOf(`{ articles(pagination: { limit: ${limit} }) { title } }`)).toBe(110);
  });

  test('hands a length down to the list that it is meant for', () => {
    expect(costOf('{ front(pageSize: 50) { teasers { title } } }')).toBe(10 + 1 + 50);
    expect(costOf('{ headlineRails(sections: ["a", "b"], limit: 5) { headlines { title } } }')).toBe(10 + 2 * (1 + 5));
  });

  test('of what is filled whole is what filling takes, whatever is selected of it', () => {
    const pages = new Set(['Front', 'Page']);
    const filled = (query: string) => queryCost(schema, parse(query), {}, { pages });
    const sections = (count: number) => JSON.stringify(Array.from({ length: count }, (_, n) => `s${n}`));
    expect(filled('{ page { blocks { __typename } } }')).toBe(10 + 50);
    expect(filled('{ front { teasers { __typename } } }')).toBe(10 + 50 + 25);
    expect(filled('{ front(pageSize: 5) { teasers { title } } }')).toBe(10 + 50 + 5);
    expect(filled('{ front(pageSize: 50) { teasers { title reasons { label } } } }')).toBe(10 + 1 + 50 * (1 + 1 + 3));
    expect(filled(`{ ${alias(200, 'front(pageSize: 1) { __typename }')} }`)).toBeGreaterThan(10_000);
    expect(filled(`{ ${alias(200, 'page { __typename }')} }`)).toBeGreaterThan(10_000);
    expect(filled(`{ headlineRails(sections: ${sections(50)}, limit: 50) { label } }`)).toBeGreaterThan(2_500);
    expect(filled('{ headlineRails(sections: ["a", "b"]) { label } }')).toBe(10 + 10);
    expect(filled('{ headlineRails(sections: ["a", "b"], limit: 5) { headlines { title } } }')).toBe(10 + 2 * (1 + 5));
  });

  test('counts every alias, every fragment as often as it is spread, and each type of a union', () => {
    expect(costOf('{ a: front { teasers { title } } b: front { teasers { title } } }')).toBe(2 * (10 + 1 + 3));
    expect(
      costOf('{ articles(pagination: { limit: 1 }) { ...t ...t } } fragment t on Article { title section { name } }')
    ).toBe(10 + 2 * 3);
    expect(costOf('{ page { blocks { ... on Rail { label } ... on Front { teasers { title } } } } }')).toBe(
      10 + 1 + 3 * (1 + 1 + 3)
    );
  });

  test('grows with lists in lists', () => {
    const nested = (depth: number): string => (depth === 0 ? 'title' : `section { articles { ${nested(depth - 1)} } }`);
    expect(costOf(`{ articles { ${nested(3)} } }`)).toBeGreaterThan(25 * 5 ** 3);
  });

  test.each([
    ['as it is', getIntrospectionQuery()],
    ['without descriptions', getIntrospectionQuery({ descriptions: false })],
    [
      'with all that can be asked for',
      getIntrospectionQuery({
        descriptions: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        schemaDescription: true,
        inputValueDeprecation: true,
        oneOf: true,
      }),
    ],
  ])('of a client’s introspection, %s, is no more than the whole schema', (_name, query) => {
    expect(costOf(query)).toBeGreaterThan(2_000);
    expect(costOf(query)).toBeLessThanOrEqual(WEIGHTS.wholeSchema + 1);
  });

  const types = '__schema { types { fields { type { fields { name } } } } }';
  test.each([
    ['by aliases', `{ ${alias(100, types)} }`],
    ['by aliases within', `{ __schema { ${alias(100, 'types { fields { name } }')} } }`],
    ['in a fragment', `{ ${alias(100, '__schema { ...t }')} } fragment t on __Schema { types { fields { name } } }`],
    ['in inline fragments', `{ ${alias(60, '__schema { ... on __Schema { ... { types { fields { name } } } } }')} }`],
    [
      'by depth',
      `{ __schema { types { ${'fields { type { ofType { ofType { '.repeat(9)} fields { name } ${'} } } }'.repeat(9)} } } }`,
    ],
    ['from a type', `{ ${alias(400, '__type(name: "Query") { fields { args { name type { name } } } }')} }`],
    ['by long aliases', `{ __schema { types { fields { ${'x'.repeat(60_000)}: name } } } }`],
  ])('of introspection grows %s', (_name, query) => {
    expect(costOf(query)).toBeGreaterThan(10_000);
  });

  test.each([
    ['a type', '{ __type(name: "Article") { name fields { name type { name } } } }'],
    ['no type', '{ __type(name: "Nobody") { name } }'],
    ['a constructor', '{ __type(name: "constructor") { name fields { name } } }'],
    ['names alone', '{ __schema { types { name } queryType { name } } }'],
    ['the root’s own fields', '{ __schema { queryType { fields { name description } } } }'],
  ])('of introspection of %s is small', (_name, query) => {
    expect(costOf(query)).toBeLessThan(1_000);
    expect(costOf(query)).toBeGreaterThan(0);
  });

  test('of __typename is nothing, and under other names that of a field', () => {
    expect(costOf('{ __typename front { __typename } }')).toBe(10);
    expect(costOf(`{ ${alias(7, '__typename')} }`)).toBe(7);
  });

  test('comes to an end where fragments spread each other or double at each step', () => {
    const doubling = Array.from({ length: 60 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const bomb = `{ ...f0 } ${doubling.join(' ')} fragment f60 on Query { front { teasers { title } } }`;
    expect(costOf(bomb)).toBeGreaterThan(2 ** 60);
    expect(costOf('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }')).toBe(0);
  });
});

describe('how far a document expands', () => {
  test('is its selections where it has no fragments', () => {
    expect(expandedSize(parse('{ front { teasers { title } } }'))).toBe(3);
  });

  test('counts what a fragment holds at each place', () => {
    expect(expandedSize(parse('{ ...a ...a } fragment a on Query { front { teasers { title } } }'))).toBe(8);
  });

  test('has no end where a fragment spreads itself', () => {
    const size = expandedSize(parse('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'));
    expect(size).toBe(Number.POSITIVE_INFINITY);
  });
});

const filter = (count: number) => Array.from({ length: count }, (_, n) => `{ title: { eq: "${n}" } }`).join(' ');
const listed = (of: string) => `{ articles(pagination: { limit: 1 }, ${of}) { title } }`;

describe('what arguments hold', () => {
  test('costs beyond the usual, as often as it is asked for', () => {
    expect(costOf(listed('filters: { title: { eq: "a" } }'))).toBe(11 + 50);
    expect(costOf(listed('sort: "title:asc"'))).toBe(11 + 50);
    expect(costOf(listed('sort: ["title:asc", "section.name"]'))).toBe(11 + 2 * 50);
    const through = (filters: number) => costOf(listed(`sort: "topics.name", filters: { and: [${topics(filters)}] }`));
    expect(costOf(listed('sort: "topics.name"'))).toBe(11 + 50 + 500);
    expect([through(1), through(2)].map((cost) => Math.floor(cost / 500))).toEqual([3, 12]);
    const search = '{ or: [{ title: { containsi: "a" } }, { title: { startsWith: "b" } }] }';
    expect(costOf(listed(`filters: ${search}`))).toBe(11 + 50 + 2 * 500);
    expect(costOf(`query ($s: [String] = ["topics.name"]) ${listed('sort: $s')}`)).toBe(11 + 50 + 500);
    expect(costOf(listed(`filters: { or: [${filter(100)}] }`))).toBeGreaterThan(250);
    const titles = (n: number) =>
      `a${n}: articles(pagination: { limit: 1 }, filters: { or: [${filter(50)}] }) { title }`;
    expect(costOf(`{ ${Array.from({ length: 100 }, (_, n) => titles(n)).join(' ')} }`)).toBeGreaterThan(10_000);
    const many = 'query ($f: Filter) { articles(pagination: { limit: 1 }, filters: $f) { title } }';
    expect(costOf(many, { f: { or: Array.from({ length: 100 }, () => ({ title: { eq: 'a' } })) } })).toBeGreaterThan(
      250
    );
  });

  test('and counts cost more than a page', () => {
    expect(costOf('{ articles_connection { pageInfo { total } } }')).toBe(10 + 100 + 1);
  });

  const nested = (depth: number): string =>
    depth === 0 ? '{ title: { eq: "a" } }' : `{ and: [${nested(depth - 1)}] }`;
  const deep = (depth: number): unknown => (depth === 0 ? 'x' : { not: deep(depth - 1) });
  const variable = 'query ($f: Filter) { articles(filters: $f) { title } }';
  const topics = (count: number) => '{ topics: { name: { eq: "a" } } } '.repeat(count);
  const sections = Array.from({ length: 17 }, () => '{ section: { name: { eq: "a" } } }').join(' ');
  test.each([
    ['fifteen thousand alternatives', listed(`filters: { or: [${filter(15_000)}] }`), {}, 'filters'],
    ['the same in a variable', variable, { f: { or: Array(15_000).fill({ title: { eq: 'a' } }) } }, 'filters'],
    [
      'the same in a default',
      `query ($f: Filter = { or: [${filter(400)}] }) { articles(filters: $f) { title } }`,
      {},
      'filters',
    ],
    ['a deep filter', listed(`filters: ${nested(20)}`), {}, 'filters'],
    ['a deep variable', variable, { f: deep(9_000) }, 'filters'],
    ['a long text', listed(`filters: { title: { eq: "${'x'.repeat(30_000)}" } }`), {}, 'filters'],
    ['a long text in a variable', variable, { f: { title: { eq: 'x'.repeat(30_000) } } }, 'filters'],
    ['long names in a variable', variable, { f: { ['x'.repeat(30_000)]: 1 } }, 'filters'],
    ['relations without end', listed(`filters: { or: [${sections}] }`), {}, 'filters'],
    ['lists in lists', listed(`filters: { and: [${topics(4)}] }`), {}, 'filters'],
    ['lists in a variable', variable, { f: { or: Array(4).fill({ topics: { name: { eq: 'a' } } }) } }, 'filters'],
    ['lists by their ids', listed(`filters: { or: [${'{ topics: { name: null } } '.repeat(4)}] }`), {}, 'filters'],
    ['lists in an order as well', listed(`sort: "topics.name", filters: { and: [${topics(3)}] }`), {}, 'filters'],
    ['lists in orders', listed(`sort: ["title", "topics.name,topics.name:desc, topics.topics.name"]`), {}, 'sort'],
    ['two lists in an order', listed(`sort: ["topics.name", "topics.slug:desc"]`), {}, 'sort'],
    ['an order through a list of a list', listed('sort: "topics.topics.name"'), {}, 'sort'],
    [
      'lists in a default',
      `query ($f: Filter = { and: [${topics(4)}] }) { articles(filters: $f) { title } }`,
      {},
      'filters',
    ],
    [
      'a default under a name of what is written',
      `query ($data: Filter = { or: [${filter(400)}] }) { articles(filters: $data) { title } }`,
      {},
      'filters',
    ],
    ['a far order', listed(`sort: "${'section.'.repeat(200)}name"`), {}, 'sort'],
    ['a long order', listed(`sort: [${'"title:asc" '.repeat(20)}]`), {}, 'sort'],
    ['a list of names', `{ headlineRails(sections: [${'"a" '.repeat(2_000)}]) { label } }`, {}, 'sections'],
    ['a directive', `{ front @include(if: [${'true '.repeat(2_000)}]) { __typename } }`, {}, 'if'],
    ['in a fragment', `{ ...a } fragment a on Query ${listed(`filters: { or: [${filter(500)}] }`)}`, {}, 'filters'],
    ['what is written', 'mutation ($d: JSON) { createArticle(data: $d) { title } }', { d: deep(100) }, 'data'],
  ])('is refused by name where it is too much: %s', (_name, query, variables, argument) => {
    expect(argumentFault(parse(query), variables, schema)?.argument).toBe(argument);
  });

  test.each([
    ['ids of a page', listed(`filters: { title: { in: [${'"k2abk2abk2abk2abk2abk2ab" '.repeat(100)}] } }`), {}],
    ['a few lists', listed(`sort: "section.name", filters: { and: [${topics(3)}] }`), {}],
    ['an order through a list', listed(`sort: ["topics.name", "title"], filters: { and: [${topics(2)}] }`), {}],
    ['a few relations', listed('filters: { section: { section: { name: { eq: "a" } } } }'), {}],
    ['a long story', 'mutation ($d: JSON) { createArticle(data: $d) { title } }', { d: { body: 'x'.repeat(500_000) } }],
    ['a body of blocks', 'mutation ($d: JSON) { c(data: $d) { title } }', { d: { body: Array(5_000).fill(deep(12)) } }],
  ])('is let through where it is not: %s', (_name, query, variables) => {
    expect(argumentFault(parse(query), variables, schema)).toBeNull();
  });
});

describe('fields of the same name', () => {
  test('are counted in pairs, through fragments and in what lies below', () => {
    expect(overlaps(parse('{ a b c }'))).toBe(0);
    expect(overlaps(parse('{ a a a }'))).toBe(3);
    expect(overlaps(parse('{ x: a x: b ... { x: c } }'))).toBe(3);
    expect(overlaps(parse('{ a { b b } a { b } }'))).toBe(1 + 3);
    expect(overlaps(parse('{ ...f a } fragment f on Query { a }'))).toBe(1);
  });

  test('have no end where fragments double', () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    expect(overlaps(parse(`{ a } ${doubling.join(' ')} fragment f40 on Query { a }`))).toBe(Number.POSITIVE_INFINITY);
  });
});
