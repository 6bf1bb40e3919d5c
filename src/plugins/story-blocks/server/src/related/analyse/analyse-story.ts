import { isBoilerplate, withoutDateline } from './boilerplate';
import { hashOf } from './hash';
import { hasLightForms, lightFormOf, withoutParticles } from './light-form';
import { findPhrases, type PhraseLanguage, type Token } from './phrases';
import { sketchOf } from './sketch';

/** A word of a story. */
export interface Term {
  /** Hash of its compared form: small letters, NFKC. */
  hash: number;
  /** As it is written in the story: what a reason shows. */
  surface: string;
  /** How often it stands there, at most {@link MAX_COUNT}. */
  count: number;
  /** Written with a capital inside sentences, in a language whose common nouns are not. */
  isName: boolean;
  /** Whether the headline has it; of a story without one, its first paragraph. */
  inHeadline: boolean;
}

/** Words that mean one thing together: see `findPhrases`. */
export interface TermPhrase {
  /** Its words as written, each with what joins it to the next. */
  parts: string[];
  /** Hashes of their compared forms. */
  hashes: number[];
  isName: boolean;
}

/** Raised whenever the same text is analysed otherwise: stories of an older one are analysed anew. */
export const ANALYSIS = 2;

export interface Analysis {
  /** In the order of their hashes. */
  terms: Term[];
  phrases: TermPhrase[];
  /** By which near-duplicates are told: see `sketchOf`. */
  sketch: Uint8Array;
}

/** Words kept of each story: all of one of a thousand words, and the most frequent of a longer one. */
export const MAX_TERMS = 256;
export const MAX_COUNT = 63;
/** Characters that are read: agency copy is shorter, and hostile copy is not worth more. */
const MAX_TEXT = 40_000;
const MAX_TERM_LENGTH = 40;

const safeLocale = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? '';
  } catch {
    return '';
  }
};

interface Language extends PhraseLanguage {
  tag: string | undefined;
  /** Primary code. */
  primary: string;
  segmenter: Intl.Segmenter;
  /** Whether the letters of ASCII have their own small ones, as they have not in Turkish. */
  hasPlainCase: boolean;
  /** Months and days of the week: written like names in some languages, and in every story. */
  calendar: ReadonlySet<string>;
}

function calendarOf(tag: string | undefined): ReadonlySet<string> {
  const name = (options: Intl.DateTimeFormatOptions, month: number, day: number) =>
    new Intl.DateTimeFormat(tag ?? 'en', { ...options, timeZone: 'UTC' })
      .format(new Date(Date.UTC(2024, month, day)))
      .normalize('NFKC')
      .toLocaleLowerCase(tag);
  const days = Array.from({ length: 7 }, (_, day) => name({ weekday: 'long' }, 0, day + 1));
  const months = Array.from({ length: 12 }, (_, month) => name({ month: 'long' }, month, 1));
  return new Set([...days, ...months]);
}

const NOUNS_HAVE_CAPITALS = new Set(['de', 'lb', 'gsw', 'nds', 'bar', 'pfl']);
const HAVE_OWN_CASE = new Set(['tr', 'az', 'lt']);
const languages = new Map<string, Language>();

function languageOf(locale: string): Language {
  let language = languages.get(locale);
  if (!language) {
    const tag = safeLocale(locale);
    // The root rules, which English has, know no language but every script.
    const segmenter = new Intl.Segmenter(tag || 'en', { granularity: 'word' });
    const [primary] = tag.split('-');
    const own = { tag: tag || undefined, primary, hasPlainCase: !HAVE_OWN_CASE.has(primary) };
    const compare = (word: string) => comparedForm(word, own);
    language = {
      ...own,
      segmenter,
      hasNames: !NOUNS_HAVE_CAPITALS.has(primary),
      calendar: new Set([...calendarOf(own.tag)].map(compare)),
      compare,
      show: hasLightForms(primary) ? withoutParticles : (word) => word,
    };
    languages.set(locale, language);
  }
  return language;
}

const IS_ASCII = /^[ -~]*$/;
/** The form in which words are compared. Most are of ASCII, for which ICU need not be asked. */
const comparedForm = (
  word: string,
  { tag, primary, hasPlainCase }: Pick<Language, 'tag' | 'primary' | 'hasPlainCase'>
): string =>
  hasPlainCase && IS_ASCII.test(word)
    ? word.toLowerCase()
    : lightFormOf(word.normalize('NFKC').toLocaleLowerCase(tag), primary);

const HAS_LETTER = /\p{L}/u;
const STARTS_WITH_CAPITAL = /^\p{Lu}/u;
const ENDS_SENTENCE = /[.!?。！？۔।։።:"“«\n]/u;

interface Count {
  surface: string;
  count: number;
  /** Inside sentences: how often in all, and how often with a capital. */
  inside: number;
  capitals: number;
  inHeadline: boolean;
}

/**
 * Counts the words of one headline or paragraph, and adds all of them to `words` in their order.
 *
 * @param saysWhat - Whether it says what the story is about, as the headline does.
 * @returns Its words with what names are told by.
 */
function countWords(
  text: string,
  language: Language,
  { isHeadline, saysWhat }: { isHeadline: boolean; saysWhat: boolean },
  counts: Map<string, Count>,
  words: number[]
): Token[] {
  const tokens: Token[] = [];
  let startsSentence = true;
  let gap = '';
  for (const { segment, isWordLike } of language.segmenter.segment(text)) {
    if (!isWordLike) {
      if (ENDS_SENTENCE.test(segment)) startsSentence = true;
      gap += segment;
      continue;
    }
    const isInside = !startsSentence && !isHeadline;
    const term = comparedForm(segment, language);
    words.push(hashOf(term));
    // Numbers and dates tell the same of every story.
    const isWord = term.length <= MAX_TERM_LENGTH && HAS_LETTER.test(term) && !language.calendar.has(term);
    tokens.push({ surface: segment, term, gap, startsSentence, isWord });
    startsSentence = false;
    gap = '';
    if (!isWord) continue;
    const count = counts.get(term) ?? { surface: segment, count: 0, inside: 0, capitals: 0, inHeadline: false };
    count.count += 1;
    if (saysWhat) count.inHeadline = true;
    if (isInside) {
      count.inside += 1;
      if (STARTS_WITH_CAPITAL.test(segment)) count.capitals += 1;
      // As it is written inside a sentence: a capital at its start, or a headline's, is none of the word's own.
      if (count.inside === 1) count.surface = segment;
    }
    // Where particles are written together with a word, the shortest is the word.
    if (hasLightForms(language.primary) && segment.length < count.surface.length) count.surface = segment;
    counts.set(term, count);
  }
  return tokens;
}

/**
 * Reads a story's words: headline and body, in any language, by `Intl.Segmenter`. Numbers, dates and agency
 * boilerplate are set aside. How telling a word is depends on the archive, so no list of stop words is needed.
 *
 * @returns At most {@link MAX_TERMS} terms; the same for the same text.
 */
export function analyseStory(story: { title: string; paragraphs: string[]; locale: string }): Analysis {
  const language = languageOf(story.locale);
  const counts = new Map<string, Count>();
  const words: number[] = [];
  const texts = [
    {
      tokens: countWords(story.title.slice(0, MAX_TEXT), language, { isHeadline: true, saysWhat: true }, counts, words),
      isHeadline: true,
    },
  ];
  const hasHeadline = texts[0].tokens.length > 0;
  let left = MAX_TEXT;
  for (const [at, paragraph] of story.paragraphs.entries()) {
    if (left <= 0) break;
    if (isBoilerplate(paragraph)) continue;
    const text = (at === 0 ? withoutDateline(paragraph) : paragraph).slice(0, left);
    const place = { isHeadline: false, saysWhat: at === 0 && !hasHeadline };
    texts.push({ tokens: countWords(text, language, place, counts, words), isHeadline: false });
    left -= paragraph.length;
  }
  const terms = [...counts].map(
    ([term, { surface, count, inside, capitals, inHeadline }]): Term => ({
      hash: hashOf(term),
      surface,
      count: Math.min(count, MAX_COUNT),
      isName: language.hasNames && capitals > 0 && capitals * 2 > inside,
      inHeadline,
    })
  );
  if (terms.length > MAX_TERMS) {
    terms.sort((a, b) => b.count - a.count);
    terms.length = MAX_TERMS;
  }
  const phrases = findPhrases(texts, language, (term) => {
    const count = counts.get(term);
    return !count || count.inside === 0 ? undefined : count.capitals * 2 > count.inside;
  });
  return {
    terms: terms.sort((a, b) => a.hash - b.hash),
    phrases: phrases.map(({ parts, terms, isName }) => ({ parts, hashes: terms.map(hashOf), isName })),
    sketch: sketchOf(words),
  };
}
