import { describe, expect, test } from 'vitest';
import { applyChange, type Change, inverseOf, NO_WISHES, type Wishes } from './will-changes';

const UNTIL = '2040-01-01T00:00:00.000Z';
const wishes: Wishes = {
  pins: [
    { documentId: 'a', until: null },
    { documentId: 'b', until: UNTIL },
    { documentId: 'c', until: null },
  ],
  hides: [
    { documentId: 'x', everywhere: true },
    { documentId: 'y', everywhere: false },
  ],
  hiddenEverywhere: false,
};
const pins = (of: Wishes) => of.pins.map(({ documentId }) => documentId).join(' ');
const hides = (of: Wishes) => of.hides.map(({ documentId }) => documentId).join(' ');

describe('a change', () => {
  test('pins last, or in a place, and takes the story from what is hidden', () => {
    const pinned = applyChange(wishes, { kind: 'pin', documentId: 'x' });
    expect([pins(pinned), hides(pinned)]).toEqual(['a b c x', 'y']);
    expect(pins(applyChange(wishes, { kind: 'pin', documentId: 'd', at: 1 }))).toBe('a d b c');
    expect(pins(applyChange(NO_WISHES, { kind: 'pin', documentId: 'd', at: 9 }))).toBe('d');
  });

  test('moves a pin with its end', () => {
    const moved = applyChange(wishes, { kind: 'move', documentId: 'b', to: 2 });
    expect(moved.pins.at(-1)).toEqual({ documentId: 'b', until: UNTIL });
    expect(pins(applyChange(wishes, { kind: 'move', documentId: 'c', to: 0 }))).toBe('c a b');
  });

  test('hides what was pinned, here or everywhere', () => {
    const hidden = applyChange(wishes, { kind: 'hide', documentId: 'a', everywhere: true });
    expect([pins(hidden), hidden.hides.at(-1)]).toEqual(['b c', { documentId: 'a', everywhere: true }]);
    const changed = applyChange(wishes, { kind: 'hide', documentId: 'x', everywhere: false });
    expect(changed.hides[0]).toEqual({ documentId: 'x', everywhere: false });
  });

  test('done to what somebody else changed keeps what they did', () => {
    const theirs = applyChange(wishes, { kind: 'unpin', documentId: 'b' });
    expect(applyChange(theirs, { kind: 'move', documentId: 'b', to: 0 })).toEqual(theirs);
    expect(applyChange(theirs, { kind: 'until', documentId: 'b', until: null })).toEqual(theirs);
    expect(pins(applyChange(theirs, { kind: 'pin', documentId: 'd' }))).toBe('a c d');
  });

  const everyChange: Change[] = [
    { kind: 'pin', documentId: 'd' },
    { kind: 'pin', documentId: 'x', at: 0 },
    { kind: 'pin', documentId: 'a', at: 2 },
    { kind: 'unpin', documentId: 'b' },
    { kind: 'move', documentId: 'c', to: 0 },
    { kind: 'until', documentId: 'a', until: UNTIL },
    { kind: 'until', documentId: 'b', until: null },
    { kind: 'hide', documentId: 'b', everywhere: true },
    { kind: 'hide', documentId: 'x', everywhere: false },
    { kind: 'hide', documentId: 'd', everywhere: false },
    { kind: 'show', documentId: 'y' },
    { kind: 'self', hidden: true },
  ];
  test.each(everyChange)('is taken back: %o', (change) => {
    const back = inverseOf(wishes, change) as Change;
    const undone = applyChange(applyChange(wishes, change), back);
    expect(undone.pins).toEqual(wishes.pins);
    expect([...undone.hides].sort((a, b) => (a.documentId < b.documentId ? -1 : 1))).toEqual(wishes.hides);
    expect(undone.hiddenEverywhere).toBe(false);
  });

  test('that changes nothing has nothing to take back', () => {
    for (const kind of ['unpin', 'show'] as const) expect(inverseOf(wishes, { kind, documentId: 'q' })).toBeNull();
    expect(inverseOf(wishes, { kind: 'move', documentId: 'q', to: 0 })).toBeNull();
  });
});
