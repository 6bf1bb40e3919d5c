/** What never ends an excerpt: commas and colons of all scripts, dashes, opening brackets, `¿` and `¡`. */
const NEVER_LAST = /[\s,;:\p{Pd}\p{Ps}¡¿\u00B7\u055D\u060C\u061B\u1363-\u1366\u3001\u30FB\uFF0C\uFF1A\uFF1B\uFF64]/u;
/** What may stand by itself at the end. */
const CONTENT =
  /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Sc}%‰.!?…\u0964\u0965\u06D4\u061F\u3002\uFF01\uFF1F]/u;
const CLOSING = /[\p{Pf}\p{Pe}]/u;
const OPENS = /[\s\p{Ps}\p{Pi}\p{Pd}"']/u;

/** The last character before an offset, whole where it takes two code units. */
function characterBefore(text: string, end: number): string {
  const pair = end > 1 ? text.codePointAt(end - 2) : undefined;
  return pair !== undefined && pair > 0xffff ? String.fromCodePoint(pair) : text.slice(Math.max(0, end - 1), end);
}

function isDangling(text: string, end: number): boolean {
  const last = characterBefore(text, end);
  if (NEVER_LAST.test(last)) return true;
  const before = characterBefore(text, end - last.length);
  if (before !== '' && !OPENS.test(before)) return false;
  // A mark after a space or an opening sign belongs to what follows: « "the », « $ 500 », « & Sons ».
  if (/\p{Sc}/u.test(last)) return /^\s*\p{N}/u.test(text.slice(end, end + 8));
  if (CLOSING.test(last)) return /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
  return !CONTENT.test(last);
}

/**
 * Takes off what hangs in the air at the end of an excerpt.
 *
 * @param end - Where the excerpt was cut, in code units.
 * @returns An offset no greater than `end`, after a word or what closes it (full stop, closing quote).
 */
export function trimDangling(text: string, end: number): number {
  let trimmed = end;
  while (trimmed > 0 && isDangling(text, trimmed)) trimmed -= characterBefore(text, trimmed).length;
  return trimmed;
}
