import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { graphqlDocument } from './graphql';

test('the GraphQL types are those in docs: after a change, npm run openapi writes them', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/schema.graphql');
  expect(fs.readFileSync(file, 'utf8')).toBe(graphqlDocument());
});
