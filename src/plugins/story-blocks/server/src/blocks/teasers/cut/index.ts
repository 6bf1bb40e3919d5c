import { fitGraphemes } from './fit-graphemes';
import { fitParagraphs } from './fit-paragraphs';
import { fitSentences } from './fit-sentences';
import { fitWords } from './fit-words';
import { type JoinedParagraphs, joinParagraphs } from './join-paragraphs';

/** Where a teaser may end. */
export type Cut = 'character' | 'word' | 'sentence' | 'paragraph';

/** How a teaser is cut. */
export interface CutOptions {
  /** The longest excerpt, without its tail, in user-perceived characters (grapheme clusters). */
  length: number;
  cut: Cut;
  /** Put on as it is where something was cut off: ` ... read more`. */
  tail: string;
  /** Language of the text (BCP 47): where its words and sentences end. */
  locale?: string | null;
}

/** A story's opening, as a teaser shows it. */
export interface CutText {
  excerpt: string;
  /** Whether something was cut off. */
  truncated: boolean;
}

/**
 * How much of a text is looked at, in code units: this many a character asked for, at least {@link MIN_READ}. Text in
 * Stream-Safe Format (Unicode Standard Annex #15, 13) has no more than 30 marks on a letter; one with so many that a
 * single character passes the bound is left out.
 */
const READ_PER_CHARACTER = 64;
const MIN_READ = 1 << 18;

/**
 * The ways to cut, each with the one to fall back on where it leaves nothing: not a whole paragraph fits, not a whole
 * sentence, not a whole word. Each gives an offset no greater than `limit`; 0 where nothing fits.
 */
const CUTS: Record<Cut, { fit: (joined: JoinedParagraphs, limit: number, locale: string) => number; else?: Cut }> = {
  paragraph: { fit: fitParagraphs, else: 'sentence' },
  sentence: { fit: fitSentences, else: 'word' },
  word: { fit: ({ text }, limit, locale) => fitWords(text, limit, locale), else: 'character' },
  character: { fit: (_joined, limit) => limit },
};

/**
 * Cuts a story's opening for a teaser.
 *
 * @param paragraphs - Plain text, without headings; joined by a space each.
 * @returns The whole text where it fits. Otherwise as much as fits, cut where `cut` says, without white space at its
 *   end, and the tail. Never part of a user-perceived character.
 * @example
 * cutText(['Mr. Kim left. He took the train.'], { length: 20, cut: 'sentence', tail: ' …', locale: 'en' })
 * // → { excerpt: 'Mr. Kim left. …', truncated: true }
 */
export function cutText(paragraphs: readonly string[], { length, cut, tail, locale }: CutOptions): CutText {
  const characters = Number.isNaN(length) ? 0 : Math.max(0, Math.floor(length));
  const joined = joinParagraphs(paragraphs, Math.max(MIN_READ, characters * READ_PER_CHARACTER));
  const limit = fitGraphemes(joined, characters);
  if (limit === joined.text.length && !joined.isPartial) return { excerpt: joined.text, truncated: false };
  let end = 0;
  for (let way: Cut | undefined = cut; way && end === 0; way = CUTS[way].else) {
    end = CUTS[way].fit(joined, limit, locale ?? '');
  }
  return { excerpt: joined.text.slice(0, end).trimEnd() + tail, truncated: true };
}
