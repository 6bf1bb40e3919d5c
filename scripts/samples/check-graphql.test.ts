import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { findSignatureFault } from './check-graphql.mjs';

const schema = buildSchema(`
  type Query { front(section: String, page: Int): Front  rails(ids: [ID!]!): [Front!]! }
  type Front { title: String! }
`);

test.each([
  ['front(section: String, page: Int): Front', null],
  ['rails(ids: [ID!]!): [Front!]!', null],
  ['Front.title: String!', null],
  ['front(section: String, page: Int): Front\nFront.title: String!', null],
  ['front(section: String): Front', 'Query.front takes (section: String, page: Int)'],
  ['Front.title: String', 'Front.title gives String!'],
  ['Front.name: String', 'the schema has no Front.name'],
  ['Page.name: String', 'the schema has no Page.name'],
  ['pages', 'is no signature'],
])('%j: %j', (text, fault) => {
  const found = findSignatureFault(text, schema);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toContain(fault);
});
