import { DateTime } from 'luxon';
import { cleanList, cleanText } from './clean-text';
import { localDate } from './local-date';
import { parseByline } from './parse-byline';
import { parseDateline } from './parse-dateline';
import { readPartialDate } from './partial-date';

/** A place of a story's dateline, as far as it is checked. */
export interface CheckedPlace {
  city: string;
  region?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
  timezone?: string | null;
  standsAlone?: boolean | null;
  /** Whether it is one of the newsroom's places; left out: it is. */
  known?: boolean;
}

/** A person of a story's byline. */
export interface CheckedCredit {
  name?: string | null;
  familyName?: string | null;
  location?: string | null;
}

/** What is checked: the fields of a story, and lines as a wire or an editor wrote them. */
export interface CheckedStory {
  datelines?: readonly CheckedPlace[] | null;
  /** `YYYY-MM-DD`. */
  datelineDate?: string | null;
  /** ISO 8601. */
  filedAt?: string | null;
  /** ISO 8601; the instant at which it is, or is to be, published. */
  publishedAt?: string | null;
  /** Code of the source. */
  source?: string | null;
  credits?: readonly CheckedCredit[] | null;
  /** What stands where nobody is credited. */
  bylineLabel?: string | null;
  /** A dateline as it was written. */
  datelineText?: string | null;
  /** A byline as it was written. */
  bylineText?: string | null;
}

export type FindingCode =
  | 'DATELINE_UNREAD'
  | 'DATE_AFTER_PUBLICATION'
  | 'DATE_LONG_BEFORE'
  | 'DATE_IN_OTHER_YEAR'
  | 'WEEKDAY_DIFFERS'
  | 'PLACE_UNKNOWN'
  | 'PLACE_DIFFERS'
  | 'REGION_MISSING'
  | 'TIMEZONE_UNKNOWN'
  | 'SOURCE_DIFFERS'
  | 'AUTHOR_MISSING'
  | 'BYLINE_UNREAD'
  | 'BYLINE_PLACE_DIFFERS'
  | 'CAPITALS_DIFFER';

/** Something that does not agree. Callers branch on `code`; the message may be reworded. */
export interface Finding {
  code: FindingCode;
  /** `error`: readers would be misled. `warning`: probably wrong. `info`: worth a look. */
  severity: 'error' | 'warning' | 'info';
  field: 'dateline' | 'byline' | 'source' | 'date';
  message: string;
  /** Which place or person, from 0. */
  place?: number;
  /** What the message is made of, for texts in other languages. */
  values?: Record<string, string>;
}

export interface CheckOptions {
  /** Language of the lines, BCP 47. */
  locale?: string | null;
  /** Style of the dateline as it was written. @default found out */
  style?: string | null;
}

/** Days that a dateline may lie before publication without a word: a feature is held over a week, hardly longer. */
const MAX_AGE_DAYS = 14;

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const finding = (
  code: FindingCode,
  severity: Finding['severity'],
  field: Finding['field'],
  message: string,
  rest: Pick<Finding, 'place' | 'values'> = {}
): Finding => ({ code, severity, field, message, ...rest });

function checkDates(story: CheckedStory, day: string | null, zone: string | null | undefined): Finding[] {
  const published = story.publishedAt ? localDate(story.publishedAt, zone) : null;
  const date = readPartialDate(day);
  if (!day || !date || date.year === undefined || !published) return [];
  const values = { date: day, published };
  if (day > published) {
    return [
      finding(
        'DATE_AFTER_PUBLICATION',
        'error',
        'date',
        `The dateline says ${day}, which is after publication on ${published}.`,
        { values }
      ),
    ];
  }
  const days = DateTime.fromISO(published).diff(DateTime.fromISO(day), 'days').days;
  if (days <= MAX_AGE_DAYS) return [];
  return day.slice(0, 4) !== published.slice(0, 4)
    ? [
        finding(
          'DATE_IN_OTHER_YEAR',
          'warning',
          'date',
          `The dateline says ${day}, in another year than publication on ${published}.`,
          { values }
        ),
      ]
    : [
        finding(
          'DATE_LONG_BEFORE',
          'info',
          'date',
          `The dateline says ${day}, ${Math.round(days)} days before publication.`,
          { values: { ...values, days: String(Math.round(days)) } }
        ),
      ];
}

function checkPlaces(places: readonly CheckedPlace[]): Finding[] {
  return places.flatMap((place, index): Finding[] => {
    const values = { city: place.city };
    const found: Finding[] = [];
    if (place.known === false) {
      found.push(
        finding('PLACE_UNKNOWN', 'warning', 'dateline', `${place.city} is none of the newsroom's places.`, {
          place: index,
          values,
        })
      );
    }
    if (!place.standsAlone && !cleanText(place.region) && !cleanText(place.country)) {
      found.push(
        finding(
          'REGION_MISSING',
          'warning',
          'dateline',
          `${place.city} needs its region or country: it does not stand alone.`,
          { place: index, values }
        )
      );
    }
    if (place.timezone && !DateTime.local().setZone(place.timezone).isValid) {
      found.push(
        finding(
          'TIMEZONE_UNKNOWN',
          'error',
          'dateline',
          `${place.city} has the time zone "${place.timezone}", which there is not.`,
          { place: index, values: { ...values, timezone: place.timezone } }
        )
      );
    }
    return found;
  });
}

/** A dateline as it was written against the story's fields. */
function checkWritten(story: CheckedStory, options: CheckOptions): Finding[] {
  const text = cleanText(story.datelineText);
  if (!text) return [];
  const reference = story.datelineDate ?? story.filedAt ?? story.publishedAt;
  const parsed = parseDateline(text, { locale: options.locale, style: options.style, referenceDate: reference });
  if (!parsed)
    return [finding('DATELINE_UNREAD', 'warning', 'dateline', `"${text.slice(0, 80)}" is not read as a dateline.`)];
  const found: Finding[] = [];
  const places = cleanList(story.datelines);
  if (places.length > 0) {
    const names = new Set(places.map(({ city }) => folded(city)));
    parsed.places.forEach(({ city }, index) => {
      if (!names.has(folded(city))) {
        const cities = places.map((place) => place.city).join(', ');
        found.push(
          finding('PLACE_DIFFERS', 'warning', 'dateline', `The line names ${city}, the story ${cities}.`, {
            place: index,
            values: { city, cities },
          })
        );
      }
    });
  }
  const source = cleanText(story.source);
  if (source && parsed.source && folded(source) !== folded(parsed.source)) {
    found.push(
      finding(
        'SOURCE_DIFFERS',
        'warning',
        'source',
        `The line is signed ${parsed.source}, the story's source is ${source}.`,
        { values: { line: parsed.source, source } }
      )
    );
  }
  const date = readPartialDate(parsed.date);
  if (parsed.weekday && date?.year !== undefined && date.month && date.day) {
    const weekday = DateTime.utc(date.year, date.month, date.day).weekday;
    if (weekday !== parsed.weekday) {
      const name = DateTime.utc(date.year, date.month, date.day).setLocale('en').weekdayLong ?? '';
      found.push(
        finding('WEEKDAY_DIFFERS', 'error', 'date', `${parsed.date} is a ${name}, not the weekday of the line.`, {
          values: { date: parsed.date ?? '', weekday: name },
        })
      );
    }
  }
  return found;
}

/** Whether a name is in capitals, as a family name that AFP sets so. */
const isCapitals = (name: string) => /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);

function checkCredits(story: CheckedStory, options: CheckOptions): Finding[] {
  const found: Finding[] = [];
  const text = cleanText(story.bylineText);
  const parsed = text ? parseByline(story.bylineText ?? '', { locale: options.locale, bare: true }) : null;
  if (text && !parsed)
    found.push(finding('BYLINE_UNREAD', 'warning', 'byline', `"${text.slice(0, 80)}" is not read as a byline.`));
  const credits = cleanList(story.credits);
  const people: CheckedCredit[] =
    credits.length > 0
      ? [...credits]
      : (parsed?.credits ?? []).map(({ name, givenName, familyName, location }) => ({
          name: name ?? [givenName, familyName].filter(Boolean).join(' '),
          familyName,
          location,
        }));
  if (people.length === 0 && !parsed?.label && !cleanText(story.bylineLabel)) {
    found.push(
      finding('AUTHOR_MISSING', 'info', 'byline', 'Nobody is credited, and nothing stands where a byline would.')
    );
  }
  const places = cleanList(story.datelines);
  const cities = new Set(places.map(({ city }) => folded(city)));
  people.forEach(({ name, location }, index) => {
    const where = cleanText(location);
    // A second reporter may sit elsewhere; the first one's place is the dateline's.
    if (index > 0 || !where || cities.size === 0 || cities.has(folded(where.split(/[,،、]/u)[0] ?? ''))) return;
    const city = places[0]?.city ?? '';
    const values = { name: cleanText(name), location: where, city };
    found.push(
      finding('BYLINE_PLACE_DIFFERS', 'warning', 'byline', `${values.name} is in ${where}, the dateline in ${city}.`, {
        place: index,
        values,
      })
    );
  });
  const inCapitals = people.map(({ name }) => cleanText(name).split(' ').some(isCapitals));
  if (text && parsed && !parsed.familyNameCaps) return found;
  if (inCapitals.includes(true) && inCapitals.includes(false)) {
    const index = inCapitals.indexOf(false);
    const values = { name: cleanText(people[index]?.name) };
    if (credits.length > 0)
      found.push(
        finding('CAPITALS_DIFFER', 'info', 'byline', `${values.name} has no family name in capitals, as others have.`, {
          place: index,
          values,
        })
      );
  }
  return found;
}

/** Capitals in a byline as it was written: one name with them and one without. */
function checkCapitals(text: string): Finding[] {
  const names = text.replace(/^\S+\s+/u, '').split(/,|;|\band\b|\bet\b|\bund\b|\by\b/u);
  const marks = names.map((name) => name.trim()).filter((name) => /\s/.test(name));
  const capitals = marks.map((name) => name.split(/\s+/).some((word) => word.length > 2 && isCapitals(word)));
  if (!capitals.includes(true) || !capitals.includes(false)) return [];
  const index = capitals.indexOf(false);
  const values = { name: marks[index] ?? '' };
  return [
    finding('CAPITALS_DIFFER', 'info', 'byline', `${values.name} has no family name in capitals, as others have.`, {
      place: index,
      values,
    }),
  ];
}

/**
 * What does not agree in a story's dateline, byline and source, the gravest first. Never throws; what is missing is
 * not checked, but for the byline.
 */
export function checkStory(story: CheckedStory, options: CheckOptions = {}): Finding[] {
  const places = cleanList(story.datelines);
  const zone = places[0]?.timezone;
  const day = story.datelineDate ?? (story.filedAt && places.length > 0 ? localDate(story.filedAt, zone) : null);
  const findings = [
    ...checkDates(story, day, zone),
    ...checkPlaces(places),
    ...checkWritten(story, options),
    ...checkCredits(story, options),
    ...(story.bylineText ? checkCapitals(cleanText(story.bylineText)) : []),
  ];
  const order = ['error', 'warning', 'info'];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
