/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ς: 'σ',
  // The forms of alef, which Arabic copy sets with or without their signs.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** Accents of Latin, Greek and Cyrillic; vowel signs of Arabic and Hebrew, which print leaves out, and the tatweel. */
const UNWRITTEN = /[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u064B-\u0652\u0670\u0640]/g;
/** Characters that show nothing: joiners within Indic and Persian words, marks of direction. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * A name as it is compared: without case, diacritics, apostrophes and points, hyphens as blanks.
 *
 * Only marks that print may leave out are taken off. The vowels of Indic scripts, Thai and Khmer are marks as well,
 * and so are the voicing marks of kana: names without them are other names (`राम`, `रमा`).
 *
 * @returns `''` where the text holds no letter or digit.
 * @example foldName('Saint-Étienne') // → 'st etienne'
 * @example foldName("Xi'an") === foldName('XIAN')
 */
export function foldName(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(UNWRITTEN, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ`´.·״׳"“”]/g, '')
    .replace(/[\s\p{Pd},،、・]+/gu, ' ')
    .replace(/\bsainte?\b/g, 'st')
    .trim();
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/**
 * A name in the spellings under which agencies file it: as it is, and with umlauts written out.
 *
 * @example spellings('Düsseldorf') // → ['Düsseldorf', 'duesseldorf']
 */
export function spellings(name: string): string[] {
  const written = name.toLowerCase().replace(/[äöüåø]/g, (letter) => UMLAUTS[letter] ?? letter);
  return written === name.toLowerCase() ? [name] : [name, written];
}
