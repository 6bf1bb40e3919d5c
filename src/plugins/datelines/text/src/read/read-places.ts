import type { ParsedPlace } from '../parsed-dateline';
import type { DatelineForm } from '../styles';
import { fold } from './head';
import { isKnownPlace } from './known-place';
import { findMonth, readWeekday } from './months';
import { isRegionAbbreviation, readQualifier } from './qualifiers';
import { type PlaceContext, splitPlaces } from './split-places';
import { titleCase } from './title-case';

const MAX_PLACE = 80;
const MAX_WORDS = 6;

/** Small words that stand within the names of places. */
const PARTICLE =
  /^(?:a|al|am|an|and|auf|bei|da|das|de|del|della|den|der|des|di|do|dos|du|e|el|en|et|im|in|la|las|le|les|los|of|on|sur|the|und|upon|y|d['’]\p{L}+|l['’]\p{L}+)$/u;

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
  const isKnown = city.endsWith('.') && isKnownPlace(city);
  const name = titleCase(city.replace(isKnown ? /\.$/u : /(?<=\p{L}{4})\.$/u, ''), language);
  if (qualifier === '') return { city: name };
  // `SEOUL, Friday, April 22`: a weekday belongs to the date.
  if (readWeekday(qualifier, languages)) return null;
  // Strays are taken off where the line is read as real copy.
  if (/[,;]\s*$|\.\.|,\s*,/u.test(qualifier)) return null;
  if (qualifier.length > MAX_PLACE || !/^\p{L}[^\d()]*$/u.test(qualifier)) return null;
  const known = readQualifier(qualifier, languages, name);
  // `TUNIS, Sept. (AP)`
  if (!known.country && findMonth(qualifier, languages, false)) return null;
  const whole = qualifier.replace(/\.$/u, '');
  if (whole !== qualifier && known.country && /\p{L}{4}$/u.test(whole) && !isRegionAbbreviation(whole)) {
    return { city: name, qualifier: whole, ...known };
  }
  // `ROANOKE,M Va.`: a letter that slipped in.
  const behindLetter = /^\p{L}\s+(\p{L}.+)$/u.exec(qualifier)?.[1];
  const mended = known.country || !behindLetter ? {} : readQualifier(behindLetter, languages, name);
  return mended.country && behindLetter
    ? { city: name, qualifier: behindLetter, ...mended }
    : { city: name, qualifier, ...known };
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

/** The places of a line. @returns `null` where any of them is none. */
export function readPlaces(text: string, form: DatelineForm, context: PlaceContext): ParsedPlace[] | null {
  const separator = fold(form.betweenPlaces);
  const places: ParsedPlace[] = [];
  for (const part of splitPlaces(text, separator, context)) {
    const place = readPlace(part, form, context.languages);
    if (!place) return null;
    places.push(place);
  }
  return places;
}
