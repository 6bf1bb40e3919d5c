import { cleanList, cleanText } from '../clean-text';
import { leadingDateline } from '../leading-dateline';
import { readPartialDate } from '../partial-date';
import { checkLine } from './check-line';
import { type CheckedStory, type CheckOptions, type Finding, finding } from './finding';

/**
 * A dateline that the text brings along: beside that of the fields, and where both differ; or in place of one.
 *
 * @param day - The day of the fields' dateline.
 */
export function checkText(story: CheckedStory, day: string | null, { locale, styles }: CheckOptions): Finding[] {
  const places = cleanList(story.datelines);
  const referenceDate = story.datelineDate || story.filedAt || story.publishedAt;
  const own = leadingDateline(story.openingText ?? '', { locale, styles, places, referenceDate });
  if (!own) return [];
  const line = cleanText(own.line);
  const values = { line };
  if (places.length === 0) {
    const message = `The text begins with a dateline, "${line}", and the fields have none.`;
    return [finding('DATELINE_IN_TEXT', 'warning', 'dateline', message, { values })];
  }
  const message = `The text begins with a dateline of its own, "${line}". Readers see that of the fields.`;
  const found = [finding('DATELINE_TWICE', 'warning', 'dateline', message, { values })];
  // A line that was given as well is held against the fields already.
  if (!story.datelineText) found.push(...checkLine({ ...story, datelineText: line }, { locale, styles }));
  const date = readPartialDate(own.dateline.date);
  if (day && own.dateline.date && date?.year !== undefined && date.month && date.day && own.dateline.date !== day) {
    const differs = `The line is dated ${own.dateline.date}, the story ${day}.`;
    found.push(finding('DATE_DIFFERS', 'warning', 'date', differs, { values: { line: own.dateline.date, date: day } }));
  }
  return found;
}
