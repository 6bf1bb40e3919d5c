import { DateTime } from 'luxon';
import { localDate } from '../local-date';
import { readPartialDate } from '../partial-date';
import { type CheckedStory, type Finding, finding } from './finding';

/** Days that a dateline may lie before publication without a word: a feature is held over a week, hardly longer. */
const MAX_AGE_DAYS = 14;

/** The dateline's day against the day of publication, both at the place. */
export function checkDates(story: CheckedStory, day: string | null, zone: string | null | undefined): Finding[] {
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
