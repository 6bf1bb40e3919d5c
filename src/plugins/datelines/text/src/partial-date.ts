import { DateTime } from 'luxon';

/** A calendar day, as far as a line tells it. */
export interface PartialDate {
  year?: number;
  month?: number;
  day?: number;
}

const FORM = /^(?:(\d{4})-(\d{2})-(\d{2})|--(\d{2})(?:-(\d{2}))?|---(\d{2}))$/;
/** A leap year: a day of no year may be the 29th of February. */
const ANY_YEAR = 2000;

/** Whether a calendar has the day. */
export function isDay({ year = ANY_YEAR, month = 1, day = 1 }: PartialDate): boolean {
  return DateTime.utc(year, month, day).isValid;
}

/**
 * Reads `YYYY-MM-DD`, `--MM-DD`, `--MM` or `---DD` (ISO 8601, and XML Schema's gMonthDay and gDay).
 *
 * @returns `null` for anything else, and for days that no calendar has.
 */
export function readPartialDate(value: unknown): PartialDate | null {
  const found = typeof value === 'string' ? FORM.exec(value) : null;
  if (!found) return null;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const date: PartialDate = {
    year: number(found[1]),
    month: number(found[2] ?? found[4]),
    day: number(found[3] ?? found[5] ?? found[6]),
  };
  return isDay(date) ? date : null;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The text of a date, as {@link readPartialDate} reads it; undefined where nothing is known. */
export function writePartialDate({ year, month, day }: PartialDate): string | undefined {
  if (year !== undefined && month !== undefined && day !== undefined) {
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  }
  if (month !== undefined) return day === undefined ? `--${two(month)}` : `--${two(month)}-${two(day)}`;
  return day === undefined ? undefined : `---${two(day)}`;
}

/**
 * Fills in what a line leaves out: the date nearest to a day on which it was filed or read. Agencies date copy on the
 * day itself or the next; a wire may hold an embargo or a replay a little longer.
 *
 * @param reference - `YYYY-MM-DD`, or an instant whose day is meant.
 * @returns The date as it was where `reference` is none, or where no such day is near.
 */
export function completeDate(date: PartialDate, reference: string | null | undefined): PartialDate {
  const near = typeof reference === 'string' ? DateTime.fromISO(reference.slice(0, 10), { zone: 'utc' }) : null;
  if (!near?.isValid || date.year !== undefined || date.day === undefined) return date;
  const { month, day } = date;
  // A missing month may be this one, the last or the next; so may a missing year.
  const candidates = [-1, 0, 1]
    .map((step) => (month === undefined ? near.plus({ months: step }) : near.plus({ years: step })))
    .map((at) => DateTime.utc(at.year, month ?? at.month, day))
    .filter((at) => at.isValid)
    .sort((a, b) => Math.abs(a.diff(near).milliseconds) - Math.abs(b.diff(near).milliseconds));
  const [best] = candidates;
  return best ? { year: best.year, month: best.month, day: best.day } : date;
}
