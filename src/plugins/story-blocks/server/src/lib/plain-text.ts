/**
 * Characters without a shape of their own that steer how their neighbours are shown: the explicit direction marks of
 * Unicode Standard Annex #9 (2.1–2.6) and its deprecated format controls, soft hyphens, byte order marks, word joiners,
 * annotation marks. A joiner (U+200C, U+200D) is not among them: Persian, Indic scripts and emoji are misspelt without
 * it. Nor is U+200B, which stands between words in Khmer, Burmese and Thai.
 */
const STEERING = /[\u00AD\u061C\u180E\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0001}]/gu;
/** White space and all that has no shape: also the joiners and fillers that {@link oneLine} leaves, which mean something in a word. */
const SHAPELESS = /[\s\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** What a paste leaves where a paragraph was empty: a line break or a blank of HTML, as text. */
const EMPTY_HTML = /<br\s*\/?>|&(?:nbsp|#160|#xa0|zwnj|zwj|#8203|#x200b);/gi;
/** Control characters, apart from those that are white space. */
const CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const BLANKS = /\s+/g;

/**
 * The text with every lone surrogate turned to U+FFFD, as UTF-8 would write it. `encodeURIComponent` throws on one.
 */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

const stripped = (text: string) => wellFormed(text).replace(STEERING, '').replace(CONTROLS, '');

/**
 * Whether nothing of a text is seen: white space, characters without a shape, a line break or a blank written as HTML.
 *
 * @example isBlank('\u00A0\u200B<br>') // → true
 */
export const isBlank = (text: string): boolean =>
  text === '' || stripped(text).replace(EMPTY_HTML, '').replace(SHAPELESS, '') === '';

/**
 * Text for a field of one line: no control or direction characters, each run of white space (line breaks too) one
 * space, none at either end. Well-formed.
 *
 * @example oneLine(' Kim\r\n heads to\u202E Russia ') // → 'Kim heads to Russia'
 */
export function oneLine(text: string): string {
  return stripped(text).replace(LINE_BREAK, ' ').replace(BLANKS, ' ').trim();
}
