import type { SentenceRules } from './sentence-rules';

/** How much is read on either side of a break, in code units: longer than any abbreviation with the word after it. */
export const BREAK_CONTEXT = 60;

const LINE_END = /[\n\r\u0085\u2028\u2029]\s*$/;
/** A full stop, or a mark that quoted speech ends with inside a sentence, with what closes after it. */
const STOP_BEFORE_LOWER_CASE = /[.!?…]["'\p{Pf}\p{Pi}\p{Pe}\s]*$/u;
/** Some brand names start in lower case: iPhone, eBay. */
const LOWER_CASE = /^[\s"'\p{Ps}\p{Pi}]*\p{Ll}(?!\p{Lu})/u;
const ABBREVIATED = /(?<![^\s])(\S{1,40})\.([)\]]*)\s*$/u;
const OPENING = /^[\p{Ps}\p{Pi}\p{Pf}"'¡¿]+/u;
const INITIAL = /^\p{Lu}\p{M}*$/u;
/** U.S, a.m, EE.UU, Ph.D */
const LETTERS = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;
const ORDINAL = /^(?:\d{1,3}|[IVXLC]{2,})$/;
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{M}\p{N}]+)(['’.]?)/u;
const DIGIT = /^[^\p{L}\p{N}]*\p{N}/u;

function startsSentence(after: string, { starters }: SentenceRules): boolean {
  const [, word, sign] = FIRST_WORD.exec(after) ?? ['', '', ''];
  // "U.S. No. 2", "A. A. Milne": the next word is an abbreviation itself.
  if (sign === '.') return false;
  return starters.has(word) || (sign !== '' && starters.has(`${word}'`));
}

/**
 * Whether `Intl.Segmenter` ended a sentence where it goes on: after an abbreviation, an initial, an ordinal, or before
 * a lower-case letter. It follows Unicode Standard Annex #29 (5), which leaves abbreviations to the implementation.
 *
 * @param before - The sentence up to the break, at least its last {@link BREAK_CONTEXT} code units.
 * @param after - What follows the break, at least as much of it.
 */
export function isWrongBreak(before: string, after: string, rules: SentenceRules): boolean {
  if (LINE_END.test(before)) return false;
  if (LOWER_CASE.test(after) && STOP_BEFORE_LOWER_CASE.test(before)) return true;
  const [match, written, closing] = ABBREVIATED.exec(before) ?? ['', '', ''];
  const token = written.replace(OPENING, '');
  if (token === '' || token.endsWith('.')) return false;
  // l'art. 5, ex-Gov. Brown, Lt.-Gov. Smith
  const spellings = [token, token.split(/[-‐‑–'’/]/).at(-1) ?? ''];
  const isIn = (list: ReadonlySet<string>) => spellings.some((spelling) => list.has(spelling));
  if (closing === '') {
    if (isIn(rules.joins)) return true;
    if (isIn(rules.joinsBeforeDigit) && DIGIT.test(after)) return true;
    // The number of an item in a list: "1. The council"
    if (/^\d{1,3}$/.test(token) && match.length === before.trimStart().length) return true;
  }
  const mayEnd =
    isIn(rules.mayEnd) ||
    spellings.some((spelling) => INITIAL.test(spelling)) ||
    LETTERS.test(token) ||
    (rules.hasOrdinals && ORDINAL.test(token));
  return mayEnd && !startsSentence(after, rules);
}
