import { cleanText } from './clean-text';
import { ENGLISH_COUNTRY_NAMES, SHORT_NAMED_COUNTRIES, UNKNOWN_COUNTRY } from './data/country-names';
import { baseLanguage } from './language';

/**
 * A country's name as a dateline has it.
 *
 * @param country - ISO 3166-1 alpha-2, either case; anything but two letters is taken for the name itself.
 * @param languages - BCP 47 tags, best first.
 * @returns `''` for a code that no country has: readers can do nothing with the code.
 * @example countryName('KR', ['fr']) // → 'Corée du Sud'
 */
export function countryName(country: string | null | undefined, languages: readonly string[]): string {
  const text = cleanText(country);
  if (!/^[a-z]{2}$/i.test(text)) return text;

  const code = text.toUpperCase();
  if (code === UNKNOWN_COUNTRY) return '';
  const names = new Intl.DisplayNames([...languages], {
    type: 'region',
    style: SHORT_NAMED_COUNTRIES.has(code) ? 'short' : 'long',
    fallback: 'none',
  });
  const name = plainCountryName(names.of(code) ?? '');
  if (baseLanguage(names.resolvedOptions().locale) !== 'en') return name;
  return ENGLISH_COUNTRY_NAMES[code] ?? name.replace(' & ', ' and ');
}

/**
 * CLDR's name without what only tells two countries apart in a list: `コンゴ民主共和国(キンシャサ)`, `Kongo – Kinshasa`.
 * Brackets and dashes are parts of the line.
 */
export function plainCountryName(name: string): string {
  return name.replace(/\s*[（(][^）)]*[）)]/gu, '').replace(/\s+[-\u2013\u2014]\s+/gu, '-');
}
