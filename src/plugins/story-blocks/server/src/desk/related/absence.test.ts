import { describe, expect, test } from 'vitest';
import { absenceOf } from './absence';

describe('why a pinned story is not shown', () => {
  const written = { isHeld: false, isWritten: true };
  test.each([
    ['live', written, null],
    ['dead', { isHeld: false, isWritten: false }, 'deleted'],
    ['expired', { isHeld: true, isWritten: true }, 'expired'],
    ['waiting', written, 'unpublished'],
    ['waiting', { isHeld: true, isWritten: true }, 'held'],
    // Lifting the hold would not help.
    ['waiting', { isHeld: true, isWritten: false }, 'language'],
  ] as const)('%s, %o: %s', (state, known, absence) => {
    expect(absenceOf(state, known)).toBe(absence);
  });
});
