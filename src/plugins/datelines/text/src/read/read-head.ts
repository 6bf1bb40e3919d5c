import type { ParsedPlace } from '../parsed-dateline';
import type { DatelineStyle } from '../styles';
import { isRegionAbbreviation, readQualifier } from './qualifiers';
import { isCityName, readPlace } from './read-places';
import { readLetters, type Slip } from './slips';
import { isKnown, type PlaceContext, splitPlaces } from './split-places';

/** The places before a line's date, source or dash. */
export interface FoundPlaces {
  places: ParsedPlace[];
  /** Whether something says that they are places: capitals, a region or country, a known name. */
  isSure: boolean;
  /** Whether a region, a country or the name itself does. */
  isKnown: boolean;
  isCapitals: boolean;
  /** Whether not one letter is a capital. */
  isLower: boolean;
  slips: Slip[];
}

const form: DatelineStyle['dateline'] = { cityCase: 'capitals', betweenPlaces: '/', parts: [] };

/** A place whose region follows without a comma: `FARMINGTON Conn.`, `Iowa City IA`. */
function withoutComma(text: string, { languages }: PlaceContext): ParsedPlace | null {
  const match = /^(.+?)\s+((?:\p{Lu}\.\s?){2,}|\p{Lu}\p{Ll}{1,5}\.|\p{Lu}{2})$/u.exec(text);
  const [, city = '', region = ''] = match ?? [];
  if (!match || !isRegionAbbreviation(region) || !isCityName(city)) return null;
  // Two capitals after a city in capitals are more likely its own last word.
  if (/^\p{Lu}{2}$/u.test(region) && !/\p{Ll}/u.test(city) && region !== 'NY' && region !== 'DC') return null;
  const place = readPlace(city, form, languages);
  return place && { ...place, qualifier: region, ...readQualifier(region, languages) };
}

/** Commas and stops that stand alone, two, or before a blank that should come after them. */
const withoutStrays = (text: string): string =>
  text
    .replace(/(?<=\p{L}),\./gu, '.,')
    .replace(/\.{2,}/g, '.')
    .replace(/\s*[,;](?:\s*[,;])+/gu, ',')
    .replace(/[\s,;:-]+$/u, '')
    .replace(/(?<=\p{L}),\s*\.$/u, '')
    .replace(/^[\s,"'“]+/u, '')
    .replace(/\s+,/gu, ',');

/** `La paz,`: a second word that somebody forgot to capitalise. */
const withCapital = (text: string): string =>
  text.replace(
    /^(\p{Lu}\p{Ll}+ )(\p{Ll})(?=\p{Ll}{2,}$)/u,
    (_match, first: string, letter: string) => first + letter.toUpperCase()
  );

/** More words than these without a capital are a sentence. */
const MAX_LOWER_WORDS = 3;

/** `munich`, `buffalo, n.y.`: each city with capitals, whose small words the title case knows. */
function outOfLower(text: string): string | null {
  if (/\p{Lu}/u.test(text) || !/^\p{Ll}/u.test(text)) return null;
  const city = text.split(',')[0] ?? '';
  if (city.split(/\s+/u).length > MAX_LOWER_WORDS) return null;
  return city.toUpperCase() + text.slice(city.length);
}

function placesOf(parts: readonly string[], context: PlaceContext): ParsedPlace[] | null {
  const places: ParsedPlace[] = [];
  for (const part of parts) {
    const place =
      (part.includes(',') ? null : withoutComma(part.trim(), context)) ?? readPlace(part, form, context.languages);
    if (!place) return null;
    places.push(place);
  }
  return places;
}

/**
 * Reads what stands before a line's date, source or dash, as real copy has it: stray commas, a region without its comma,
 * any case, digits struck for letters.
 *
 * @returns `null` where it is no place.
 */
export function readHead(before: string, context: PlaceContext): FoundPlaces | null {
  const text = withoutStrays(before);
  if (text === '') return null;
  const lettered = readLetters(text);
  const lower = outOfLower(text);
  for (const attempt of [text, withCapital(text), lettered, ...(lower ? [lower] : [])]) {
    const parts = splitPlaces(attempt, '/', context);
    const places = placesOf(parts, context);
    if (!places) continue;
    const isLower = attempt === lower;
    const isCapitals = !isLower && parts.every((part) => !/\p{Ll}/u.test(part.split(',')[0] ?? ''));
    const slips = attempt === lettered && lettered !== text ? [{ written: text, meant: lettered }] : [];
    const isOneKnown = places.some((place) => isKnown(place, context.isPlace));
    return { places, isSure: isCapitals || isOneKnown, isKnown: isOneKnown, isCapitals, isLower, slips };
  }
  return null;
}
