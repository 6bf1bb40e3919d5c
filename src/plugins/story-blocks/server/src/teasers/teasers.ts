import { LRUCache } from 'lru-cache';
import type { Teaser } from '../../../shared/src';
import { type Card, toTeaserFrame, type ViewContext } from '../cards';
import { type CutOptions, type CutText, cutText } from './cut';

/** How a teaser's excerpt is cut. */
export interface Cut {
  /** Characters as a reader counts them. */
  length: number;
  cut: 'character' | 'word' | 'sentence' | 'paragraph';
  /** Put on as it is, only where something was cut. */
  tail: string;
}

/** Where nobody says otherwise: the configured cut. */
export const defaultCut = ({ desk }: ViewContext): Cut => {
  const { teaserLength, teaserCut, teaserTail } = desk.newsroom.blocks;
  return { length: teaserLength, cut: teaserCut, tail: teaserTail };
};

/** How a block cuts: its settings, else the configured cut. */
export function cutOf(view: ViewContext, settings: Partial<Cut>): Cut {
  const how = { ...defaultCut(view), ...settings };
  // An editor cannot leave a text empty in the admin, which sends null; blanks stand for none.
  return how.tail.trim() === '' ? { ...how, tail: '' } : how;
}

/** Openings that were cut, by card and cut: a front that one story changed shows the others as before. In code units. */
const openings = new LRUCache<string, CutText>({
  maxSize: 8 * 2 ** 20,
  sizeCalculation: ({ excerpt }, key) => key.length + excerpt.length,
});

function openingOf(card: Card, cut: CutOptions): CutText {
  if (!card.fingerprint) return cutText(card.lead, cut);
  const key = [card.fingerprint, cut.length, cut.cut, cut.locale, cut.tail].join(' ');
  const known = openings.get(key);
  if (known) return known;
  const opening = cutText(card.lead, cut);
  openings.set(key, opening);
  return opening;
}

/** A story's teaser: its summary as it stands, else its opening, cut. The card's view must be loaded. */
export function toTeaser(view: ViewContext, card: Card, cut: Cut): Teaser {
  const frame = toTeaserFrame(view, card);
  if (card.summary) return { ...frame, excerpt: card.summary, truncated: false };
  return { ...frame, ...openingOf(card, { ...cut, locale: card.locale || view.locale }) };
}
