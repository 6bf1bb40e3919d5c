import { plainCountryName } from '../country-name';
import { ENGLISH_COUNTRY_NAMES, SHORT_NAMED_COUNTRIES, UNKNOWN_COUNTRY } from '../data/country-names';
import { COUNTRY_ALIASES, REGIONS } from '../data/regions';
import { baseLanguage } from '../language';
import { remember } from '../remember';

/** What a word after a city stands for. */
export interface Qualified {
  /** ISO 3166-2. */
  region?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}

/** Points, spaces and case do not count: `N. Y.` is `NY`. */
const keyOf = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s.]+/gu, '')
    .toLowerCase();

const regions = new Map<string, string>();
/** Keys of what is an abbreviation: it is told from a city's own last word. */
const abbreviations = new Set<string>();
for (const [code, name, ...aliases] of REGIONS) {
  for (const text of [name, ...aliases]) if (!regions.has(keyOf(text))) regions.set(keyOf(text), code);
  for (const alias of aliases) abbreviations.add(keyOf(alias));
}

const A = 'A'.charCodeAt(0);
/** Every pair of letters that some country has; CLDR has no list of them. */
function countryCodes(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes = Array.from({ length: 26 * 26 }, (_, n) => String.fromCharCode(A + Math.floor(n / 26), A + (n % 26)));
  // Codes that were withdrawn are written as their successors (VD as VN).
  const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  return codes.filter((code) => code !== UNKNOWN_COUNTRY && names.of(code) !== undefined && isCurrent(code));
}

const cities = (names: string, of: Qualified) => names.split(',').map((name): [string, Qualified] => [keyOf(name), of]);
const GEORGIA: ReadonlyMap<string, Qualified> = new Map([
  ...cities('Tbilisi,Batumi,Kutaisi,Rustavi,Gori,Zugdidi,Poti,Telavi,Sukhumi,Tskhinvali', { country: 'GE' }),
  ...cities('Atlanta,Augusta,Savannah,Macon,Columbus,Athens,Albany,Valdosta,Marietta,Brunswick,Decatur', {
    region: 'US-GA',
    country: 'US',
  }),
]);

let codes: string[] | null = null;
const byLanguage = new Map<string, Map<string, string>>();

function countriesIn(language: string): Map<string, string> {
  return remember(byLanguage, language, () => readCountries(language));
}

function readCountries(language: string): Map<string, string> {
  codes ??= countryCodes();
  const countries = new Map<string, string>();
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (!name) continue;
      // Both as CLDR has it and as we write it.
      for (const text of [name, plainCountryName(name), name.replace(' & ', ' and ')])
        if (!countries.has(keyOf(text))) countries.set(keyOf(text), code);
    }
  }
  if (baseLanguage(language) === 'en') {
    for (const [code, name] of Object.entries(ENGLISH_COUNTRY_NAMES)) countries.set(keyOf(name), code);
    for (const [name, code] of Object.entries(COUNTRY_ALIASES)) countries.set(keyOf(name), code);
  }
  for (const code of SHORT_NAMED_COUNTRIES) {
    const name = new Intl.DisplayNames([language], { type: 'region', style: 'short' }).of(code);
    if (name) countries.set(keyOf(name), code);
  }
  return countries;
}

/**
 * Reads what follows a city.
 *
 * Georgia spelled out is the country or the state as its city tells, and neither where that is not known; `Ga.` is the
 * state.
 *
 * @param languages - Languages that it may be written in, best first.
 * @param city - What it follows.
 * @returns `{}` where it is no region or country that is known.
 */
export function readQualifier(text: string, languages: readonly string[], city = ''): Qualified {
  const key = keyOf(text);
  if (key === 'georgia') return GEORGIA.get(keyOf(city)) ?? {};
  const region = regions.get(key);
  if (region) return { region, country: region.slice(0, 2) };
  for (const language of languages) {
    const country = countriesIn(language).get(key);
    if (country) return { country };
  }
  return {};
}

/** Whether a word is the abbreviation of a region, as one that follows a city without a comma must be. */
export const isRegionAbbreviation = (text: string): boolean => abbreviations.has(keyOf(text));
