import type { JoinedParagraphs } from './join-paragraphs';
import { segmentEnds } from './segment-ends';

/** Grapheme clusters do not depend on the language (Unicode Standard Annex #29, 3.1). */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** A cluster's end is known once the next character is: at most two code units. */
const WINDOW = { size: 512, lookahead: 4 };

/**
 * How much of a text its first `length` user-perceived characters take.
 *
 * @param length - In grapheme clusters (Unicode Standard Annex #29): an accented letter, an emoji family or a Hangul
 *   syllable counts as one.
 * @returns An offset in code units, at the end of a cluster; the text's length where it is no longer than that.
 */
export function fitGraphemes({ text, isPartial }: JoinedParagraphs, length: number): number {
  // No cluster is shorter than a code unit.
  if (text.length <= length) return text.length;
  // The text may have been left off within a cluster.
  const known = isPartial ? text.length - WINDOW.lookahead : text.length;
  let count = 0;
  let fits = 0;
  for (const end of segmentEnds(text, graphemes, WINDOW)) {
    if (count >= length || end > known) break;
    count += 1;
    fits = end;
  }
  return fits;
}
