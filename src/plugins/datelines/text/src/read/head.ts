/** A dateline, whatever stands in it, is no longer; what comes after is the story. */
export const MAX_HEAD = 300;

/** Characters that show nothing: zero-width ones and marks of direction. For a class of a pattern. */
export const INVISIBLE = '\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF';
const BLANK = new RegExp(`[\\s${INVISIBLE}]`, 'gu');
const BLANKS_BEFORE = new RegExp(`^[\\s${INVISIBLE}]*`, 'u');

/** How many blanks stand before a text. */
export const blanksBefore = (text: string): number => BLANKS_BEFORE.exec(text)?.[0].length ?? 0;

/**
 * A text's beginning with what is one character by another name made equal: full-width brackets, dashes, no-break
 * spaces, direction marks. Each character stays one, so that a place in it is that place in the text.
 */
export function fold(text: string): string {
  return (
    text
      .slice(0, MAX_HEAD)
      // Full-width forms, each of which is one ASCII character.
      .replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
      .replace(/[\u2010-\u2015\u2212\uFE58\uFF0D]/gu, '-')
      .replace(BLANK, ' ')
  );
}
