/** A telling word of a story. */
export interface Term {
  /** Lower case, NFKC: what is compared. */
  term: string;
  /** As it is written in the story: what a reason shows. */
  surface: string;
  /** Written with a capital inside a sentence, in a script that has case. */
  isName: boolean;
  /** How much of the story it is, before rarity is weighed in; the weights of a story have length 1. */
  weight: number;
}

/** Telling words kept of each story. */
export const MAX_TERMS = 60;
/** Characters of the body that are read: agency copy is shorter, and hostile copy is not worth more. */
const MAX_TEXT = 40_000;
const MAX_TERM_LENGTH = 40;
const HEADLINE_WEIGHT = 2;
const NAME_WEIGHT = 1.5;
const MIN_LENGTH = 2;
const MIN_CASED_LENGTH = 4;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    try {
      segmenter = new Intl.Segmenter(locale || 'en', { granularity: 'word' });
    } catch {
      // A tag that Intl refuses: the root rules know no language, but every script.
      segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    }
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

const isNumber = (word: string) => /^[\p{N}.,:%-]+$/u.test(word);
const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);
/**
 * Words that are too short to tell anything: in scripts that have case, mostly articles, pronouns and prepositions. A
 * capital makes a name of them (UN, Xi), and one ideograph is a word.
 */
function isShort(word: string, startsSentence: boolean): boolean {
  const { length } = [...word];
  if (/[\p{Script=Han}]/u.test(word)) return false;
  const isPlain = startsSentence ? /^\p{L}\p{Ll}+$/u : /^\p{Ll}+$/u;
  return length < MIN_LENGTH || (length < MIN_CASED_LENGTH && isPlain.test(word));
}

interface Count {
  surface: string;
  count: number;
  names: number;
  seen: number;
}

function countWords(
  text: string,
  locale: string,
  weight: number,
  counts: Map<string, Count>,
  inSentences: boolean
): void {
  let startsSentence = true;
  for (const { segment, isWordLike } of segmenterFor(locale).segment(text)) {
    if (!isWordLike) {
      if (/[.!?。！？۔።।:"“«\n]/u.test(segment)) startsSentence = true;
      continue;
    }
    const first = startsSentence;
    startsSentence = false;
    if (segment.length > MAX_TERM_LENGTH || isNumber(segment) || isShort(segment, first || !inSentences)) continue;
    const term = segment.normalize('NFKC').toLocaleLowerCase(locale || undefined);
    // NFKC can make one character many.
    if (term.length > MAX_TERM_LENGTH) continue;
    const count = counts.get(term) ?? { surface: segment, count: 0, names: 0, seen: 0 };
    count.count += weight;
    if (inSentences && !first) {
      count.seen += 1;
      if (isCapitalised(segment)) {
        count.names += 1;
        count.surface = segment;
      }
    }
    counts.set(term, count);
  }
}

const calendars = new Map<string, ReadonlySet<string>>();

/** Names of months and weekdays: written like names in some languages, and in every story. */
function calendarWords(locale: string): ReadonlySet<string> {
  let words = calendars.get(locale);
  if (!words) {
    const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
      new Intl.DateTimeFormat(locale || 'en', { ...options, timeZone: 'UTC' })
        .format(date)
        .toLocaleLowerCase(locale || undefined);
    const days = Array.from({ length: 7 }, (_, day) =>
      format({ weekday: 'long' }, new Date(Date.UTC(2024, 0, day + 1)))
    );
    const months = Array.from({ length: 12 }, (_, month) =>
      format({ month: 'long' }, new Date(Date.UTC(2024, month, 1)))
    );
    words = new Set([...days, ...months]);
    calendars.set(locale, words);
  }
  return words;
}

const safeLocale = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? '';
  } catch {
    return '';
  }
};

/**
 * Reads a story's telling words: headline and body, in any language, by `Intl.Segmenter`. Numbers are set aside, names
 * are told by their capitals. How rare a word is in the archive is weighed later, so no list of stop words is needed.
 *
 * @returns At most {@link MAX_TERMS} terms, the weightiest first; the same for the same text.
 */
export function analyseStory(story: { title: string; paragraphs: string[]; locale: string }): Term[] {
  const locale = safeLocale(story.locale);
  const counts = new Map<string, Count>();
  countWords(story.title, locale, HEADLINE_WEIGHT, counts, false);
  let left = MAX_TEXT;
  for (const paragraph of story.paragraphs) {
    if (left <= 0) break;
    countWords(paragraph.slice(0, left), locale, 1, counts, true);
    left -= paragraph.length;
  }
  for (const word of calendarWords(locale)) counts.delete(word);
  const terms = [...counts].map(([term, { surface, count, names, seen }]): Term => {
    const isName = names > 0 && names * 2 > seen;
    return { term, surface: surface.slice(0, 100), isName, weight: Math.sqrt(count) * (isName ? NAME_WEIGHT : 1) };
  });
  terms.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const telling = terms.slice(0, MAX_TERMS);
  const length = Math.sqrt(telling.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return telling.map((term) => ({ ...term, weight: term.weight / length }));
}
