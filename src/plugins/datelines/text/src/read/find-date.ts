import { isDay, type PartialDate } from '../partial-date';
import { findMonth, readWeekday } from './months';
import { readDigits, type Slip } from './slips';

/** How far into a text the date of a dateline may stand. */
const MAX_BEFORE = 90;
const MAX_DATE = 40;

/** A date in a line, and how it stands there. */
export interface FoundDate {
  start: number;
  end: number;
  date: PartialDate;
  /** 1 is Monday. */
  weekday?: number;
  slips: Slip[];
  /** Whether a misspelt month was guessed: only what is surely a dateline otherwise may hold it. */
  isGuess: boolean;
  isMonthAlone: boolean;
}

const DAY = String.raw`(?<day>(?<![\p{L}\d])[\dOoIl|]{1,3}|(?<!\d)\d[\dOo]{0,2})(?:(?<=\d)(?:st|nd|rd|th|er|[ºª]))?(?![\p{L}\d])(?:[-/]\d{1,2}(?!\d))?`;
const YEAR = String.raw`(?:\s*[,.]?\s*(?:del?\s+)?(?<year>\d{4})(?!\d))?`;
const MONTH = String.raw`(?<![\p{L}\p{M}])(?<month>\p{L}[\p{L}\p{M}]*)`;
/** `March 3`, `April, 13`, `May4`. */
const MONTH_FIRST = new RegExp(`${MONTH}[.,]*\\s*,?\\s*-?(?:${DAY})${YEAR}`, 'gu');
/** `3 March`, `21 de enero de 2014`, `le 1er mars`, `3. März`. */
const DAY_FIRST = new RegExp(
  `(?:(?<![\\p{L}])(?:le|el|den|il|am|op|on)\\s+)?${DAY}\\.?,?\\s*(?:de\\s+|of\\s+|di\\s+)?${MONTH}(?:\\.(?!-))?${YEAR}`,
  'giu'
);
/** `CAIRO, March -`: what stands before it is looked at by the caller. */
const MONTH_ALONE = new RegExp(
  `(?<=(?:^|[,(])\\s*)${MONTH}\\.?(?:,?\\s*(?<year>\\d{4}))?(?=\\s*[,.]?\\s*(?:[-_()]|$))`,
  'gu'
);

type Found = Omit<FoundDate, 'weekday'>;

/** What stands before a date within a dateline: a sign, or nothing. */
const PARTED = /(?:^|[,.;:(/-])\s*$/u;

function toDate(match: RegExpExecArray, languages: readonly string[]): Found | null {
  const { month: word = '', day, year } = match.groups ?? {};
  const before = match.input.slice(0, match.index);
  const found = findMonth(word, languages, PARTED.test(before));
  if (!found || (day === undefined && found.meant)) return null;
  const slips: Slip[] = found.meant ? [{ written: word, meant: found.meant }] : [];
  const at = { start: match.index, end: match.index + match[0].length };
  const isLetter = day !== undefined && /^\D$/u.test(day);
  const rest = { isGuess: (found.isGuess ?? false) || isLetter, isMonthAlone: day === undefined };
  const known = { ...(year ? { year: Number(year) } : {}), month: found.number };
  if (day === undefined) return { ...at, ...rest, date: known, slips };
  const digits = readDigits(day);
  // `April l`, `May lO`; `Ill.` is a state.
  const isLetters = !/\d/.test(day);
  if (isLetters && day.length > 2) return null;
  const whole = { ...known, day: Number(digits) };
  if (digits.length > 2 || !isDay(whole)) {
    return { ...at, ...rest, date: { month: found.number }, slips: [...slips, { written: day }] };
  }
  return { ...at, ...rest, date: whole, slips: digits === day ? slips : [...slips, { written: day, meant: digits }] };
}

function firstMatch(pattern: RegExp, head: string, languages: readonly string[]): Found | null {
  pattern.lastIndex = 0;
  for (const match of head.slice(0, MAX_BEFORE + MAX_DATE).matchAll(pattern)) {
    if (match.index > MAX_BEFORE) return null;
    const found = toDate(match, languages);
    if (found) return found;
  }
  return null;
}

/** A weekday right before a date belongs to it: `SEOUL, Friday, April 22`. */
function withWeekday(head: string, found: Found, languages: readonly string[]): FoundDate {
  const before = /(\p{L}+)\.?,?\s*$/u.exec(head.slice(0, found.start));
  const weekday = before?.[1] && readWeekday(before[1], languages);
  return before && weekday ? { ...found, start: before.index, weekday } : found;
}

/**
 * The first date in a line, in any of the languages: `March 3`, `3 March`, `21 de enero`, with or without its year; a
 * month alone only where no day stands anywhere.
 */
export function findDate(head: string, languages: readonly string[]): FoundDate | null {
  const [first, ...others] = [MONTH_FIRST, DAY_FIRST]
    .flatMap((pattern) => firstMatch(pattern, head, languages) ?? [])
    .sort((a, b) => Number(a.isGuess) - Number(b.isGuess) || a.start - b.start || b.end - a.end);
  // Of two dates on one day the one without a slip wins. In `RIO DE JANEIRO, 28 August` the comma ends the first.
  const better = others.find(
    ({ start, slips }) =>
      first &&
      start <= first.end &&
      (slips.length < first.slips.length || /^\p{L}+,/u.test(head.slice(first.start, first.end)))
  );
  const found = better ?? first ?? firstMatch(MONTH_ALONE, head, languages);
  return found && withWeekday(head, found, languages);
}
