import type { Board, BoardStory, BoardWish, SetBoard } from '../../../shared/src/board.contract';
import { BOARD_SIZE, MAX_BOARD } from '../../../shared/src/board.limits';
import type { FoundStory } from '../../../shared/src/desk-stories.contract';
import { insert, without } from '../curation/lists';
import type { Rules } from '../curation/queue';

/** A story as a change names it: one of the front, of the lists beside it, or one that was searched for. */
export type Subject = Pick<BoardStory, 'documentId' | 'type' | 'title'> & { isLive: boolean; story?: BoardStory };

/** One thing that an editor does to a front. */
export type Change =
  | { kind: 'place'; subject: Subject; at: number }
  | { kind: 'unpin'; subject: Subject }
  | { kind: 'sendDown'; subject: Subject }
  | { kind: 'bringBack'; subject: Subject }
  | { kind: 'end'; subject: Subject; until: string | null }
  | { kind: 'restore'; pins: BoardWish[]; sentDown: BoardWish[]; undone: Change };

export const subjectOf = (story: BoardStory): Subject => ({ ...story, isLive: true, story });
export const subjectOfWish = (wish: BoardWish): Subject => ({ ...wish, isLive: wish.absence === null });
/** A story that was searched, pinned on the front of a language. */
export const subjectOfFound = (
  { documentId, type, title, locale, state }: FoundStory,
  here: string | null
): Subject => ({
  documentId,
  type,
  title,
  isLive: state === 'published' && (locale === null || here === null || locale === here),
});

const toWish = ({ documentId, type, title, isLive }: Subject): BoardWish => ({
  documentId,
  type,
  title,
  until: null,
  absence: isLive ? null : 'unpublished',
  heldUntil: null,
});

/** A story that is not loaded, as far as it is known until the server answers. */
const toStory = ({ documentId, type, title, story }: Subject, locale: string | null): BoardStory =>
  story ?? {
    documentId,
    type,
    locale,
    title,
    kicker: null,
    dateline: null,
    datelineRunsIn: false,
    excerpt: null,
    image: null,
    filedAt: '',
    firstPublishedAt: null,
    reason: 'newest',
    until: null,
  };

/** Pins that stand on the front in a new order; those that wait keep their place behind the pin before them. */
export function weave(pins: BoardWish[], order: BoardWish[]): BoardWish[] {
  const stays = new Set(order.map(({ documentId }) => documentId));
  const waiting = new Map<string, BoardWish[]>();
  let before = '';
  for (const pin of pins) {
    if (stays.has(pin.documentId)) before = pin.documentId;
    else if (pin.absence !== null) waiting.set(before, [...(waiting.get(before) ?? []), pin]);
  }
  return [...(waiting.get('') ?? []), ...order.flatMap((pin) => [pin, ...(waiting.get(pin.documentId) ?? [])])];
}

/** As the server orders them: never newer than the first publication. */
const sortedBy = ({ filedAt, firstPublishedAt }: BoardStory) =>
  firstPublishedAt !== null && firstPublishedAt < filedAt ? firstPublishedAt : filedAt;

const newestFirst = (a: BoardStory, b: BoardStory) =>
  sortedBy(b).localeCompare(sortedBy(a)) || b.documentId.localeCompare(a.documentId);

/** The front as readers will get it under its pins and what is sent down, as far as its stories are loaded. */
function arrange(board: Board, pins: BoardWish[], sentDown: BoardWish[], stories: BoardStory[]): Board {
  const known = new Map(stories.map((story) => [story.documentId, story]));
  const first = pins
    .filter(({ absence }) => absence === null)
    .map((pin): BoardStory => {
      const story = known.get(pin.documentId) ?? toStory(subjectOfWish(pin), board.locale);
      return { ...story, reason: 'pinned', until: pin.until };
    });
  const pinned = new Set(first.map(({ documentId }) => documentId));
  const isDown = new Set(sentDown.map(({ documentId }) => documentId));
  const others = stories.filter(({ documentId }) => !pinned.has(documentId));
  const as = (reason: BoardStory['reason']) => (story: BoardStory) => ({ ...story, reason, until: null });
  const rest = others.filter(({ documentId }) => !isDown.has(documentId)).map(as('newest'));
  const down = others.filter(({ documentId }) => isDown.has(documentId)).map(as('sentDown'));
  // What is sent down stands last, which is on this page only where the page holds everything.
  const last = board.total <= BOARD_SIZE ? down.sort(newestFirst) : [];
  return { ...board, pins, sentDown, stories: [...first, ...rest.sort(newestFirst), ...last].slice(0, BOARD_SIZE) };
}

function place(board: Board, subject: Subject, at: number): Board {
  const { documentId } = subject;
  const standing = board.pins.find((pin) => pin.documentId === documentId);
  const sentDown = without(board.sentDown, documentId);
  if (!subject.isLive) {
    const pin = standing ?? toWish(subject);
    return arrange(board, [pin, ...without(board.pins, documentId)], sentDown, board.stories);
  }
  const others = without(board.stories, documentId);
  const story = board.stories.find((one) => one.documentId === documentId) ?? toStory(subject, board.locale);
  const order = insert(others, story, at);
  const to = order.indexOf(story);
  // To hold a place, a story needs those above it pinned as they stand.
  const held = Math.max(others.filter(({ reason }) => reason === 'pinned').length, to) + 1;
  const pins = order
    .slice(0, held)
    .map((one) => board.pins.find((pin) => pin.documentId === one.documentId) ?? toWish(subjectOf(one)));
  const isPinned = new Set(pins.map((pin) => pin.documentId));
  return arrange(
    board,
    weave(without(board.pins, documentId), pins),
    sentDown.filter((wish) => !isPinned.has(wish.documentId)),
    order
  );
}

/** The front after a change, before the server has answered. */
export function applyChange(board: Board, change: Change): Board {
  const { pins, sentDown, stories } = board;
  switch (change.kind) {
    case 'place':
      return place(board, change.subject, change.at);
    case 'unpin':
      return arrange(board, without(pins, change.subject.documentId), sentDown, stories);
    case 'sendDown': {
      const { documentId } = change.subject;
      // The one that was sent down first makes room: it is the oldest, and hardly on any page any more.
      const down = [toWish(change.subject), ...without(sentDown, documentId)].slice(0, MAX_BOARD);
      return arrange(board, without(pins, documentId), down, stories);
    }
    case 'bringBack':
      return arrange(board, pins, without(sentDown, change.subject.documentId), stories);
    case 'end': {
      const { subject, until } = change;
      const ended = pins.map((pin) => (pin.documentId === subject.documentId ? { ...pin, until } : pin));
      return arrange(board, ended, sentDown, stories);
    }
    case 'restore':
      return arrange(board, change.pins, change.sentDown, stories);
  }
}

/** What is to be saved of a front. */
export const toSetBoard = ({ pins, sentDown, version }: Board): SetBoard => ({
  pins: pins.map(({ documentId, until }) => ({ documentId, until })),
  sentDown: sentDown.map(({ documentId }) => documentId),
  version,
});

export const BOARD_RULES: Rules<Board, Change> = {
  apply: applyChange,
  inverse: ({ pins, sentDown }, undone) => ({ kind: 'restore', pins, sentDown, undone }),
  isUndo: ({ kind }) => kind === 'restore',
  maxUndo: 20,
  versionOf: ({ version }) => version,
  lostUntil: 'saved',
};
