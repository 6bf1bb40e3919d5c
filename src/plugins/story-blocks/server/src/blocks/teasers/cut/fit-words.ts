import { intlLocales } from '../../../lib/language-tag';
import { trimDangling } from './trim-dangling';

/**
 * Writing systems that put no space between words, and the punctuation of East Asia, which has none around it either.
 * Korean has spaces.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u3000-\u303F\uFF00-\uFF65]/u;
/** White space, or a dash that joins clauses without any, unlike a hyphen, which joins the parts of one word. */
const BETWEEN_WORDS = /[\s\u2014\u2015]/;
/** What closes a word: `world,` is whole as `world`, but `5%` is not as `5`. */
const WORD_IS_WHOLE = /^(?:(?![%‰#@&*/\\])\p{P})*(?:\s|[\u2014\u2015]|$)/u;
/** How far around a cut the words of unspaced text are looked for, in code units. */
const REACH = 256;

/** The last end of a word at or before `limit` in unspaced text, after `floor`; `floor` where there is none. */
function fitUnspaced(text: string, floor: number, limit: number, locale: string): number {
  const from = Math.max(floor, limit - REACH);
  const around = text.slice(from, limit + REACH);
  if (!UNSPACED.test(around)) return floor;
  const words = new Intl.Segmenter(intlLocales(locale), { granularity: 'word' }).segment(around);
  for (let at = limit - from; at > 0; ) {
    const end = words.containing(at)?.index ?? at;
    if (end === 0) break;
    if (UNSPACED.test(around.slice(Math.max(0, end - 2), end + 2))) return from + end;
    at = end - 1;
  }
  return floor;
}

/**
 * Where the last whole word ends that fits. Words are what stands between spaces (`Chan-il`, `AT&T` and addresses stay
 * whole), and between the boundaries of Unicode Standard Annex #29, with its dictionaries, where a script has no spaces.
 *
 * @param limit - In code units; less than the text's length.
 * @returns An offset in code units with no opening quote, comma, dash or the like before it; 0 where the first word
 *   doesn't fit.
 */
export function fitWords(text: string, limit: number, locale: string): number {
  let end = limit;
  if (!WORD_IS_WHOLE.test(text.slice(limit, limit + REACH))) {
    while (end > 0 && !BETWEEN_WORDS.test(text[end - 1])) end -= 1;
    if (end < limit) end = fitUnspaced(text, end, limit, locale);
  }
  return trimDangling(text, end);
}
