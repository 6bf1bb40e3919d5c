import { intlLocales } from '../../../lib/language-tag';
import { findAsides } from './asides';
import { BREAK_CONTEXT, isWrongBreak } from './is-wrong-break';
import { segmentEnds } from './segment-ends';
import { sentenceRules } from './sentence-rules';

/** How much text past a full stop may decide whether it ends a sentence, in code units. */
export const SENTENCE_LOOKAHEAD = 512;
const WINDOW = { size: 4096, lookahead: SENTENCE_LOOKAHEAD };

/** French sets a space before a closing guillemet; the segmenter would end the sentence before it. */
const SPACED_GUILLEMET = /(?<=[.!?…])[ \u00A0\u202F](?=»(?:[\s.,;:!?)\]]|$))/g;

/**
 * Splits text into sentences.
 *
 * Starts from `Intl.Segmenter` (Unicode Standard Annex #29, 5), which knows the full stops of all scripts but ends a
 * sentence after each abbreviation, and joins again what `data/abbreviations.ts` says belongs together. Short text in
 * brackets or quotation marks is kept in one piece.
 *
 * @param locale - Language of the text (BCP 47).
 * @returns The sentences, each with the white space after it: together they are the text again.
 * @example splitSentences('Mr. Kim left. He flew.', 'en') // → ['Mr. Kim left. ', 'He flew.']
 */
export function splitSentences(text: string, locale: string): string[] {
  const segmenter = new Intl.Segmenter(intlLocales(locale), { granularity: 'sentence' });
  const rules = sentenceRules(locale);
  const asides = findAsides(text);
  const sentences: string[] = [];
  let start = 0;
  let aside = 0;
  for (const end of segmentEnds(text.replace(SPACED_GUILLEMET, '»'), segmenter, WINDOW)) {
    while (aside < asides.length && asides[aside].end <= end) aside += 1;
    const isInside = aside < asides.length && asides[aside].start < end;
    const before = text.slice(Math.max(start, end - BREAK_CONTEXT), end);
    if (end < text.length && (isInside || isWrongBreak(before, text.slice(end, end + BREAK_CONTEXT), rules))) continue;
    sentences.push(text.slice(start, end));
    start = end;
  }
  return sentences;
}
