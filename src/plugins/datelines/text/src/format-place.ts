import { cleanText } from './clean-text';
import { countryName } from './country-name';
import type { DatelinePlace } from './dateline';
import { languageWords } from './language-words';
import { placeNames } from './place-names';
import type { DatelineForm, DatelineStyle } from './styles';

/**
 * A place as a style writes it: the city and, unless it stands alone, its region or else its country.
 *
 * @returns `''` where the place has no city. A city state is named once (`Singapore`).
 */
export function formatPlace(place: DatelinePlace, form: DatelineForm, style: DatelineStyle, language: string): string {
  const { city, region } = placeNames(place, language);
  if (!city) return '';

  const written = form.cityCase === 'capitals' ? city.toLocaleUpperCase(language) : city;
  const asRead = cleanText(place.qualifier);
  if (form.qualifier === 'never' || (place.standsAlone && !asRead)) return written;
  const qualifier = asRead || region || countryName(place.country, [language, style.language]);
  const adds = qualifier !== '' && qualifier.toLowerCase() !== city.toLowerCase();
  return adds ? `${written}${form.beforeQualifier ?? languageWords(language).comma}${qualifier}` : written;
}
