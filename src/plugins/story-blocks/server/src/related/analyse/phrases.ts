/** A word of a paragraph with what a name may be told by. */
export interface Token {
  /** As it stands in the text. */
  surface: string;
  /** Its compared form. */
  term: string;
  /** What stands between it and the word before it. */
  gap: string;
  startsSentence: boolean;
  /** Whether it is a word of letters, and not a number or a date. */
  isWord: boolean;
}

/** Words that stand together, and mean one thing together: a name, or what a story calls its subject. */
export interface Phrase {
  /** Its words as written, each with what joins it to the next. */
  parts: string[];
  /** Their compared forms. */
  terms: string[];
  isName: boolean;
}

export interface PhraseLanguage {
  /** Whether a capital inside a sentence tells a name: not where all nouns have one. */
  hasNames: boolean;
  /** Compared form of a part of a word. */
  compare(word: string): string;
  /** How a word is shown. */
  show(word: string): string;
}

/** Whether a word is written with a capital wherever it stands inside sentences. */
export type IsName = (term: string) => boolean | undefined;

/** Phrases kept of a story. */
export const MAX_PHRASES = 64;
const MAX_WORDS = 6;
const MAX_LENGTH = 80;

/** Small words inside names, in whatever language: of families, of places, of what is called after them. */
const INSIDE_NAMES = new Set(
  'af al av bin bint da das de degli dei del della den der des di do dos du el ibn la las le les lo los of op ten ter van vom von zu zum zur'.split(
    ' '
  )
);

/** Where every noun has a capital "der" and "den" stand between any two: there a name goes on with one of these. */
const GOES_ON = new Set(['von', 'van', 'vom', 'zu', 'zum', 'zur', 'de', 'del', 'di', 'da', 'du', 'al', 'bin', 'ibn']);

const NUMBER = /\p{N}/u;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const HAS_CASE = /[\p{Lu}\p{Ll}\p{Lt}]/u;
const INITIAL = /^\p{Lu}$/u;
const ENDS_INITIAL = /^\.?[ \u00a0]?$/u;
const JOINS = /^(?:[ \u00a0]|[-‐‑])$/u;
/** "l'", "d'", "qu'" before the word, and "'s" behind it. */
const ELIDED = /^\p{Ll}{1,2}['’](?=\p{L})/u;
const POSSESSIVE = /['’]\p{Ll}{0,2}$/u;
/** A capital is elided with a word that has none of its own: "L'eau", but not "O'Brien" or "D'Angelo". */
const ELIDED_AT_START = /^\p{Lu}\p{Ll}?['’](?=\p{Ll})/u;

/** A word without what is elided before it and what is put on behind it. */
export const bareWord = (surface: string): string =>
  surface.replace(ELIDED, '').replace(ELIDED_AT_START, '').replace(POSSESSIVE, '');

/** "l'Iran": what is elided has the small letter. */
const isElided = ({ surface }: Token) => ELIDED.test(surface) && isCapital(bareWord(surface));
const isCapital = (surface: string) => CAPITAL.test(surface);
const lettersOf = (word: string) => word.match(/\p{L}/gu)?.length ?? 0;

/** Texts in which most words have a capital are headings; what is written in capitals alone tells nothing either. */
function tellsNames(tokens: readonly Token[]): boolean {
  const cased = tokens.filter(({ surface }) => HAS_CASE.test(surface));
  const capitals = cased.filter(({ surface }) => isCapital(bareWord(surface)));
  return cased.length <= 2 ? cased.length > 0 && capitals.length < 2 : capitals.length * 3 <= cased.length * 2;
}

function phraseOf(tokens: readonly Token[], isName: boolean, { compare, show }: PhraseLanguage): Phrase {
  // "Côte d'Ivoire": inside a name what is elided belongs to it.
  const parts = tokens.map(
    ({ surface }, at) =>
      `${at > 0 && isElided(tokens[at]) ? surface : show(bareWord(surface))}${tokens[at + 1]?.gap ?? ''}`
  );
  return { parts, terms: tokens.map(({ surface }) => compare(bareWord(surface))), isName };
}

/** Runs of words with capitals, with the small words inside them. */
function capitalised(tokens: readonly Token[], language: PhraseLanguage, isName: IsName): Phrase[] {
  const phrases: Phrase[] = [];
  let run: Token[] = [];
  let inside: Token[] = [];
  const isInside = (word: string) =>
    INSIDE_NAMES.has(word) && (language.hasNames || inside.length > 0 || GOES_ON.has(word));
  const close = () => {
    while (run.length > 0 && run[0].startsSentence && run.length === 1 && isName(run[0].term) !== true) run.shift();
    const [only] = run;
    const isTold = run.length > 1 || (only && language.hasNames && (isName(only.term) === true || isElided(only)));
    const letters = run.reduce((sum, { surface }) => sum + lettersOf(bareWord(surface)), 0);
    // A single letter is no name, and "I" least of all.
    if (isTold && letters > 1 && run.some(({ surface }) => lettersOf(bareWord(surface)) > 1)) {
      phrases.push(phraseOf(run, true, language));
    }
    [run, inside] = [[], []];
  };
  for (const [at, token] of tokens.entries()) {
    const bare = bareWord(token.surface);
    // "30 Millionen Euro".
    const isCounted = at > 0 && !tokens[at - 1].isWord && NUMBER.test(tokens[at - 1].surface);
    const before = inside.at(-1) ?? run.at(-1);
    const isAfterInitial = before !== undefined && INITIAL.test(before.surface) && ENDS_INITIAL.test(token.gap);
    const joins = run.length > 0 && (isAfterInitial || (JOINS.test(token.gap) && !token.startsSentence));
    if (run.length > 0 && (!joins || run.length + inside.length >= MAX_WORDS)) close();
    const isEnded = before !== undefined && POSSESSIVE.test(before.surface);
    if (isEnded) close();
    if (!token.isWord) {
      // "Kittiwake-3", "Apollo-11".
      const [gap] = token.gap;
      if (run.length > 0 && inside.length === 0 && /^[-‐‑]$/u.test(token.gap) && gap) run.push(token);
      close();
      continue;
    }
    if (isCapital(bare)) {
      // At the start of a sentence any word has one: one that has a small letter elsewhere is no part of a name.
      const isCommon = isName(token.term) === false || !language.hasNames;
      if (token.startsSentence && !isAfterInitial && isCommon) {
        close();
        continue;
      }
      if (isCounted && run.length === 0 && !language.hasNames) continue;
      run.push(...inside, token);
      inside = [];
    } else if (run.length > 0 && inside.length < 3 && isInside(bare)) inside.push(token);
    else close();
  }
  close();
  return phrases;
}

const IS_SMALL_KANA = /^[\p{Script=Hiragana}ー]+$/u;
const IS_DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰ々]+$/u;
const IS_HANGUL = /^\p{Script=Hangul}+$/u;

/** Whether a word of a script without capitals may say something by itself: by its letters alone, whatever the language. */
export function isFull(word: string): boolean {
  if (IS_DENSE.test(word)) return [...word].length >= 2 && !IS_SMALL_KANA.test(word);
  if (IS_HANGUL.test(word)) return [...word].length >= 2;
  return lettersOf(word) >= 3;
}

const JOINS_WITHOUT_CASE = /^(?:|[ \u00a0]|[・･\-‐‑])$/u;

/** Words of a script without capitals that a story has side by side again and again, or in its headline. */
function repeated(tokens: readonly Token[], language: PhraseLanguage, isRepeated: (pair: string) => boolean): Phrase[] {
  const phrases: Phrase[] = [];
  let run: Token[] = [];
  const close = () => {
    if (run.length > 1) phrases.push(phraseOf(run, false, language));
    run = [];
  };
  for (const token of tokens) {
    const before = run.at(-1);
    const joins = before !== undefined && isPair(before, token) && isRepeated(pairOf(before, token));
    if (!joins || run.length >= MAX_WORDS) close();
    if (isSubject(token)) run.push(token);
  }
  close();
  return phrases;
}

const isSubject = ({ isWord, surface }: Token) => isWord && !HAS_CASE.test(surface) && isFull(surface);
const isPair = (a: Token, b: Token) =>
  isSubject(a) && isSubject(b) && !b.startsSentence && JOINS_WITHOUT_CASE.test(b.gap);
const pairOf = (a: Token, b: Token) => `${a.term} ${b.term}`;

const IS_KATAKANA = /^[\p{Script=Katakana}ー]+$/u;

/** A foreign name in Japanese, which is split where it is in no dictionary. */
function spelled(tokens: readonly Token[], language: PhraseLanguage): Phrase[] {
  const phrases: Phrase[] = [];
  let run: Token[] = [];
  for (const token of [...tokens, null]) {
    const joins = token !== null && run.length > 0 && token.gap === '' && run.length < MAX_WORDS;
    if (token && IS_KATAKANA.test(token.surface) && (run.length === 0 || joins)) {
      run.push(token);
      continue;
    }
    if (run.length > 1) phrases.push(phraseOf(run, false, language));
    run = token && IS_KATAKANA.test(token.surface) ? [token] : [];
  }
  return phrases;
}

const QUOTED = /[«“„「『《〈]/u;
const END_OF_QUOTE = /[»”“」』》〉]/u;
const MAX_QUOTED = 4;
/** Letters of what is quoted as a name. */
const FEWEST_QUOTED = 3;

/** What a script without capitals sets in quotation marks: a ship, a book, a law; not what somebody says. */
function quoted(tokens: readonly Token[], language: PhraseLanguage): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [at, first] of tokens.entries()) {
    if (!QUOTED.test(first.gap) || HAS_CASE.test(first.surface)) continue;
    const next = tokens.slice(at + 1, at + 1 + MAX_QUOTED);
    const others = next.findIndex(({ gap }) => END_OF_QUOTE.test(gap));
    const run = others < 0 ? [] : tokens.slice(at, at + 1 + others);
    if (run.reduce((letters, { surface }) => letters + lettersOf(surface), 0) < FEWEST_QUOTED) continue;
    if (run.slice(1).every(({ gap }) => JOINS_WITHOUT_CASE.test(gap))) phrases.push(phraseOf(run, true, language));
  }
  return phrases;
}

/**
 * Finds what a story calls its people, places and subjects, in words that belong together: where words have cases by their
 * capitals, elsewhere by what it repeats side by side and sets in quotation marks.
 *
 * @param texts - Headline and paragraphs.
 * @returns At most {@link MAX_PHRASES}, the most frequent; each once.
 */
export function findPhrases(
  texts: readonly { tokens: readonly Token[]; isHeadline: boolean }[],
  language: PhraseLanguage,
  isName: IsName
): Phrase[] {
  const pairs = new Map<string, number>();
  for (const { tokens, isHeadline } of texts) {
    for (let at = 1; at < tokens.length; at += 1) {
      const [a, b] = [tokens[at - 1], tokens[at]];
      if (isPair(a, b)) pairs.set(pairOf(a, b), (pairs.get(pairOf(a, b)) ?? 0) + (isHeadline ? 2 : 1));
    }
  }
  const counts = new Map<string, { phrase: Phrase; count: number }>();
  for (const { tokens, isHeadline } of texts) {
    const found = [
      ...(!isHeadline && tellsNames(tokens) ? capitalised(tokens, language, isName) : []),
      ...repeated(tokens, language, (pair) => (pairs.get(pair) ?? 0) > 1),
      ...spelled(tokens, language),
      ...quoted(tokens, language),
    ];
    for (const phrase of found) {
      if (phrase.parts.join('').length > MAX_LENGTH) continue;
      const key = phrase.terms.join(' ');
      const there = counts.get(key);
      if (there) there.count += 1;
      else counts.set(key, { phrase, count: 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_PHRASES)
    .map(({ phrase }) => phrase);
}
