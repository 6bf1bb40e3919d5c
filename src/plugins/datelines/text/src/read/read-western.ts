import { isAcronym, isAgency } from '../data/agencies';
import { isNoPlace } from '../data/no-places';
import type { ParsedDateline, Reading } from '../parsed-dateline';
import { type PartialDate, writePartialDate } from '../partial-date';
import { type FoundDate, findDate } from './find-date';
import { isPlaceAlone } from './known-place';
import { type FoundPlaces, readHead } from './read-head';
import { readTail, type Tail } from './read-tail';
import type { PlaceContext } from './split-places';

/** How far into a line what ends its places may stand. */
const MAX_PLACES = 90;

/** The later date of two is that of publication; where both tell a day, the one with the year says more. */
const fuller = (first: PartialDate, second: PartialDate | undefined): PartialDate =>
  second && (first.day === undefined || first.year === undefined) ? second : first;

/** A line apart: what stands before its first date, source or dash, and what follows. */
interface Line {
  before: string;
  places: FoundPlaces | null;
  tail: Tail;
  /** What follows the dateline. */
  rest: string;
  /** The dateline, as it stands. */
  written: string;
}

function isSigned({ tail: { source }, places }: Line): boolean {
  return source !== undefined && (isAgency(source) || ((places?.isSure ?? false) && isAcronym(source)));
}

/** A dash that parts a place from the sentence: with a blank before it, or two, or none within a word. */
const isApart = (written: string): boolean => /(?:\s|^)[-_\u2010-\u2015]+$|[-_]{2,3}$|[\u2013-\u2015]$/u.test(written);

/** Whether a line with a place and a date is a dateline, and no sentence that begins with both. */
function isDated(line: Line, date: FoundDate, places: FoundPlaces): boolean {
  const { before, tail } = line;
  const signed = isSigned(line);
  if (!tail.isClosed && tail.source === undefined) return false;
  if (!/[,.;:(-]\s*$/.test(before) && tail.dates[0] === date && !places.isSure && !signed) return false;
  if (date.isGuess) return (places.isKnown && tail.hasDash && isApart(line.written)) || signed;
  if (date.isMonthAlone) return (places.isSure && tail.hasDash) || signed;
  return !places.isLower || tail.hasDash || signed;
}

/** Whether a line without a place is one all the same: it says by whom, or when, and nothing else. */
function isPlaceless({ before, tail, rest, written }: Line): boolean {
  const { source, dates, isClosed, hasDash } = tail;
  const [date] = dates;
  if (before.trim() !== '' || !isClosed || date?.isGuess || date?.isMonthAlone) return false;
  if (source !== undefined) return isAgency(source) || (date !== undefined && isAcronym(source) && !isNoPlace(source));
  // `March 3 - the deadline - passed`: in small letters a date opens many a sentence.
  return (
    date !== undefined &&
    hasDash &&
    isApart(written) &&
    (!/\p{Ll}/u.test(written) || /^\s*(?:["'“«]?\p{Lu}|$)/u.test(rest))
  );
}

function isDateline(line: Line): boolean {
  const { places, tail } = line;
  const [date] = tail.dates;
  if (!places) return isPlaceless(line);
  if (date) return isDated(line, date, places);
  return isSigned(line) && tail.isClosed;
}

/** A place and a dash, and nothing else. */
function isAlone({ places, tail, written }: Line, { isPlace }: PlaceContext): boolean {
  if (!places || tail.source !== undefined || tail.dates.length > 0 || !tail.hasDash || !isApart(written)) return false;
  const areNamed = places.places.every(({ country }) => country !== undefined);
  return (areNamed || places.isCapitals) && places.places.every((place) => isPlaceAlone(place, isPlace));
}

/** Where the places of a line end: at its first date, bracket or dash. */
function endOfPlaces(text: string, head: string, languages: readonly string[]): number | null {
  // A long dash needs no blanks: `BONN\u2014The`.
  const signs = [/\(|\s[-_]|[-_]{2}|[-_](?=\s|$)/u.exec(head), /[\u2014\u2015]/u.exec(text)];
  const sign = Math.min(...signs.map((match) => match?.index ?? MAX_PLACES));
  const date = findDate(head, languages);
  // After a bracket or dash, a date belongs to what follows; whether that is the line's, the tail says.
  if (date && date.start <= sign) return date.start;
  return sign < MAX_PLACES ? sign : null;
}

/**
 * Reads a line as it stands in real copy: in any case, months in any language and misspelt, commas and dashes missing or
 * too many, `, Reuter -`, two dates, no place at all. It is asked where no style reads the line strictly, and gives no
 * style.
 *
 * @param text - As it was written: a long dash parts where a hyphen joins.
 * @param head - Folded; see `fold`.
 */
export function readWestern(text: string, head: string, context: PlaceContext): Reading | null {
  const stop = endOfPlaces(text, head, context.languages);
  if (stop === null) return null;
  const tail = readTail(head, stop, context.languages);
  const before = head.slice(0, stop);
  const line: Line = {
    before,
    places: readHead(before, context),
    tail,
    rest: head.slice(tail.end),
    written: text.slice(0, tail.end),
  };
  if (!isDateline(line) && !isAlone(line, context)) return null;
  return toReading(line);
}

function toReading({ places, tail }: Line): Reading {
  const [first, second] = tail.dates;
  const day = first && writePartialDate(fuller(first.date, second?.date));
  const weekday = first?.weekday ?? second?.weekday;
  const slips = [...(places?.slips ?? []), ...tail.dates.flatMap((date) => date.slips)];
  const parsed: ParsedDateline = {
    style: '',
    places: places?.places ?? [],
    ...(tail.source ? { source: tail.source } : {}),
    ...(day ? { date: day } : {}),
    ...(weekday ? { weekday } : {}),
    ...(slips.length > 0 ? { slips } : {}),
  };
  return { parsed, end: tail.end };
}
