import { describe, expect, it } from 'vitest';
import { tagsSince } from './generation';

const row = (id: number, value: number, tags: string[] | null) => ({
  id,
  value,
  tags: tags && JSON.stringify(tags),
});

describe('what rows of the generation say that were not seen', () => {
  const seen = { value: 10, ids: new Set([1, 2]) };

  it('is their tags', () => {
    expect(tagsSince(seen, [row(1, 9, null), row(2, 1, ['a']), row(4, 1, ['b', 'c']), row(3, 1, ['d'])])).toEqual([
      'b',
      'c',
      'd',
    ]);
    expect(tagsSince(seen, [row(1, 9, null), row(2, 1, ['a'])])).toEqual([]);
  });

  it('is the same where seen ones were folded meanwhile', () => {
    expect(tagsSince(seen, [row(1, 10, null), row(3, 1, ['b'])])).toEqual(['b']);
  });

  it('is anything where some were folded before they were seen, or nothing was seen', () => {
    expect(tagsSince(seen, [row(1, 12, null), row(5, 1, ['b'])])).toBeNull();
    expect(tagsSince(seen, [row(1, 9, null), row(2, 1, ['a']), row(3, 4, null)])).toBeNull();
    expect(tagsSince(null, [row(1, 1, ['a'])])).toBeNull();
  });
});
