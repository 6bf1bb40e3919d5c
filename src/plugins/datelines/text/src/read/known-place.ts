import { isAgency } from '../data/agencies';
import { AMERICAN_CITIES, OTHER_CITIES } from '../data/known-cities';
import { isNoPlace } from '../data/no-places';
import { foldName } from '../fold-name';
import type { ParsedPlace } from '../parsed-dateline';
import { NEWS_LANGUAGES, readMonth, readWeekday } from './months';
import { titleCase } from './title-case';

/** Says whether there is a place of a name, out of capitals: a gazetteer's answer, or a newsroom's. */
export type IsPlace = (name: string) => boolean;

const isAmerican = (city: string): boolean => AMERICAN_CITIES.has(foldName(city));

/** Whether a city is one that agencies set without region or country, and of another country than the United States. */
export const isKnownAbroad = (city: string): boolean => OTHER_CITIES.has(foldName(city));

/** Whether a name is that of a city which agencies set alone, or one that the caller knows. */
export const isKnownPlace = (city: string, isPlace?: IsPlace): boolean =>
  isKnownAbroad(city) || isAmerican(city) || (isPlace?.(titleCase(city, 'en')) ?? false);

/** How names of towns end and begin in the languages of datelines, and hardly another word does. */
const TOWN =
  /\p{L}{3}(?:burg|burgh|grad|stadt|ville|abad|polis|heim|dorf|gorsk|stan|nagar)$|^(?:san|são|saint|sainte|st\.?) \p{L}{3}/iu;

/** Letters that no vowel stands among are spelt: `NBC`, `NHTSA`. */
const isSpelt = (name: string): boolean => /^[B-DF-HJ-NP-TV-XZ]{1,6}$/iu.test(name);

/** A weekday or month in full. */
const isDayOrMonth = (name: string): boolean =>
  readWeekday(name, NEWS_LANGUAGES) !== undefined ||
  (name.length > 3 && NEWS_LANGUAGES.some((language) => readMonth(name, language) !== null));

/**
 * Whether what stands where a place would is none: a label (`CORRECTION`), a weekday, letters that are spelt, an agency.
 * A region or country behind it makes it one all the same.
 */
export function isNoPlaceAtAll({ city, qualifier }: ParsedPlace): boolean {
  if (qualifier !== undefined) return false;
  return (
    isNoPlace(city) ||
    isAgency(city) ||
    isAgency(city.toUpperCase()) ||
    isSpelt(city) ||
    (isDayOrMonth(city) && !isKnownPlace(city))
  );
}

/**
 * Whether a place that a line names alone, without date or source, is one. Labels stand there too (`NASA —`,
 * `EXPLAINER —`), and no list of them ends; so a region or country tells, else the caller's look-up. Without one, only
 * cities that agencies let stand alone are taken, and names that end as towns' names do.
 */
export function isPlaceAlone(place: ParsedPlace, isPlace?: IsPlace): boolean {
  const { city, qualifier, country } = place;
  if (qualifier !== undefined) return country !== undefined;
  if (isNoPlaceAtAll(place)) return false;
  return isKnownPlace(city, isPlace) || (!isPlace && TOWN.test(city));
}
