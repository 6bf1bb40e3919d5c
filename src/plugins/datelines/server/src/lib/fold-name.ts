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
};

/**
 * A name as it is compared: without case, diacritics, apostrophes and points.
 *
 * Marks are taken off letters of the Latin, Greek and Cyrillic scripts only: vowels of Indic scripts are marks too, and
 * names without them are others.
 *
 * @example foldName('Saint-Étienne') // → 'st etienne'
 * @example foldName("Xi'an") === foldName('XIAN')
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðłıþħ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ`´.·]/g, '')
    .replace(/[\s\p{Pd},]+/gu, ' ')
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
