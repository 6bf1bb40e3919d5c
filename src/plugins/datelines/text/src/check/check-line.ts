import { DateTime } from 'luxon';
import { cleanList, cleanText } from '../clean-text';
import { foldName } from '../fold-name';
import { parseDateline } from '../parse-dateline';
import { readPartialDate } from '../partial-date';
import type { Slip } from '../read/slips';
import { type CheckedStory, type CheckOptions, type Finding, finding } from './finding';

/** A word or number that was written wrong, and read all the same. */
const slipFinding = ({ written, meant }: Slip): Finding =>
  meant === undefined
    ? finding('DAY_IMPOSSIBLE', 'warning', 'date', `The line says day ${written}, which the month does not have.`, {
        values: { written },
      })
    : finding('DATELINE_SLIP', 'warning', 'dateline', `The line says "${written}", read as ${meant}.`, {
        values: { written, meant },
      });

/** A dateline as it was written against the story's fields. */
export function checkLine(story: CheckedStory, options: CheckOptions): Finding[] {
  const text = cleanText(story.datelineText);
  if (!text) return [];
  const reference = story.datelineDate || story.filedAt || story.publishedAt;
  const parsed = parseDateline(text, { ...options, referenceDate: reference });
  if (!parsed)
    return [finding('DATELINE_UNREAD', 'warning', 'dateline', `"${text.slice(0, 80)}" is not read as a dateline.`)];
  const found: Finding[] = (parsed.slips ?? []).map(slipFinding);
  const places = cleanList(story.datelines);
  if (places.length > 0) {
    const names = new Set(places.map(({ city }) => foldName(city)));
    parsed.places.forEach(({ city }, index) => {
      if (!names.has(foldName(city))) {
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
  if (source && parsed.source && foldName(source) !== foldName(parsed.source)) {
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
