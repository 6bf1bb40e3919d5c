/** What stands between words of no script of its own: East Asian signs and letters are set without a space. */
const EAST_ASIAN_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u;
/** Dashes and the like at the end of a line, with the stop that some houses set before them. */
const CLOSING_MARK = /(?<![\s.\p{Pd}\u2212=])[\s.]*[\p{Pd}\u2212=][\s\p{Pd}\u2212=]*$/u;

/**
 * A dateline and the text that it is set at the head of, as one line: a space between them, none after an East Asian sign.
 *
 * @example runIn('【ソウル共同】', '韓国の…') // → '【ソウル共同】韓国の…'
 */
export const runIn = (dateline: string, text: string): string =>
  `${dateline}${EAST_ASIAN_END.test(dateline) ? '' : ' '}${text}`;

/**
 * A dateline that was made to run into a text, where no text follows: without the dash that would.
 *
 * @example standAlone('VALPARAISO, Chile (MPA) —') // → 'VALPARAISO, Chile (MPA)'
 */
export const standAlone = (dateline: string): string => dateline.replace(CLOSING_MARK, '') || dateline;

/** The lines of a dateline and what follows it, which may be empty: one where it runs in. */
export function openingLines(dateline: string | null, runsIn: boolean, text: string): string[] {
  if (dateline && runsIn && text) return [runIn(dateline, text)];
  return [dateline ?? '', text].filter(Boolean);
}
