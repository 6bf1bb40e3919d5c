import { describe, expect, it } from 'vitest';
import { applyChange } from './apply-change';

describe('applyChange', () => {
  it('puts what is new at the end, or before what it was put before', () => {
    expect(applyChange(['a'], { connect: [{ documentId: 'b' }], disconnect: [] })).toEqual(['a', 'b']);
    expect(applyChange(['a', 'b'], { connect: [{ documentId: 'c', before: 'b' }], disconnect: [] })).toEqual([
      'a',
      'c',
      'b',
    ]);
  });

  it('moves what is there already', () => {
    expect(applyChange(['a', 'b'], { connect: [{ documentId: 'a' }], disconnect: [] })).toEqual(['b', 'a']);
  });

  it('takes out what was unlinked, whether it is there or not', () => {
    expect(applyChange(['a', 'b'], { connect: [], disconnect: ['b', 'x'] })).toEqual(['a']);
  });

  it('takes an unknown neighbour for the end', () => {
    expect(applyChange(['a'], { connect: [{ documentId: 'b', before: 'x' }], disconnect: [] })).toEqual(['a', 'b']);
  });
});
