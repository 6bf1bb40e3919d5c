import { isBoilerplate, withoutDateline } from './boilerplate';
import { hashOf } from './hash';
import { sketchOf } from './sketch';

/** A word of a story. */
export interface Term {
  /** Of its compared form: small letters, NFKC. */
  hash: number;
  /** As it is written in the story: what a reason shows. */
  surface: string;
  /** How often it stands there, at most {@link MAX_COUNT}. */
  count: number;
  /** Written with a capital inside sentences, in a language whose common nouns are not. */
  isName: boolean;
}

export interface Analysis {
  /** In the order of their hashes. */
  terms: Term[];
  /** By which near-duplicates are told: see `sketchOf`. */
  sketch: Uint8Array;
}

/** Words kept of each story: all of one of a thousand words, and the most frequent of a longer one. */
export const MAX_TERMS = 256;
export const MAX_COUNT = 127;
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

interface Language {
  tag: string | undefined;
  segmenter: Intl.Segmenter;
  /** Whether a capital inside a sentence tells a name: not where all nouns have one. */
  hasNames: boolean;
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
    language = {
      tag: tag || undefined,
      segmenter,
      hasNames: !NOUNS_HAVE_CAPITALS.has(primary),
      hasPlainCase: !HAVE_OWN_CASE.has(primary),
      calendar: calendarOf(tag || undefined),
    };
    languages.set(locale, language);
  }
  return language;
}

const IS_ASCII = /^[ -~]*$/;
/** The form in which words are compared. Most are of ASCII, for which ICU need not be asked. */
const comparedForm = (word: string, { tag, hasPlainCase }: Language): string =>
  hasPlainCase && IS_ASCII.test(word) ? word.toLowerCase() : word.normalize('NFKC').toLocaleLowerCase(tag);

const HAS_LETTER = /\p{L}/u;
const STARTS_WITH_CAPITAL = /^\p{Lu}/u;
const ENDS_SENTENCE = /[.!?。！？۔।։።:"“«\n]/u;

interface Count {
  surface: string;
  count: number;
  /** Inside sentences: how often in all, and how often with a capital. */
  inside: number;
  capitals: number;
}

/** Counts the words of one headline or paragraph, and adds all of them to `words` in their order. */
function countWords(
  text: string,
  language: Language,
  isHeadline: boolean,
  counts: Map<string, Count>,
  words: number[]
) {
  let startsSentence = true;
  for (const { segment, isWordLike } of language.segmenter.segment(text)) {
    if (!isWordLike) {
      if (ENDS_SENTENCE.test(segment)) startsSentence = true;
      continue;
    }
    const isInside = !startsSentence && !isHeadline;
    startsSentence = false;
    const term = comparedForm(segment, language);
    words.push(hashOf(term));
    // Numbers and dates tell the same of every story.
    if (term.length > MAX_TERM_LENGTH || !HAS_LETTER.test(term) || language.calendar.has(term)) continue;
    const count = counts.get(term) ?? { surface: segment, count: 0, inside: 0, capitals: 0 };
    count.count += 1;
    if (isInside) {
      count.inside += 1;
      if (STARTS_WITH_CAPITAL.test(segment)) count.capitals += 1;
      // As it is written inside a sentence: a capital at its start, or a headline's, is none of the word's own.
      if (count.inside === 1) count.surface = segment;
    }
    counts.set(term, count);
  }
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
  countWords(story.title.slice(0, MAX_TEXT), language, true, counts, words);
  let left = MAX_TEXT;
  for (const [at, paragraph] of story.paragraphs.entries()) {
    if (left <= 0) break;
    if (isBoilerplate(paragraph)) continue;
    countWords((at === 0 ? withoutDateline(paragraph) : paragraph).slice(0, left), language, false, counts, words);
    left -= paragraph.length;
  }
  const terms = [...counts].map(
    ([term, { surface, count, inside, capitals }]): Term => ({
      hash: hashOf(term),
      surface,
      count: Math.min(count, MAX_COUNT),
      isName: language.hasNames && capitals > 0 && capitals * 2 > inside,
    })
  );
  if (terms.length > MAX_TERMS) {
    terms.sort((a, b) => b.count - a.count);
    terms.length = MAX_TERMS;
  }
  return { terms: terms.sort((a, b) => a.hash - b.hash), sketch: sketchOf(words) };
}
