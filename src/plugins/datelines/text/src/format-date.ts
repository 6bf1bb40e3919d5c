import { DateTime } from 'luxon';
import { type PartialDate, readPartialDate } from './partial-date';
import { remember } from './remember';
import type { DatelineDateForm } from './styles';

/**
 * A dateline's date: as the house writes it in a language of its own, in others as Intl does, with the month in full.
 * The calendar is Gregorian everywhere, as in the copy that agencies send.
 *
 * @param date - `YYYY-MM-DD`, or a part of it; see `Dateline.date`.
 * @param form - The house's own form, where it has one in this language.
 * @param fallback - Language for what Intl does not know.
 * @returns `''` for anything else, and for days that no calendar has; so too where the form needs what is not known.
 */
export function formatDate(
  date: string | null | undefined,
  form: DatelineDateForm | undefined,
  language: string,
  fallback: string
): string {
  const day = readPartialDate(date);
  if (!day) return '';
  return form ? fillForm(day, form) : byIntl(day, [language, fallback]);
}

/** What a form needs and is not known falls away with its brackets, else the whole date does. */
function fillForm(date: PartialDate, form: DatelineDateForm): string {
  const values = valuesOf(date, form);
  let isWhole = true;
  const fill = (pattern: string): string | null => {
    let known = true;
    const text = pattern.replace(/\{(\w+)\}/g, (_match, key: string) => {
      const value = values[key];
      if (value === undefined) known = false;
      return value ?? '';
    });
    return known ? text : null;
  };
  const text = form.pattern
    .split(/(\[[^\]]*\])/)
    .map((part) => {
      if (part.startsWith('[')) return fill(part.slice(1, -1)) ?? '';
      const filled = fill(part);
      if (filled === null) isWhole = false;
      return filled ?? '';
    })
    .join('');
  return isWhole ? text.trim() : '';
}

function valuesOf({ year, month, day }: PartialDate, form: DatelineDateForm): Record<string, string | undefined> {
  const whole = year !== undefined && month !== undefined && day !== undefined;
  return {
    day: day === undefined ? undefined : String(day),
    dd: day === undefined ? undefined : String(day).padStart(2, '0'),
    month: month === undefined ? undefined : form.months[month - 1],
    year: year === undefined ? undefined : String(year),
    weekday: whole ? form.weekdays?.[DateTime.utc(year, month, day).weekday - 1] : undefined,
  };
}

/** Formatters that are kept, by language, zone and parts of a date. */
const MOST_FORMATS = 300;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter of Intl's for what is known of a date; made once, since making one is slow. */
export function intlDateFormat(languages: readonly string[], { year, month, day }: PartialDate): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = {
    ...(year === undefined ? {} : { year: 'numeric' }),
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    calendar: 'gregory',
    timeZone: 'UTC',
  };
  const key = `${languages.join()} ${Object.keys(options).join()}`;
  return remember(formatters, key, () => new Intl.DateTimeFormat([...languages], options), MOST_FORMATS);
}

function byIntl(date: PartialDate, languages: readonly string[]): string {
  const { year = 2000, month = 1, day = 1 } = date;
  return intlDateFormat(languages, date).format(DateTime.utc(year, month, day).toJSDate());
}
