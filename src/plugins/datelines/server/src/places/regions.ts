import { foldName } from '../../../text/src';
import { REGIONS } from '../../../text/src/data/regions';
import { US_STATES } from './data/us-states';

/** Points and spaces do not count: `N. Y.` is `NY`. */
const keyOf = (text: string) => foldName(text).replace(/ /g, '');

const byCountry = new Map<string, Map<string, string>>();
const names = new Map<string, string>();
for (const [code, name, ...others] of REGIONS) {
  const country = code.slice(0, 2);
  const regions = byCountry.get(country) ?? new Map<string, string>();
  byCountry.set(country, regions);
  names.set(code, name);
  for (const text of [name, ...others]) if (!regions.has(keyOf(text))) regions.set(keyOf(text), code);
}

/**
 * ISO 3166-2 code of a country's region by any name in use.
 *
 * @param country - ISO 3166-1 alpha-2; without it every country's regions are looked through.
 * @example regionCode('N.Y.', 'US') // → 'US-NY'
 */
export function regionCode(region: string | null | undefined, country?: string | null): string | null {
  if (!region) return null;
  const key = keyOf(region);
  const all = country ? [byCountry.get(country)] : [...byCountry.values()];
  for (const regions of all) {
    const code = regions?.get(key);
    if (code) return code;
  }
  return null;
}

/** A region as it is written after a city: as AP shortens states of the USA, others in full. */
export const writtenRegion = (code: string): string | null => US_STATES[code] ?? names.get(code) ?? null;
