import { baseLanguage } from '../language';
import type { ParsedPlace } from '../parsed-dateline';
import { type IsPlace, isKnownAbroad, isKnownPlace } from './known-place';
import { readQualifier } from './qualifiers';

const RIVER = /(?:^|\s)Frankfurt\/(?:Main|Oder)(?!\p{L})/iu;

/** Between two places, whatever the language of the line. */
const AND = /\s*,?\s+(?:and|&|et|und|y|och|og|oraz|и|та)\s+/iu;
/** The same, but words that stand within names of other languages too: by language. */
const WEAK_AND = /\s*,?\s+(?<word>e|ed|en|i|a|ja|és|ve|u|dan|și)\s+/iu;
const WEAK_IN: Readonly<Record<string, string>> = {
  e: 'pt it es',
  ed: 'it',
  en: 'nl',
  i: 'pl',
  a: 'cs',
  ja: 'fi',
  és: 'hu',
  ve: 'tr',
  u: 'es',
  dan: 'id',
  și: 'ro',
};

/** What places are told apart by. */
export interface PlaceContext {
  /** Languages that countries may be named in, best first. */
  languages: readonly string[];
  isPlace?: IsPlace;
}

const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
const cityOf = (text: string): string => text.split(/[,،、]/u)[0]?.trim() ?? '';

/** Countries and regions that are cities as well: `LONDON, SINGAPORE` are two, `KOWLOON, Hong Kong` is one. */
const CITY_REGIONS =
  /^(?:singapore|luxembourg|monaco|hong kong|kuwait|panama|mexico|quebec|washington|new york|guatemala|djibouti)$/iu;

/** Whether what follows a city after a comma is no region of it, but another city. */
function isAnotherCity(text: string, first: string, isFirst: boolean, { languages, isPlace }: PlaceContext): boolean {
  if (text === '' || text.toLowerCase() === first.toLowerCase()) return false;
  if (CITY_REGIONS.test(text)) return isFirst && isKnownAbroad(first) && isCapitals(text) === isCapitals(first);
  const { country } = readQualifier(text, languages, first);
  if (country !== undefined) return false;
  return isKnownPlace(text, isPlace) && isKnownPlace(first, isPlace) && isCapitals(text) === isCapitals(first);
}

/** Whether two texts that an "and" stands between are two places, not one name (`Trinidad and Tobago`). */
function areTwo(left: string, right: string, joined: string, word: string | undefined, context: PlaceContext): boolean {
  const { languages, isPlace } = context;
  const tail = left.split(/[,،、]/u);
  const chunk = `${tail.at(-1)?.trim()}${joined}${cityOf(right)}`;
  if (readQualifier(chunk, languages).country !== undefined || isKnownPlace(chunk, isPlace)) return false;
  const [a, b] = [cityOf(left), cityOf(right)];
  const areKnown = isKnownPlace(a, isPlace) && isKnownPlace(b, isPlace);
  if (areKnown) return true;
  if (word !== undefined) {
    const [language = ''] = languages;
    if (!WEAK_IN[word.toLowerCase()]?.split(' ').includes(baseLanguage(language))) return false;
  }
  // Within what follows a city, an "and" parts two only where the second is written as the first city is.
  return tail.length === 1 || isCapitals(a) === isCapitals(b);
}

function splitAtAnd(text: string, context: PlaceContext): string[] {
  for (const pattern of [AND, WEAK_AND]) {
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      const [left, right] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
      if (left.trim() === '' || right.trim() === '') continue;
      if (areTwo(left, right, match[0], match.groups?.word, context)) {
        return [...splitAtAnd(left, context), ...splitAtAnd(right, context)];
      }
    }
  }
  return [text];
}

function splitAtComma(text: string, context: PlaceContext): string[] {
  const chunks = text.split(/(\s*[,،、]\s*)/u);
  const places: string[] = [];
  let first = '';
  let behind = 0;
  for (let index = 0; index < chunks.length; index += 2) {
    const chunk = chunks[index] ?? '';
    const last = places.length - 1;
    if (index === 0 || isAnotherCity(chunk.trim(), first, behind === 0, context)) {
      places.push(chunk);
      first = chunk.trim();
      behind = 0;
    } else {
      places[last] += `${chunks[index - 1] ?? ''}${chunk}`;
      behind += 1;
    }
  }
  return places;
}

/** Several places apart; a town on a river is one: `Frankfurt/Main`. */
export function splitPlaces(text: string, separator: string, context: PlaceContext): string[] {
  const parts: string[] = [];
  for (const part of text.split(separator)) {
    const last = parts.at(-1);
    if (separator === '/' && last !== undefined && RIVER.test(`${last}/${part}`)) parts[parts.length - 1] += `/${part}`;
    else parts.push(part);
  }
  return parts.flatMap((part) => splitAtAnd(part, context)).flatMap((part) => splitAtComma(part, context));
}

/** Whether a place is known by its region, its country or its name. */
export const isKnown = ({ city, country }: ParsedPlace, isPlace?: IsPlace): boolean =>
  country !== undefined || isKnownPlace(city, isPlace);
