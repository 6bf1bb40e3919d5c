/** Text between brackets or quotation marks, from the opening sign to the closing one, in code units. */
export interface Aside {
  start: number;
  end: number;
}

/** Longer than this, a bracket swallows the teaser, in code units. */
const MAX_BRACKETS = 300;
/** Longer than this, a quotation is a speech with sentences of its own rather than a cry, title or slogan. */
const MAX_QUOTATION = 80;
const MAX_DEPTH = 8;
const BRACKETS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '）': '（',
  '】': '【',
  '」': '「',
  '』': '『',
  '》': '《',
};
const OPENING = new Set(Object.values(BRACKETS));
const QUOTES = new Set('"“”„‟«»');
const SIGNS = /[()[\]（）【】「」『』《》"“”„‟«»\n\r]/g;
const BEFORE_OPENING = /[\s\p{Ps}\p{Pd}]/u;
const AFTER_OPENING = /[\p{L}\p{N}\p{Ps}¿¡$€£'‘’“]/u;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF65]/u;

/** Which of two like signs opens depends on what stands beside it: »so«, «so», ”so”, "so". */
function opens(text: string, at: number): boolean {
  const sign = text[at];
  const before = at === 0 ? ' ' : text[at - 1];
  const after = text[at + 1] ?? ' ';
  if (sign === '“' && EAST_ASIAN.test(before)) return true;
  return BEFORE_OPENING.test(before) && (sign === '«' || AFTER_OPENING.test(after));
}

/** Adds an aside, so that all stay in order and apart: one around others takes their place, two that cross are one. */
function add(asides: Aside[], start: number, end: number): void {
  let first = start;
  while (asides.length > 0 && asides[asides.length - 1].end >= first) {
    first = Math.min(first, asides[asides.length - 1].start);
    asides.pop();
  }
  asides.push({ start: first, end });
}

/**
 * Finds what stands between brackets and quotation marks on one line, where it is short: up to 300 code units in
 * brackets, 80 in quotation marks.
 *
 * @returns In order, none within another.
 */
export function findAsides(text: string): Aside[] {
  const asides: Aside[] = [];
  let brackets: { sign: string; at: number }[] = [];
  let quote: number | null = null;
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (sign === '\n' || sign === '\r') {
      brackets = [];
      quote = null;
    } else if (QUOTES.has(sign)) {
      if (opens(text, at)) quote = at;
      else if (quote !== null) {
        if (at - quote < MAX_QUOTATION) add(asides, quote, at + 1);
        quote = null;
      }
    } else if (OPENING.has(sign)) {
      brackets.push({ sign, at });
      if (brackets.length > MAX_DEPTH) brackets.shift();
    } else {
      const depth = brackets.map((bracket) => bracket.sign).lastIndexOf(BRACKETS[sign]);
      if (depth < 0) continue;
      if (at - brackets[depth].at < MAX_BRACKETS) add(asides, brackets[depth].at, at + 1);
      brackets.length = depth;
    }
  }
  return asides;
}
