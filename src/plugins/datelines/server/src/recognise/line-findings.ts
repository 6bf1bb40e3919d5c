import type { Recognised, StoryFinding } from '../../../shared/src';
import { type CheckedPlace, type CheckOptions, checkStory } from '../../../text/src';

/** Told otherwise: by a place's candidates, and by there being no byline in the text. */
const TOLD = new Set(['PLACE_UNKNOWN', 'PLACE_DIFFERS', 'REGION_MISSING', 'AUTHOR_MISSING']);

/**
 * What does not agree in the lines themselves: a weekday that the date is not, a date to come, a byline from elsewhere.
 *
 * @param filedAt - A day or an instant, to which dates are held.
 * @param styles - Those in which the lines were read: a line in any other is reported unread.
 */
export function lineFindings(
  { dateline, byline }: Pick<Recognised, 'dateline' | 'byline'>,
  lines: { datelineText: string | null; bylineText: string | null },
  { filedAt, ...options }: Pick<CheckOptions, 'locale' | 'styles' | 'isPlace'> & { filedAt: string }
): StoryFinding[] {
  const datelines = dateline?.places.map(
    ({ city, entries: [entry] }): CheckedPlace => ({ city, timezone: entry?.timezone, standsAlone: true })
  );
  const date = dateline?.date && /^\d{4}/.test(dateline.date) ? dateline.date : null;
  const story = { ...lines, datelines, datelineDate: date, publishedAt: filedAt, credits: byline?.credits };
  return checkStory(story, options).filter(({ code }) => !TOLD.has(code));
}
