import { AGENCIES, isAcronym } from '../data/agencies';
import type { ParsedDateline, ParsedPlace, Reading } from '../parsed-dateline';
import { isDay, type PartialDate, writePartialDate } from '../partial-date';
import type { DatelineStyle } from '../styles';
import { readMonth, weekdaysOf } from './months';
import { isRegionAbbreviation, readQualifier } from './qualifiers';
import { isCityName, readPlace, splitPlaces } from './read-places';

/** How far into a text the date, the source or the dash of a dateline may stand. */
const MAX_BEFORE = 90;
const LANGUAGE = 'en';

interface FoundDate {
  start: number;
  end: number;
  date: PartialDate;
  weekday?: number;
}

/** `2O` is a slip for `20`. */
const toNumber = (text: string) => Number(text.replace(/[Oo]/g, '0'));

function dayOf(month: number, text: string, year?: string): PartialDate {
  const known = { ...(year ? { year: Number(year) } : {}), month, day: toNumber(text) };
  return text.length <= 2 && isDay(known) ? known : { month };
}

/** The first date in a line, `March 3`, `3 March`, with or without its year. */
function findDate(head: string): FoundDate | null {
  const words =
    /(\p{L}+)\.?\s*(\d[\dOo]{0,2})(?![\p{L}\d])(?:,?\s*(\d{4})(?!\d))?|(?<![\p{L}\d])(\d{1,2})\s+(\p{L}+)\.?(?:,?\s*(\d{4})(?!\d))?/gu;
  for (const match of head.slice(0, MAX_BEFORE + 40).matchAll(words)) {
    const [text, before, day, year, dayFirst, after, yearAfter] = match;
    const name = before ?? after ?? '';
    const month = readMonth(name, LANGUAGE, { misspelt: true });
    if (month === null || match.index > MAX_BEFORE) continue;
    const date = dayOf(month, day ?? dayFirst ?? '', year ?? yearAfter);
    const weekday = /(\p{L}+)\.?,?\s*$/u.exec(head.slice(0, match.index));
    const number = weekday ? weekdaysOf(LANGUAGE).get(weekday[1]?.toLowerCase() ?? '') : undefined;
    const start = weekday && number ? weekday.index : match.index;
    return { start, end: match.index + text.length, date, ...(number ? { weekday: number } : {}) };
  }
  return null;
}

const form: DatelineStyle['dateline'] = { cityCase: 'capitals', betweenPlaces: '/', parts: [] };

/** A place whose region follows without a comma: `FARMINGTON Conn.`, `Iowa City IA`. */
function withoutComma(text: string): ParsedPlace | null {
  const match = /^(.+?)\s+((?:\p{Lu}\.\s?){2,}|\p{Lu}\p{Ll}{1,5}\.|\p{Lu}{2})$/u.exec(text);
  const [, city = '', region = ''] = match ?? [];
  if (!match || !isRegionAbbreviation(region) || !isCityName(city)) return null;
  // Two capitals after a city in capitals are more likely its own last word.
  if (/^\p{Lu}{2}$/u.test(region) && !/\p{Ll}/u.test(city) && region !== 'NY' && region !== 'DC') return null;
  const place = readPlace(city, form, [LANGUAGE]);
  return place && { ...place, qualifier: region, ...readQualifier(region, [LANGUAGE]) };
}

interface Places {
  places: ParsedPlace[];
  /** Whether something besides capitals says that it is a place. */
  isSure: boolean;
}

function placesOf(text: string): Places | null {
  const plain = text
    .replace(/[\s,-]+$/u, '')
    .replace(/(?<=\p{L}),\.$/u, '')
    .replace(/,\s*\.$/u, '');
  const places: ParsedPlace[] = [];
  for (const part of splitPlaces(plain, '/')) {
    const place = part.includes(',')
      ? readPlace(part, form, [LANGUAGE])
      : (withoutComma(part.trim()) ?? readPlace(part, form, [LANGUAGE]));
    if (!place) return null;
    places.push(place);
  }
  const isKnown = places.some(({ country }) => country !== undefined);
  const isCapitals = !/\p{Ll}/u.test(plain.split(',')[0] ?? '');
  return { places, isSure: isKnown || isCapitals };
}

/** `La paz,`: a second word that somebody forgot to capitalise. */
const withCapital = (text: string): string =>
  text.replace(
    /^(\p{Lu}\p{Ll}+ )(\p{Ll})(?=\p{Ll}{2,},\s*$)/u,
    (_match, first: string, letter: string) => first + letter.toUpperCase()
  );

const DASH = /^\s*[.,]?\s*[-_]{1,3}(?=\s|$|\p{L}|["'“<(])/u;
const SOURCE = /^\s*,?\s*\(\s*([\p{L}][\p{L}\p{N} .&'-]{0,28}?)\s*\)/u;
/** `, Reuter -`, as the agency signed in the 1980s. */
const BARE_SOURCE = /^\s*,\s*(Reuters?|AP|AFP|UPI|Kyodo|Xinhua)(?=\s*-|\s*$)/u;

/** The rest of a line after its places and date. */
function readTail(head: string, from: number): { source?: string; second?: FoundDate; end: number; isClosed: boolean } {
  let end = from;
  const bracket = SOURCE.exec(head.slice(end)) ?? BARE_SOURCE.exec(head.slice(end));
  if (bracket) end += bracket[0].length;
  const rest = bracket ? findDate(head.slice(end, end + 30)) : null;
  const second = rest && /^[\s,]*$/.test(head.slice(end, end + rest.start)) ? rest : null;
  if (second) end += second.end;
  const dash = DASH.exec(head.slice(end));
  const isEnd = /^[\s,.]*$/.test(head.slice(end));
  if (dash) end += dash[0].length;
  return {
    ...(bracket?.[1] ? { source: bracket[1].trim() === 'Reuter' ? 'Reuters' : bracket[1].trim() } : {}),
    ...(second ? { second } : {}),
    end,
    isClosed: dash !== null || isEnd,
  };
}

/** The later date of two is that of publication; where both tell a day, the one with the year says more. */
const fuller = (first: PartialDate, second: PartialDate | undefined): PartialDate =>
  second && (first.day === undefined || first.year === undefined) ? second : first;

function toReading(
  places: Places,
  date: PartialDate,
  weekday: number | undefined,
  end: number,
  source?: string
): Reading {
  const day = writePartialDate(date);
  const parsed: ParsedDateline = {
    style: '',
    places: places.places,
    ...(source ? { source } : {}),
    ...(day ? { date: day } : {}),
    ...(weekday ? { weekday } : {}),
  };
  return { parsed, end };
}

/**
 * Reads a line in Latin letters as it stands in real copy: misspelt months, missing commas and dashes,
 * `, Reuter -`, two dates. It is asked where no style reads the line strictly, and gives no style.
 */
export function readWestern(line: string): Reading | null {
  const date = findDate(line);
  if (date && date.start > 0) {
    const before = line.slice(0, date.start);
    const places = placesOf(before) ?? placesOf(withCapital(before));
    const tail = readTail(line, date.end);
    const parted = /[,.-]\s*$/.test(before) || (places?.isSure ?? false);
    if (places && parted && (tail.isClosed || tail.source)) {
      const day = fuller(date.date, tail.second?.date);
      return toReading(places, day, date.weekday, tail.end, tail.source);
    }
  }
  return withoutDate(line);
}

function withoutDate(line: string): Reading | null {
  const bracket = /^([^()]{1,80}?)\s*(?=\()/u.exec(line);
  if (bracket) {
    const places = placesOf(bracket[1] ?? '');
    const tail = readTail(line, bracket[1]?.length ?? 0);
    const isAgency =
      tail.source !== undefined && (AGENCIES.has(tail.source) || (places?.isSure && isAcronym(tail.source)));
    if (places && isAgency && (tail.second || tail.isClosed)) {
      return toReading(places, tail.second?.date ?? {}, tail.second?.weekday, tail.end, tail.source);
    }
  }
  const dash = /^([^()-]{2,80}?)\s*-{1,3}(?=\s|$)/u.exec(line);
  const places = dash?.[1]?.includes(',') ? placesOf(dash[1]) : null;
  // A city and a region that is known, before a dash, and nothing else.
  if (!dash || !places?.places.every(({ country }) => country)) return null;
  return toReading(places, {}, undefined, dash[0].length);
}
