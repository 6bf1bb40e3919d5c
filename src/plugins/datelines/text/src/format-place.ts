import { countryName } from './country-name';
import type { DatelinePlace } from './dateline';
import { languageWords } from './language-words';
import { placeNames } from './place-names';
import type { DatelineStyle } from './styles';

/**
 * A place as a style writes it: the city and, unless it stands alone, its region or else its country.
 *
 * @returns `''` where the place has no city. A city state is named once (`Singapore`).
 */
export function formatPlace(place: DatelinePlace, style: DatelineStyle, language: string): string {
  const { city, region } = placeNames(place, language);
  if (!city) return '';

  const written = style.dateline.cityCase === 'capitals' ? city.toLocaleUpperCase(language) : city;
  if (place.standsAlone) return written;
  const qualifier = region || countryName(place.country, [language, style.language]);
  const adds = qualifier !== '' && qualifier.toLowerCase() !== city.toLowerCase();
  return adds ? `${written}${languageWords(language).comma}${qualifier}` : written;
}
