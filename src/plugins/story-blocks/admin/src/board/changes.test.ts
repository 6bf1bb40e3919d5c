import { describe, expect, test } from 'vitest';
import type { Board, BoardStory, BoardWish } from '../../../shared/src/board.contract';
import { MAX_BOARD } from '../../../shared/src/board.limits';
import type { FoundStory } from '../../../shared/src/desk-stories.contract';
import { applyChange, subjectOf, subjectOfFound, subjectOfWish, toSetBoard, weave } from './changes';

const story = (documentId: string, age: number, more: Partial<BoardStory> = {}): BoardStory => ({
  documentId,
  type: 'story',
  locale: 'en',
  title: `Story ${documentId}`,
  kicker: null,
  dateline: null,
  datelineRunsIn: false,
  excerpt: null,
  image: null,
  filedAt: new Date(Date.UTC(2026, 3, 22) - age * 60_000).toISOString(),
  firstPublishedAt: null,
  reason: 'newest',
  until: null,
  ...more,
});
const wish = (documentId: string, absence: BoardWish['absence'] = null): BoardWish => ({
  documentId,
  type: 'story',
  title: `Story ${documentId}`,
  until: null,
  absence,
  heldUntil: null,
});
const board = (pins: BoardWish[] = [], sentDown: BoardWish[] = []): Board => {
  const empty: Board = {
    section: { documentId: 's', name: 'World' },
    site: null,
    locale: 'en',
    stories: ['a', 'b', 'c', 'd', 'e'].map((id, at) => story(id, at)),
    total: 5,
    layoutOf: null,
    blocks: [],
    pins: [],
    sentDown: [],
    version: 3,
    maySet: true,
  };
  return applyChange(empty, { kind: 'restore', pins, sentDown, undone: { kind: 'unpin', subject: subject('a') } });
};
const subject = (id: string) => subjectOf(story(id, 0));
const ids = (of: { documentId: string }[]) => of.map(({ documentId }) => documentId).join('');
const onBoard = (from: Board, id: string) => subjectOf(from.stories.find((one) => one.documentId === id) as BoardStory);

describe('a change of a front', () => {
  test('pins a story as the lead, before those that are pinned', () => {
    const before = board([wish('c')]);
    const after = applyChange(before, { kind: 'place', subject: onBoard(before, 'd'), at: 0 });
    expect([ids(after.pins), ids(after.stories)]).toEqual(['dc', 'dcabe']);
    expect(after.stories.map(({ reason }) => reason)).toEqual(['pinned', 'pinned', 'newest', 'newest', 'newest']);
  });

  test('holds a place by pinning what stands above it', () => {
    const before = board();
    const after = applyChange(before, { kind: 'place', subject: onBoard(before, 'd'), at: 2 });
    expect([ids(after.pins), ids(after.stories)]).toEqual(['abd', 'abdce']);
  });

  test('moves a pin among pins, and pins no more than there were', () => {
    const before = board([wish('c'), wish('d'), wish('e')]);
    const after = applyChange(before, { kind: 'place', subject: onBoard(before, 'e'), at: 1 });
    expect([ids(after.pins), ids(after.stories)]).toEqual(['ced', 'cedab']);
    const down = applyChange(after, { kind: 'place', subject: onBoard(after, 'c'), at: 1 });
    expect(ids(down.pins)).toBe('ecd');
  });

  test('takes a place outside the list for the nearest one', () => {
    const before = board();
    expect(ids(applyChange(before, { kind: 'place', subject: onBoard(before, 'a'), at: 99 }).pins)).toBe('bcdea');
    expect(ids(applyChange(before, { kind: 'place', subject: onBoard(before, 'b'), at: -4 }).pins)).toBe('b');
  });

  test('unpinned, a story goes back to its time', () => {
    const before = board([wish('e'), wish('d')]);
    const after = applyChange(before, { kind: 'unpin', subject: onBoard(before, 'e') });
    expect([ids(after.pins), ids(after.stories)]).toEqual(['d', 'dabce']);
  });

  test('sends a story down to the end, pinned or not, and brings it back', () => {
    const before = board([wish('b')]);
    const after = applyChange(before, { kind: 'sendDown', subject: onBoard(before, 'b') });
    expect([ids(after.pins), ids(after.sentDown), ids(after.stories)]).toEqual(['', 'b', 'acdeb']);
    const back = applyChange(after, { kind: 'bringBack', subject: subjectOfWish(after.sentDown[0]) });
    expect([ids(back.sentDown), ids(back.stories)]).toEqual(['', 'abcde']);
  });

  test('on a front of several pages what is sent down leaves the first', () => {
    const before = { ...board(), total: 90 };
    expect(ids(applyChange(before, { kind: 'sendDown', subject: onBoard(before, 'b') }).stories)).toBe('acde');
  });

  test('pinning what was sent down takes it back', () => {
    const before = board([], [wish('a'), wish('b')]);
    expect(ids(before.stories)).toBe('cdeab');
    const after = applyChange(before, { kind: 'place', subject: onBoard(before, 'a'), at: 0 });
    expect([ids(after.pins), ids(after.sentDown)]).toEqual(['a', 'b']);
  });

  test('a full list of stories sent down makes room for one more', () => {
    const full = Array.from({ length: MAX_BOARD }, (_, at) => wish(`old${at}`));
    const after = applyChange(board([], full), { kind: 'sendDown', subject: subject('a') });
    expect(after.sentDown).toHaveLength(MAX_BOARD);
    expect(after.sentDown[0].documentId).toBe('a');
  });

  test('a story that is not live is pinned first, and waits', () => {
    const found: FoundStory = {
      documentId: 'x',
      type: 'story',
      locale: 'en',
      title: 'Draft',
      kicker: null,
      filedAt: '2026-04-22T08:00:00.000Z',
      state: 'draft',
    };
    const after = applyChange(board([wish('c')]), { kind: 'place', subject: subjectOfFound(found, 'en'), at: 0 });
    expect([ids(after.pins), ids(after.stories)]).toEqual(['xc', 'cabde']);
    expect(after.pins[0].absence).toBe('unpublished');
    expect(subjectOfFound({ ...found, state: 'published' }, 'en').isLive).toBe(true);
    expect(subjectOfFound({ ...found, state: 'published' }, 'fr').isLive).toBe(false);
  });

  test('an end is set and taken off', () => {
    const until = '2026-05-01T10:00:00.000Z';
    const before = board([wish('c')]);
    const after = applyChange(before, { kind: 'end', subject: onBoard(before, 'c'), until });
    expect([after.pins[0].until, after.stories[0].until]).toEqual([until, until]);
  });
});

test('pins that wait keep their place behind the pin before them', () => {
  const pins = [wish('w', 'unpublished'), wish('a'), wish('x', 'embargo'), wish('b'), wish('y', 'deleted')];
  expect(ids(weave(pins, [wish('b'), wish('a')]))).toBe('wbyax');
  expect(ids(weave(pins, [wish('b')]))).toBe('wxby');
  expect(ids(weave(pins, []))).toBe('wxy');
});

test('is saved whole, under the version that was read', () => {
  expect(toSetBoard(board([wish('c')], [wish('a')]))).toEqual({
    pins: [{ documentId: 'c', until: null }],
    sentDown: ['a'],
    version: 3,
  });
});
