/**
 * Countries that English-language agencies write otherwise than CLDR, on which `Intl.DisplayNames` rests.
 *
 * @see AP Stylebook, entries of the countries
 */
export const ENGLISH_COUNTRY_NAMES: Readonly<Record<string, string>> = {
  BA: 'Bosnia-Herzegovina',
  CD: 'Congo',
  CG: 'Republic of Congo',
  CI: 'Ivory Coast',
  MM: 'Myanmar',
  ST: 'Sao Tome and Principe',
  TR: 'Turkey',
};

/** Codes whose full CLDR name is a legal description (`Hong Kong SAR China`); their short one is what readers know. */
export const SHORT_NAMED_COUNTRIES: ReadonlySet<string> = new Set(['HK', 'MO']);

/** CLDR's name for this code is `Unknown Region`, which is no place. */
export const UNKNOWN_COUNTRY = 'ZZ';
