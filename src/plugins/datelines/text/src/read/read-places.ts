import type { ParsedPlace } from '../parsed-dateline';
import type { DatelineForm } from '../styles';
import { fold } from './head';
import { weekdaysOf } from './months';
import { isRegionAbbreviation, readQualifier } from './qualifiers';
import { titleCase } from './title-case';

const MAX_PLACE = 80;
const MAX_WORDS = 6;

/** Small words that stand within the names of places. */
const PARTICLE =
  /^(?:a|al|am|an|and|auf|bei|da|das|de|del|della|den|der|des|di|do|dos|du|e|el|en|et|im|in|la|las|le|les|los|of|on|sur|the|und|upon|y|d['’]\p{L}+|l['’]\p{L}+)$/u;

const RIVER = /(?:^|\s)Frankfurt\/(?:Main|Oder)(?!\p{L})/iu;

/**
 * Whether a text may be the name of a city: a few words, each with a capital where its script has case. Sentences have
 * small words, and signs that no name has.
 */
export function isCityName(text: string): boolean {
  if (text === '' || text.length > MAX_PLACE || /[\d!?;:,"“”„«»()[\]<>@=+]/u.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > MAX_WORDS) return false;
  return words.every(
    (word, index) => /^['’]?(?:\p{Lu}|\p{Lo}|\p{Lt})/u.test(word) || (index > 0 && PARTICLE.test(word))
  );
}

/** One place of a line, and the languages that its country may be named in. */
export function readPlace(text: string, form: DatelineForm, languages: readonly string[]): ParsedPlace | null {
  const [language = 'en'] = languages;
  const plain = text.trim();
  const [city, qualifier] = splitQualifier(plain, form);
  if (!isCityName(city)) return null;
  // A stop after a whole word is a slip; `ST.` has its own.
  const name = titleCase(city.replace(/(?<=\p{L}{4})\.$/u, ''), language);
  if (qualifier === '') return { city: name };
  // `SEOUL, Friday, April 22`: a weekday belongs to the date.
  if (languages.some((one) => weekdaysOf(one).has(qualifier.toLowerCase().replace(/\.$/, '')))) return null;
  if (qualifier.length > MAX_PLACE || !/^\p{L}[^\d()]*$/u.test(qualifier)) return null;
  return { city: name, qualifier, ...readQualifier(qualifier, languages, name) };
}

function splitQualifier(text: string, form: DatelineForm): [city: string, qualifier: string] {
  if (form.qualifier === 'never') return [text, ''];
  if (form.beforeQualifier === ' ') {
    const last = /^(.+) (\p{Lu}{2})$/u.exec(text);
    return last?.[1] && last[2] && isRegionAbbreviation(last[2]) ? [last[1], last[2]] : [text, ''];
  }
  const comma = text.search(/[,،、]/u);
  if (comma < 0) return [text, ''];
  return [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}

/** Several places apart; a town on a river is one: `Frankfurt/Main`. */
export function splitPlaces(text: string, separator: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(separator)) {
    const last = parts.at(-1);
    if (separator === '/' && last !== undefined && RIVER.test(`${last}/${part}`)) parts[parts.length - 1] += `/${part}`;
    else parts.push(part);
  }
  return parts;
}

/** The places of a line. @returns `null` where any of them is none. */
export function readPlaces(text: string, form: DatelineForm, languages: readonly string[]): ParsedPlace[] | null {
  const separator = fold(form.betweenPlaces);
  const places: ParsedPlace[] = [];
  for (const part of splitPlaces(text, separator)) {
    const place = readPlace(part, form, languages);
    if (!place) return null;
    places.push(place);
  }
  return places;
}
