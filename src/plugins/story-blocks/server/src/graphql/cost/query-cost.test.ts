import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { expandedSize } from './expanded-size';
import { queryCost } from './query-cost';

const schema = buildSchema(`
  input Pagination { limit: Int pageSize: Int page: Int }
  type Reason { label: String }
  type Link { title: String reasons: [Reason!]! }
  type Article { title: String section: Section relatedLinks(limit: Int): [Link!]! }
  type Section { name: String articles(pagination: Pagination): [Article!]! }
  type Rail { label: String headlines: [Link!]! }
  type Front { teasers: [Link!]! }
  union Block = Rail | Front
  type Page { blocks: [Block!]! }
  type Query {
    articles(pagination: Pagination): [Article!]!
    headlineRails(sections: [String!]!, limit: Int): [Rail!]!
    front(pageSize: Int): Front
    page(id: ID): Page
  }
`);
const costOf = (query: string, variables?: Record<string, unknown>) => queryCost(schema, parse(query), variables);

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
    expect(costOf('query ($p: Pagination) { articles(pagination: $p) { title } }', { p: { limit: 9 } })).toBe(19);
  });

  test('takes a length out of bounds for the most that there can be', () => {
    for (const limit of [-1, 5_000])
      expect(costOf(`{ articles(pagination: { limit: ${limit} }) { title } }`)).toBe(110);
  });

  test('hands a length down to the list that it is meant for', () => {
    expect(costOf('{ front(pageSize: 50) { teasers { title } } }')).toBe(10 + 1 + 50);
    expect(costOf('{ headlineRails(sections: ["a", "b"], limit: 5) { headlines { title } } }')).toBe(10 + 2 * (1 + 5));
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

  test('leaves introspection free', () => {
    expect(costOf(getIntrospectionQuery())).toBe(0);
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
