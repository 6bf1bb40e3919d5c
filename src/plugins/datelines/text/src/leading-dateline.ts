import { cleanList, cleanText } from './clean-text';
import type { LocalizedPlaceName } from './dateline';
import { foldName } from './fold-name';
import type { ParseOptions } from './parse-dateline';
import { type SplitText, splitDateline } from './split-dateline';

/** A place of the story's own dateline, in whatever languages it is named. */
export interface NamedPlace {
  city: string;
  names?: readonly Pick<LocalizedPlaceName, 'city'>[] | null;
}

export interface LeadingOptions extends Pick<ParseOptions, 'locale' | 'referenceDate' | 'styles'> {
  /** The places of the story's fields: one that is named again is a dateline without further signs of it. */
  places?: readonly NamedPlace[] | null;
}

/** What a dateline has somewhere near its beginning: a dash, a bracket that closes, a stroke, `电`. */
const SIGN = /[\p{Pd}−=)\]】）/电電]/u;
/** Code units within which the first of these signs stands. */
const REACH = 160;

/**
 * The dateline that a story's text brings along at the head of its first paragraph.
 *
 * It is to be taken off where the story has a dateline in its fields, so only a clear one counts: one with a source, a
 * date or a country, or one that names a place of the fields. `EXPLAINER —` and `NASA —` stay.
 *
 * @param text - The paragraph. The dateline may be in another language than the story.
 * @returns `null` where the paragraph begins with none, or with one that is not clear.
 * @example
 * leadingDateline('MADRID (dpa) - Der Minister …', { locale: 'de' })?.line // → 'MADRID (dpa) -'
 */
export function leadingDateline(text: string, { places, locale, ...options }: LeadingOptions = {}): SplitText | null {
  if (typeof text !== 'string' || !SIGN.test(text.slice(0, REACH))) return null;
  const read = (locale && splitDateline(text, { ...options, locale })) || splitDateline(text, options);
  return read && isClear(read, places) ? read : null;
}

function isClear({ dateline }: SplitText, places: LeadingOptions['places']): boolean {
  if (dateline.source !== undefined || dateline.date !== undefined) return true;
  const own = new Set(
    cleanList(places).flatMap((place) =>
      [place?.city, ...cleanList(place?.names).map((name) => name?.city)].map((city) => foldName(cleanText(city)))
    )
  );
  return dateline.places.some(
    ({ city, country, region }) => country !== undefined || region !== undefined || own.has(foldName(city))
  );
}
