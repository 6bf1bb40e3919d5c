import fs from 'node:fs';
import path from 'node:path';
import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { graphqlDocument } from './graphql';

test('the GraphQL types are those in docs: after a change, npm run openapi writes them', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/schema.graphql');
  const plain = (text: string) => print(parse(text));
  expect(plain(fs.readFileSync(file, 'utf8'))).toBe(plain(graphqlDocument()));
});
