import { cleanList, cleanText } from '../clean-text';
import { localDate } from '../local-date';
import { checkDates } from './check-dates';
import { checkLine } from './check-line';
import { checkPeople } from './check-people';
import { checkPlaces } from './check-places';
import { checkText } from './check-text';
import type { CheckedStory, CheckOptions, Finding } from './finding';

/**
 * What does not agree in a story's dateline, byline and source, the gravest first. Never throws; what is missing is
 * not checked, but for the byline.
 */
export function checkStory(story: CheckedStory, options: CheckOptions = {}): Finding[] {
  // A place that has no name yet is being typed; it keeps its number.
  const places = cleanList(story.datelines).map((place) => ({ ...place, city: cleanText(place?.city) }));
  const zone = places[0]?.timezone;
  const day = story.datelineDate || (story.filedAt && places.length > 0 ? localDate(story.filedAt, zone) : null);
  const named = { ...story, datelines: places.filter(({ city }) => city !== '') };
  const findings = [
    ...checkDates(story, day, zone),
    ...checkPlaces(places),
    ...checkLine(named, options),
    ...checkText(named, day, options),
    ...checkPeople(named, options),
  ];
  const order = ['error', 'warning', 'info'];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
