import anyAscii from 'any-ascii';
import slugify from 'slugify';

/**
 * Writing systems for which slugify has tables by language. Not Greek, where it writes look-alikes (θ as 8, ξ as 3), nor
 * Armenian, of which it drops most lower-case letters.
 */
const SLUGIFY_SCRIPTS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Georgian}&%\p{Sc}]/u;

/** slugify writes it as `u` everywhere; only in Bulgarian is it a vowel (and has its own table there). */
const HARD_SIGN = /[ъЪ]/;

/** slugify's name of a language, where it has another one. */
const SLUGIFY_LANGUAGES: Readonly<Record<string, string>> = { nn: 'nb', no: 'nb' };

/**
 * A word in ASCII: lower-case letters and digits, and hyphens where one character takes several words (`½` → `1-2`).
 *
 * @param language - Base language (`de`), whose own transliteration applies: German ä → ae, Ukrainian г → h.
 * @returns `''` for a word that sounds like nothing (a lone vowel sign).
 */
export function toAscii(word: string, language: string): string {
  const locale = Object.hasOwn(SLUGIFY_LANGUAGES, language) ? SLUGIFY_LANGUAGES[language] : language;
  let ascii = '';
  for (const char of word.normalize()) {
    // By the character: of a whole word slugify would drop what it can't write without saying so.
    const known = SLUGIFY_SCRIPTS.test(char) && (language === 'bg' || !HARD_SIGN.test(char));
    const written = known ? slugify(char, { locale, strict: true }) : '';
    ascii += written || anyAscii(char).replaceAll('/', '-');
  }
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}
