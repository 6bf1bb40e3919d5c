import type { Card } from '../../cards';
import type { Wish } from '../wish';

/** One pin, or one story sent down, as it is kept. */
export type BoardWish = Wish<'pin' | 'down'>;

/** The wishes of a section in one language. */
export interface BoardKey {
  sectionId: string;
  /** '' where the application has no languages. */
  locale: string;
}

/** A pin that is in force, with its story, which is live. */
export interface LivePin {
  card: Card;
  until: number | null;
}

/** What editors want of a section's stories, as it holds at an instant. */
export interface SectionWill {
  /** Pins in their order. A pin whose story is not live waits, keeps its place, and is not among them. */
  pins: LivePin[];
  /** Document ids of stories that come after all others. */
  sentDown: string[];
}

/** A section of which nobody wants anything. */
export const NO_WILL: SectionWill = { pins: [], sentDown: [] };

/** Which stories of a section's three parts stand in a window of its list. */
export interface Window {
  pins: { from: number; count: number };
  rest: { from: number; count: number };
}

/**
 * Lays a window over a list whose pins stand first.
 *
 * @param pins - How many there are.
 * @returns Which pins are in it, and which of the stories that follow them.
 * @example windowOf(3, 2, 4) // → { pins: { from: 2, count: 1 }, rest: { from: 0, count: 3 } }
 */
export function windowOf(pins: number, offset: number, limit: number): Window {
  const from = Math.min(offset, pins);
  const count = Math.min(limit, pins - from);
  return { pins: { from, count }, rest: { from: offset - from, count: limit - count } };
}
