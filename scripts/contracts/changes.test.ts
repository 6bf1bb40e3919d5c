import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { branchPoint, fileAt } from './base.mjs';
import { type Changes, graphqlChanges, openApiChanges } from './changes';

const docs = (name: string) => fs.readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8');

describe('what a document has gained and lost', () => {
  const site = (properties: object) => ({
    paths: { '/site': { get: { schema: { $ref: '#/components/schemas/Site' } } } },
    components: { schemas: { Site: { type: 'object', properties } } },
  });
  const name = { type: 'string' };

  test('is nothing where a shape is named otherwise, or its keys and parameters are in another order', () => {
    const inline = {
      paths: { '/site': { get: { schema: { properties: { name }, type: 'object' } } } },
      components: { schemas: site({ name }).components.schemas },
    };
    expect(openApiChanges(site({ name }), inline)).toEqual({ added: [], lost: [] });
    const parameters = [
      { in: 'query', name: 'page' },
      { in: 'query', name: 'limit' },
    ];
    expect(openApiChanges({ parameters }, { parameters: [...parameters].reverse() })).toEqual({ added: [], lost: [] });
  });

  test('is said where it stands', () => {
    const { added, lost } = openApiChanges(site({ name, url: name }), site({ name: { type: 'null' }, tagline: name }));
    const at = 'components > schemas > Site > properties >';
    expect(lost).toEqual(expect.arrayContaining([`${at} name > type`, `${at} url`]));
    expect(added).toContain(`${at} tagline`);
  });

  test('of a GraphQL schema: a field that is gone, and one that may be null now', () => {
    const changes = graphqlChanges(
      'type Query { a: Int! b: Int c: Int }',
      'type Query {\n  a: Int\n  c: Int\n  d: Int\n}'
    );
    expect(changes.lost).toEqual([expect.stringContaining('Query.b'), expect.stringContaining('Query.a')]);
    expect(changes.added).toContain('  d: Int');
  });
});

describe('the documents of the contracts', () => {
  const base = branchPoint();
  const lost = (file: string, changes: (before: string, after: string) => Changes): string[] => {
    let before: string;
    try {
      before = fileAt(base, `docs/${file}`);
    } catch {
      return []; // Without git, or before there was one, there is nothing to lose.
    }
    return changes(before, docs(file)).lost;
  };

  test('lose nothing that main has', () => {
    expect(lost('openapi.json', (before, after) => openApiChanges(JSON.parse(before), JSON.parse(after)))).toEqual([]);
    expect(lost('schema.graphql', graphqlChanges)).toEqual([]);
  });
});
