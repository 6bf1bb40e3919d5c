/** Letters that a word keeps: what is shorter would be another word's stem as well. */
const FEWEST_LETTERS = 4;

/** Vowel points and other marks over and under the letters, and the stroke that makes words longer. */
const ARABIC_MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/gu;
const HEBREW_MARKS = /[\u0591-\u05c7\u05f3\u05f4'"]/gu;

const ARABIC_LETTERS: [RegExp, string][] = [
  [/[أإآٱ]/gu, 'ا'],
  [/[ىی]/gu, 'ي'],
  [/ة/gu, 'ه'],
  [/ک/gu, 'ك'],
];
/** "The", alone or with the particles that are written together with it. */
const ARABIC_THE = /^[وف]?[بكل]?ال(?=.{3})|^[وف]?لل(?=.{3})/u;
/** "And" before two letters or more that are not a particle's: "and a bank" is more often meant than a word that begins so. */
const ARABIC_PARTICLE = /^[وفبكل]/u;
const ARABIC_ENDING = /(?:ها|هم|نا|ات|ون|ين|ان|يه|وا|[هيا])$/u;

const HEBREW_PARTICLE = /^[והבכלמש]/u;

/** Takes parts off a word again and again, as long as enough of it is left: a word ends the same whatever it began with. */
function without(word: string, part: RegExp): string {
  let rest = word;
  for (;;) {
    const shorter = rest.replace(part, '');
    if (shorter === rest || shorter.length < FEWEST_LETTERS) return rest;
    rest = shorter;
  }
}

const arabic = (word: string): string => {
  const plain = ARABIC_LETTERS.reduce(
    (text, [letters, letter]) => text.replace(letters, letter),
    word.replace(ARABIC_MARKS, '')
  );
  return without(without(plain.replace(ARABIC_THE, ''), ARABIC_PARTICLE), ARABIC_ENDING);
};

const hebrew = (word: string): string => without(word.replace(HEBREW_MARKS, ''), HEBREW_PARTICLE);

/** Arabic and its spoken varieties, and Hebrew, by their codes. */
const LIGHT_FORMS = new Map<string, (word: string) => string>([
  ...['ar', 'arz', 'ary', 'arq', 'apc', 'acm', 'aeb', 'afb', 'ars'].map((code) => [code, arabic] as const),
  ...['he', 'iw'].map((code) => [code, hebrew] as const),
]);

const IS_ARABIC = /\p{Script=Arabic}/u;
const IS_HEBREW = /\p{Script=Hebrew}/u;

/**
 * In Arabic and Hebrew "and", "the", "in", "to" and "from" are written together with the word that follows, and letters
 * are written in several ways. The light form (after Larkey, Ballesteros and Connell 2007) takes these off, so that a word
 * is one word in all its places. It need not be a word itself: it is compared, never shown.
 *
 * @param language - The primary code of its language.
 * @returns The word as it is where its language has no such particles, or it is in another script.
 */
export function lightFormOf(word: string, language: string): string {
  const light = LIGHT_FORMS.get(language);
  if (light === arabic && IS_ARABIC.test(word)) return arabic(word);
  if (light === hebrew && IS_HEBREW.test(word)) return hebrew(word);
  return word;
}

/** Whether a language's words are compared in a form of their own. */
export const hasLightForms = (language: string): boolean => LIGHT_FORMS.has(language);

/** An Arabic word as readers would look it up: with "the", but without "and", "in", "as" or "to" before that. */
export const withoutParticles = (word: string): string => word.replace(/^[وف]?[بك]?(?=ال\p{L}{2})/u, '');
