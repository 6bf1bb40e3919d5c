import { cleanList, cleanText } from './clean-text';
import type { DatelinePlace, LocalizedPlaceName } from './dateline';
import { baseLanguage, resolveLanguage } from './language';

/**
 * City and region of a place in a language.
 *
 * @param language - Canonical BCP 47 tag.
 * @returns The names kept for `language`, else for its base language, else the place's own; a part that the found
 * entry leaves empty is the place's own too.
 */
export function placeNames(place: DatelinePlace, language: string): { city: string; region: string } {
  const names = cleanList(place.names);
  const found = findName(names, language) ?? findName(names, baseLanguage(language));
  return {
    city: cleanText(found?.city) || cleanText(place.city),
    region: cleanText(found?.region) || cleanText(place.region),
  };
}

function findName(names: readonly LocalizedPlaceName[], language: string): LocalizedPlaceName | undefined {
  return names.find((name) => resolveLanguage(cleanText(name?.locale), '') === language);
}
