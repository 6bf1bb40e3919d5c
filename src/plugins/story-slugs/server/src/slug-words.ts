/** Long enough for any word; what is longer is no word, and would make the steps after this one slow. */
const LONGEST_WORD = 256;

/** Ampersand, percent and currency signs are words too: `R&D`, `5%`, `€10`. */
const WORDS = new RegExp(`[\\p{L}\\p{M}\\p{N}]{1,${LONGEST_WORD}}|[&%\\p{Sc}]`, 'gu');

/** Soft hyphen, joiners, direction marks, word joiner: they stand inside words and are not seen. */
const INVISIBLE = /[\u00AD\u200C-\u200F\u2060\uFEFF]/g;

/** Straight, curly and modifier apostrophes, and the Hebrew geresh and gershayim. */
const APOSTROPHES = /['‘’ʼ\u05F3\u05F4]/g;

/** Languages that shorten the word before: l'Europe, dell'arte. Elsewhere the apostrophe stands inside one word. */
const ELIDING_LANGUAGES: ReadonlySet<string> = new Set(['ca', 'fr', 'it', 'oc']);

/** U.S., J.K.: single letters with stops between them. */
const INITIALS = /(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])/gu;

/** 10,000: comma, apostrophe or thin space between groups of three digits. */
const GROUPED_DIGITS = /(?<=\d)[,\u2009\u202F](?=\d{3}(?!\d))/g;

/** Writing systems without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * The words of a headline, in order, as they go into a slug: `U.S. Navy's 10,000` → `US`, `Navys`, `10000`. Given one
 * at a time, so that whoever has enough can stop.
 *
 * @param language - Base language (`fr`); decides on apostrophes.
 */
export function* slugWords(text: string, language: string): Generator<string> {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, ELIDING_LANGUAGES.has(language) ? ' ' : '')
    .replace(INITIALS, (initials) => initials.replaceAll('.', ''))
    .replace(GROUPED_DIGITS, '');
  for (const [word] of plain.matchAll(WORDS)) {
    if (UNSPACED.test(word)) yield* unspacedWords(word);
    else yield word;
  }
}

function* unspacedWords(text: string): Generator<string> {
  // The dictionaries behind it are chosen by script, so the language makes no difference.
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}
