import type { SetWill, Will } from '../../../shared/src/pins.contract';
import { insert, without } from '../curation/lists';
import type { Rules } from '../curation/queue';

interface Pin {
  documentId: string;
  /** ISO 8601; null for a pin without an end. */
  until: string | null;
}
interface Hide {
  documentId: string;
  everywhere: boolean;
}

/** What editors want of a story's links, as a change is made of it. */
export interface Wishes {
  pins: readonly Pin[];
  hides: readonly Hide[];
  hiddenEverywhere: boolean;
}

/** One thing that an editor does. It can be done to whatever stands, so that none is lost where two do something at once. */
export type Change =
  | { kind: 'pin'; documentId: string; at?: number; until?: string | null }
  | { kind: 'unpin'; documentId: string }
  | { kind: 'move'; documentId: string; to: number }
  | { kind: 'until'; documentId: string; until: string | null }
  | { kind: 'hide'; documentId: string; everywhere: boolean }
  | { kind: 'show'; documentId: string }
  /** Whether the story itself is hidden from the links of every other. */
  | { kind: 'self'; hidden: boolean };

export const NO_WISHES: Wishes = { pins: [], hides: [], hiddenEverywhere: false };

/** Wishes as they stand: what is written names their version. */
export interface StandingWishes extends Wishes {
  version: number;
}

/** The wishes of a will, its ended and dead pins too. */
export const wishesOf = ({ targets, hiddenEverywhere, version }: Will): StandingWishes => ({
  pins: targets.filter(({ kind }) => kind === 'pin').map(({ documentId, until }) => ({ documentId, until })),
  hides: targets
    .filter(({ kind }) => kind === 'hide')
    .map(({ documentId, everywhere }) => ({ documentId, everywhere })),
  hiddenEverywhere,
  version,
});

/** A will as the server takes it. */
export const toSetWill = ({ pins, hides, hiddenEverywhere, version }: StandingWishes): SetWill => ({
  pins: [...pins],
  hides: [...hides],
  hiddenEverywhere,
  version,
});

const isOf =
  (documentId: string) =>
  (item: { documentId: string }): boolean =>
    item.documentId === documentId;
/** The wishes after a change. What the change finds no more stays as it is. */
export function applyChange<Standing extends Wishes>(wishes: Standing, change: Change): Standing {
  const { pins, hides } = wishes;
  switch (change.kind) {
    case 'pin': {
      const standing = pins.find(isOf(change.documentId));
      const pin: Pin = {
        documentId: change.documentId,
        until: change.until === undefined ? (standing?.until ?? null) : change.until,
      };
      const others = without(pins, change.documentId);
      return {
        ...wishes,
        pins: insert(others, pin, change.at ?? others.length),
        hides: without(hides, change.documentId),
      };
    }
    case 'unpin':
      return { ...wishes, pins: without(pins, change.documentId) };
    case 'move': {
      const pin = pins.find(isOf(change.documentId));
      return pin ? { ...wishes, pins: insert(without(pins, change.documentId), pin, change.to) } : wishes;
    }
    case 'until':
      return {
        ...wishes,
        pins: pins.map((pin) => (pin.documentId === change.documentId ? { ...pin, until: change.until } : pin)),
      };
    case 'hide': {
      const hide: Hide = { documentId: change.documentId, everywhere: change.everywhere };
      const at = hides.findIndex(isOf(change.documentId));
      const others = without(hides, change.documentId);
      return {
        ...wishes,
        pins: without(pins, change.documentId),
        hides: insert(others, hide, at < 0 ? others.length : at),
      };
    }
    case 'show':
      return { ...wishes, hides: without(hides, change.documentId) };
    case 'self':
      return { ...wishes, hiddenEverywhere: change.hidden };
  }
}

/** What takes a change back, done to what stood before it. Null where it changes nothing. */
export function inverseOf(before: Wishes, change: Change): Change | null {
  if (change.kind === 'self') return { kind: 'self', hidden: before.hiddenEverywhere };
  const { documentId } = change;
  const at = before.pins.findIndex(isOf(documentId));
  const hide = before.hides.find(isOf(documentId));
  const pinAgain: Change | null = at < 0 ? null : { kind: 'pin', documentId, at, until: before.pins[at].until };
  switch (change.kind) {
    case 'pin':
      return pinAgain ?? (hide ? { kind: 'hide', ...hide } : { kind: 'unpin', documentId });
    case 'unpin':
      return pinAgain;
    case 'move':
      return at < 0 ? null : { kind: 'move', documentId, to: at };
    case 'until':
      return at < 0 ? null : { kind: 'until', documentId, until: before.pins[at].until };
    case 'hide':
      return pinAgain ?? (hide ? { kind: 'hide', ...hide } : { kind: 'show', documentId });
    case 'show':
      return hide ? { kind: 'hide', ...hide } : null;
  }
}

/** The languages for which something is said: this one, or all. */
export type Scope = 'here' | 'all';

/** A change with what is said of it. */
export interface Step {
  change: Change;
  scope: Scope;
  title: string;
}

/** Steps for all languages are written to another will, so they change nothing here. */
export const WILL_RULES: Rules<StandingWishes, Step> = {
  apply: (wishes, { change, scope }) => (scope === 'here' ? applyChange(wishes, change) : wishes),
  inverse(before, step) {
    const back = step.scope === 'here' ? inverseOf(before, step.change) : null;
    return back && { ...step, change: back };
  },
  // Taken back, a change can be done again.
  isUndo: () => false,
  maxUndo: 1,
  versionOf: ({ version }) => version,
  lostUntil: 'decided',
};
