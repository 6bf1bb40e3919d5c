import { DateTime } from 'luxon';
import { cleanText } from '../clean-text';
import { type CheckedPlace, type Finding, finding } from './finding';

/** Each place by itself: known, named so that readers know which it is, in a zone that there is. */
export function checkPlaces(places: readonly CheckedPlace[]): Finding[] {
  return places.flatMap((place, index): Finding[] => {
    if (place.city === '') return [];
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
