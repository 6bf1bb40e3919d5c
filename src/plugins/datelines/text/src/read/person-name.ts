import type { ParsedCredit } from '../parsed-byline';

/** Words that belong to the family name that they stand before; small where the rest is not set in capitals. */
const PARTICLES = new Set(
  'af al ap aus bar ben bin bint da dal de del della der des di do dos du e el ibn la las le les lo los mac of st ter ten the und van vande vander ver von y zu zum zur'.split(
    ' '
  )
);
const SUFFIX = /^(?:Jr|Sr|II|III|IV|Ph\.?D|MD|M\.D|MP|MEP|CBE|OBE|MBE|KBE|FRS|DPhil|MBA|Esq)\.?$/u;
const INITIALS = /^(?:(?:\p{Lu}\.-?){1,4}|\p{Lu})$/u;

const isCapitals = (word: string) => {
  // McCARTHY, MacLEOD and O’BRIEN count as capitals.
  const rest = word.replace(/^(?:Mac|Mc|Di|De|La|Le|Fitz)(?=\p{Lu}{2})/u, '');
  return /\p{Lu}.*\p{Lu}/u.test(rest) && !/\p{Ll}/u.test(rest) && !/^(?:\p{Lu}\.)+$/u.test(word);
};

/** One word of a family name out of capitals: `ASANTE-LUND` → `Asante-Lund`, `O’BRIEN` → `O’Brien`. */
function outOfCapitals(word: string, language: string): string {
  const lower = word.toLocaleLowerCase(language);
  if (PARTICLES.has(lower)) return lower;
  const prefix = /^(?:Mac|Mc|Fitz)(?=\p{Lu}{2})/u.exec(word)?.[0] ?? '';
  return (
    prefix +
    lower.slice(prefix.length).replace(/(^|[-'’])(\p{L})/gu, (_match, before: string, letter: string) => {
      return before + letter.toLocaleUpperCase(language);
    })
  );
}

/** Scripts whose names are written without a blank between family and given name. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・]+$/u;

/** A person's name, and whether its family name was set in capitals. */
export interface ReadName {
  credit: Pick<ParsedCredit, 'name' | 'givenName' | 'familyName' | 'familyFirst' | 'suffix'>;
  isCaps: boolean;
}

/**
 * Reads a name: which part is the family's. AFP and others set it in capitals, wherever it stands (`KIM Jong Un`);
 * else it is the last word, with the small words before it (`van Beethoven`).
 *
 * @param language - For its rules of case (Turkish `İ`).
 * @returns `null` where the text is no name: sentences, numbers, more than six words.
 */
export function readName(text: string, language: string): ReadName | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain === '' || plain.length > 80 || /[\d<>{}[\]|=@#:;!?"“”«»]/u.test(plain)) return null;
  if (UNSPACED.test(plain)) return plain.length <= 12 ? { credit: { name: plain }, isCaps: false } : null;
  const words = plain.split(' ');
  if (words.length > 7) return null;
  const hasCase = /\p{Lu}|\p{Ll}/u.test(plain);
  const isNameWord = (word: string) =>
    !hasCase || /^['’]?\p{Lu}/u.test(word) || PARTICLES.has(word) || /^(?:al|el|d|l|ibn)['’-]\p{L}/u.test(word);
  if (!words.every(isNameWord) || (hasCase && !words.some((word) => /^\p{Lu}/u.test(word)))) return null;

  const letters: string[] = [];
  while (words.length > 2 && SUFFIX.test(words.at(-1) ?? '')) letters.unshift(words.pop() ?? '');
  const suffix = letters.join(', ');
  const last = words.at(-1);
  if (suffix && last) words[words.length - 1] = last.replace(/,$/, '');
  const rest = suffix ? { suffix } : {};
  if (words.length === 1) {
    const [name = ''] = words;
    const caps = isCapitals(name);
    return { credit: { name: caps ? outOfCapitals(name, language) : name, ...rest }, isCaps: false };
  }

  const capitals = words.map(
    (word) => isCapitals(word) || (PARTICLES.has(word.toLowerCase()) && word === word.toUpperCase() && word.length > 1)
  );
  // One word in capitals after initials (`J. R. BERGER`) is a family name; two, and the whole byline is.
  const isAll =
    words.every((word, index) => capitals[index] || INITIALS.test(word)) && capitals.filter(Boolean).length > 1;
  if (capitals.includes(true) && !isAll) {
    const from = capitals.indexOf(true);
    const to = capitals.lastIndexOf(true);
    const family = words.slice(from, to + 1).map((word) => outOfCapitals(word, language));
    const given = [...words.slice(0, from), ...words.slice(to + 1)];
    return {
      credit: {
        givenName: given.join(' '),
        familyName: family.join(' '),
        ...(from === 0 ? { familyFirst: true } : {}),
        ...rest,
      },
      isCaps: true,
    };
  }
  const known = isAll ? words.map((word) => (INITIALS.test(word) ? word : outOfCapitals(word, language))) : words;
  let from = known.length - 1;
  while (from > 1 && PARTICLES.has((known[from - 1] ?? '').toLowerCase())) from -= 1;
  // The first word is a given name, but for a particle (`de Gaulle`).
  if (from === 1 && PARTICLES.has(known[0] ?? '')) return { credit: { name: known.join(' '), ...rest }, isCaps: false };
  return {
    credit: { givenName: known.slice(0, from).join(' '), familyName: known.slice(from).join(' '), ...rest },
    isCaps: false,
  };
}
