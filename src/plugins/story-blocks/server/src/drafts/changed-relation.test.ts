import { describe, expect, test } from 'vitest';
import { changedRelation } from './changed-relation';

describe('a relation of a form', () => {
  test('stays as it was saved where nothing changed', () => {
    expect(changedRelation(['a', 'b'], { connect: [], disconnect: [] })).toEqual(['a', 'b']);
  });

  test('takes what was linked to its place, and loses what was unlinked', () => {
    const change = { connect: [{ documentId: 'c', before: 'b' }, { documentId: 'd' }], disconnect: ['a'] };
    expect(changedRelation(['a', 'b'], change)).toEqual(['c', 'b', 'd']);
  });

  test('moves what was linked before, and knows nothing twice', () => {
    expect(changedRelation(['a', 'b'], { connect: [{ documentId: 'b', before: 'a' }], disconnect: [] })).toEqual([
      'b',
      'a',
    ]);
  });

  test('is all that a list names', () => {
    expect(changedRelation(['a'], ['b', 'c', 'b'])).toEqual(['b', 'c']);
  });
});
