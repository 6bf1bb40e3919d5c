import { DateTime } from 'luxon';
import { fillPattern } from './fill-pattern';
import { baseLanguage } from './language';
import type { DatelineStyle } from './styles';

/**
 * A dateline's date: in the style's own language as the house writes it, in others as Intl does, with the month in
 * full. The calendar is Gregorian everywhere, as in the copy that agencies send.
 *
 * @param date - `YYYY-MM-DD`.
 * @returns `''` for anything else, and for days that no calendar has.
 */
export function formatDate(date: string | null | undefined, style: DatelineStyle, language: string): string {
  const day = readDate(date);
  if (!day) return '';

  const form = style.dateline.date;
  if (form && baseLanguage(language) === baseLanguage(style.language)) {
    const month = form.months[day.month - 1] ?? '';
    return fillPattern(form.pattern, { day: String(day.day), month, year: String(day.year) });
  }
  return new Intl.DateTimeFormat([language, style.language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  }).format(day.toJSDate());
}

function readDate(date: unknown): DateTime | null {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = DateTime.fromISO(date, { zone: 'utc' });
  return day.isValid ? day : null;
}
