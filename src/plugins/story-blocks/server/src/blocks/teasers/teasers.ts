import { LRUCache } from 'lru-cache';
import type { Teaser } from '../../../../shared/src';
import { type Card, datelineBefore, ownDatelineOf, toTeaserFrame, type ViewContext } from '../../cards';
import { type CutOptions, type CutText, cutText } from './cut';
import { defaultTail } from './default-tail';

/** How a teaser's excerpt is cut. */
export interface Cut {
  /** Characters as a reader counts them. */
  length: number;
  cut: 'character' | 'word' | 'sentence' | 'paragraph';
  /** Put on as it is, only where something was cut; blanks stand for none. Left out: that of the story's language. */
  tail?: string;
}

/** Where nobody says otherwise: the configured cut. */
export const defaultCut = ({ newsroom }: ViewContext): Cut => {
  const { teaserLength, teaserCut, teaserTail } = newsroom.config.blocks;
  return { length: teaserLength, cut: teaserCut, tail: teaserTail };
};

/** How a block cuts: its settings, else the configured cut. An editor who empties a text in the admin sends null. */
export const cutOf = (view: ViewContext, settings: Partial<Cut>): Cut => ({ ...defaultCut(view), ...settings });

/** What is put after a cut excerpt in a language. */
export function tailOf({ tail }: Pick<Cut, 'tail'>, language: string): string {
  if (tail === undefined) return defaultTail(language);
  return tail.trim() === '' ? '' : tail;
}

/** Openings that were cut, by card and cut: a front that one story changed shows the others as before. In code units. */
const openings = new LRUCache<string, CutText>({
  maxSize: 8 * 2 ** 20,
  sizeCalculation: ({ excerpt }, key) => key.length + excerpt.length,
});

/** A text without the dateline that it begins with. */
const after = (text: string, dateline: string) => text.slice(text.indexOf(dateline) + dateline.length).trimStart();

function openingOf(card: Card, cut: CutOptions, own: string | null): CutText {
  const lead = () => {
    const [first, ...rest] = card.lead;
    const paragraph = own === null ? first : after(first, own);
    return paragraph ? [paragraph, ...rest] : rest;
  };
  if (!card.fingerprint) return cutText(lead(), cut);
  const key = [card.fingerprint, own?.length ?? 0, cut.length, cut.cut, cut.locale, cut.tail].join(' ');
  const known = openings.get(key);
  if (known) return known;
  const opening = cutText(lead(), cut);
  openings.set(key, opening);
  return opening;
}

/**
 * A story's teaser: its summary as it stands, else its opening, cut; either without a dateline of its own where the story's
 * fields have one. The card's view must be loaded.
 */
export function toTeaser(view: ViewContext, card: Card, cut: Cut): Teaser {
  const language = card.locale || view.locale;
  const own = card.summary
    ? ownDatelineOf(view, card, 'summary', () => card.summary)
    : ownDatelineOf(view, card, 'lead', () => card.lead[0]);
  const opening = card.summary
    ? { excerpt: own === null ? card.summary : after(card.summary, own), truncated: false }
    : openingOf(card, { ...cut, tail: tailOf(cut, language), locale: language }, own);
  return { ...toTeaserFrame(view, card), ...datelineBefore(view, card, opening.excerpt !== ''), ...opening };
}
