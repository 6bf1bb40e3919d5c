import { DateTime, IANAZone } from 'luxon';

/**
 * The calendar date at a place at an instant: what a dateline prints.
 *
 * @param instant - ISO 8601; without an offset it is read as UTC. A time without a date is no instant.
 * @param timezone - IANA name; missing or unknown: UTC.
 * @returns `YYYY-MM-DD`, or `null` where `instant` is none.
 * @example localDate('2019-04-21T20:00:00Z', 'Asia/Pyongyang') // → '2019-04-22'
 */
export function localDate(instant: string | Date, timezone?: string | null): string | null {
  // Made once a name; to ask whether a name is valid makes a formatter of Intl each time.
  const named = timezone ? IANAZone.create(timezone) : null;
  const zone = named?.isValid ? named : 'utc';
  const date = readInstant(instant)?.setZone(zone).toISODate() ?? null;
  // Years outside 0000–9999 have more digits and a sign, which no reader of a date expects.
  return date && /^\d{4}-/.test(date) ? date : null;
}

function readInstant(instant: unknown): DateTime | null {
  if (instant instanceof Date) return DateTime.fromJSDate(instant);
  // luxon completes `10:00` with today and `2019-W17` with a Monday: neither says when the story was filed.
  if (typeof instant !== 'string' || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(instant)) return null;
  return DateTime.fromISO(instant, { zone: 'utc' });
}
