import type { Credit } from '../credit';
import { literally } from '../literally';
import type { ParsedDateline, Reading } from '../parsed-dateline';
import { isDay, type PartialDate, writePartialDate } from '../partial-date';
import { remember } from '../remember';
import type { DatelineDateForm, DatelineForm, DatelinePart, DatelineStyle } from '../styles';
import { fold } from './head';
import { latinDigits } from './intl-date-forms';
import type { IsPlace } from './known-place';
import { monthsOf, readMonth } from './months';
import { readPlaces } from './read-places';

/** A form in one language, and how to look at it. */
export interface FormReading {
  style: DatelineStyle;
  form: DatelineForm;
  variant?: string;
  /** Best first. */
  languages: readonly string[];
  isPlace?: IsPlace;
}

/** A literal of a style as it may stand in copy: blanks more or less, dashes one or several, but none within a word. */
const literal = (text: string): string =>
  fold(text)
    .split(/( *-+| +)/)
    .map((part) => {
      if (part.includes('-')) return '(?:\\s+[-_]{1,3}|[-_]{1,3}(?=\\s|$))';
      return part.startsWith(' ') ? '\\s*' : literally(part);
    })
    .join('');

function datePattern(form: DatelineDateForm, language: string): string {
  // The house's own months, and whatever else the language has for them.
  const months = [...new Set([...form.months.map((month) => fold(month).toLowerCase()), ...monthsOf(language).keys()])]
    .sort((a, b) => b.length - a.length)
    .map((month) => `${literally(month)}\\.?`);
  const fields: Record<string, string> = {
    day: '(?<day>\\p{Nd}{1,2})',
    dd: '(?<day>\\p{Nd}{1,2})',
    month: `(?<month>${months.join('|')})`,
    year: '(?<year>\\p{Nd}{4})',
    weekday: '\\p{L}+\\.?',
  };
  return form.pattern
    .split(/(\[|\]|\{\w+\})/)
    .map((part) => {
      if (part === '[') return '(?:';
      if (part === ']') return ')?';
      return part.startsWith('{') ? (fields[part.slice(1, -1)] ?? '') : literal(part);
    })
    .join('');
}

const sourceNames = ({ sourceNames: names = {} }: DatelineForm): string[] => Object.values(names);

function fieldPattern(part: Extract<DatelinePart, { field: string }>, { form, languages }: FormReading): string {
  switch (part.field) {
    case 'places':
      return '(?<places>[^()\\[\\]【】=]{1,160}?)';
    case 'source': {
      const names = sourceNames(form).map(literally);
      // Where nothing parts it from its neighbours, only a name that is known can be told from them.
      const isBare = !part.before?.trim() && !part.after?.trim();
      const any = '[^\\s()\\[\\]/=,.:;!?-](?:[^()\\[\\]/=,:;!?]{0,28}[^\\s()\\[\\]/=,.:;!?])?';
      return isBare && names.length > 0
        ? `(?<source>${names.join('|')})`
        : `(?<source>${[...names, any].join('|')})(?:/\\p{Ll}{2,4})?`;
    }
    case 'date':
      return form.date ? `(?<date>${datePattern(form.date, languages[0] ?? 'en')})` : '(?<date>(?!))';
    default:
      return '(?<credits>[^()\\[\\]=]{1,80}?)';
  }
}

/** One way to read a form: with some of its parts, the others missing. */
interface Matcher {
  pattern: RegExp;
  fields: number;
}

/** Every way to read a form, with most parts first. Bounded stretches and few parts keep each linear in practice. */
function matchersOf(reading: FormReading): Matcher[] {
  const { parts } = reading.form;
  const fields = parts.flatMap((part, index) => ('field' in part ? [index] : []));
  const matchers: Matcher[] = [];
  for (let chosen = 0; chosen < 1 << fields.length; chosen += 1) {
    const isChosen = (index: number) => (chosen & (1 << fields.indexOf(index))) !== 0;
    const names = fields.filter(isChosen).map((index) => (parts[index] as { field: string }).field);
    if (!names.includes('places')) continue;
    const source = parts
      .map((part, index) => {
        if ('text' in part) return index === parts.length - 1 ? `(?:${literal(part.text)}|\\s*$)` : literal(part.text);
        if (!isChosen(index)) return '';
        return `${literal(part.before ?? '')}${fieldPattern(part, reading)}${literal(part.after ?? '')}`;
      })
      .join('');
    const last = parts.filter((part, index) => 'text' in part || isChosen(index)).at(-1);
    // A line that ends with its last part: a place runs to the end, others to the next blank.
    const isOpen = last !== undefined && 'field' in last && !last.after;
    // A full stop alone does not tell the end of a place: `ST. LOUIS.`
    const isStop = last !== undefined && 'text' in last && last.text === '.' && names.length === 1;
    const toEnd = isStop || (isOpen && last.field === 'places');
    const end = toEnd ? '(?=\\s*$)' : isOpen ? '(?=\\s|-|$)' : '';
    matchers.push({ pattern: new RegExp(`^\\s*${source}${end}`, 'iu'), fields: names.length });
  }
  return matchers.sort((a, b) => b.fields - a.fields);
}

const cache = new WeakMap<DatelineForm, Map<string, Matcher[]>>();

function cachedMatchers(reading: FormReading): Matcher[] {
  const ofForm = cache.get(reading.form) ?? new Map<string, Matcher[]>();
  cache.set(reading.form, ofForm);
  return remember(ofForm, reading.languages.join(), () => matchersOf(reading));
}

const monthKey = (text: string) => fold(text).toLowerCase().replace(/\.$/, '');

/** The date of a match: `{}` where the line has none, `null` where what stands there is no date. */
function readDate(groups: Groups, { form, languages }: FormReading): PartialDate | null {
  const { date, day, month: name, year } = groups;
  if (date === undefined || !form.date) return {};
  const own = name === undefined ? -1 : form.date.months.findIndex((month) => monthKey(month) === monthKey(name));
  const month = own >= 0 ? own + 1 : name === undefined ? undefined : readMonth(name, languages[0] ?? 'en');
  if (month === null) return null;
  const found = {
    ...(year === undefined ? {} : { year: Number(latinDigits(year)) }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day: Number(latinDigits(day)) }),
  };
  return isDay(found) ? found : null;
}

function readSource(text: string | undefined, { sourceNames = {} }: DatelineForm): string | undefined {
  if (text === undefined) return undefined;
  const wanted = fold(text).trim();
  const known = Object.entries(sourceNames).find(([, name]) => fold(name).toLowerCase() === wanted.toLowerCase());
  return known ? known[0] : wanted;
}

function readCredits(text: string | undefined, { betweenCredits = ', ' }: DatelineForm): Credit[] | undefined {
  if (text === undefined) return undefined;
  const separator = betweenCredits.trim() || ' ';
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => ({ name }));
}

type Groups = Record<string, string | undefined>;

/**
 * Reads a line in one form of a style, strictly: parts may be missing, but those that stand there stand as the house
 * sets them.
 *
 * @param head - Folded; see `fold`.
 * @returns Every way in which it can be read, that with most parts first.
 */
export function readForm(head: string, reading: FormReading): Reading[] {
  const readings: Reading[] = [];
  for (const { pattern } of cachedMatchers(reading)) {
    const match = pattern.exec(head);
    const groups: Groups = match?.groups ?? {};
    if (!match || groups.places === undefined) continue;
    const places = readPlaces(groups.places, reading.form, reading);
    const date = readDate(groups, reading);
    if (!places || !date) continue;
    const [source, credits] = [readSource(groups.source, reading.form), readCredits(groups.credits, reading.form)];
    const day = writePartialDate(date);
    const parsed: ParsedDateline = {
      style: reading.style.name,
      places,
      ...(source ? { source } : {}),
      ...(day ? { date: day } : {}),
      ...(credits ? { credits } : {}),
      ...(reading.variant ? { variant: reading.variant } : {}),
    };
    readings.push({ parsed, end: match[0].length });
  }
  return readings;
}
