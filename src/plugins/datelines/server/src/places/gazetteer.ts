import { foldName, spellings } from '../../../text/src/fold-name';
import { COUNTRIES, OTHER_NAMES, RENAMED, ZONES } from './data/gazetteer-fixes';
import { type PlaceHint, rankPlaces } from './rank-places';
import { regionCode, writtenRegion } from './regions';

/** A row of `city-timezones`, as far as it is read. Its own types promise more than the rows hold. */
export interface CityRow {
  city: string;
  city_ascii: string;
  province?: string | null;
  country: string;
  iso2: string | number | null;
  timezone: string | null;
  pop: number;
}

/** A city of the world. */
export interface City {
  city: string;
  /** As a dateline has it, in the USA and Canada; elsewhere the country is written. */
  region: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** IANA. */
  timezone: string | null;
  population: number;
}

export interface Gazetteer {
  /** Cities of a name, best first: those that the hint fits, the largest before others. */
  find(name: string, hint?: PlaceHint): City[];
  /** The time zone of a country or region that has but one. */
  timezoneOf(country: string | null | undefined, region?: string | null): string | null;
}

const REGIONS_WRITTEN = new Set(['US', 'CA']);

function toCity(row: CityRow): City {
  const fixed = COUNTRIES[row.country];
  const country = fixed?.country ?? (/^[A-Z]{2}$/.test(String(row.iso2)) ? String(row.iso2) : null);
  const code = country && REGIONS_WRITTEN.has(country) ? regionCode(row.province, country) : null;
  return {
    // `Washington, D.C.`: the region stands apart.
    city: RENAMED[row.city] ?? row.city.split(',')[0] ?? row.city,
    region: fixed?.region ?? (code ? writtenRegion(code) : null),
    country,
    timezone: row.timezone ? (ZONES[row.timezone] ?? row.timezone) : null,
    population: row.pop,
  };
}

const zoneKey = (country: string, region: string | null | undefined) =>
  region && REGIONS_WRITTEN.has(country) ? `${country} ${regionCode(region, country) ?? foldName(region)}` : country;

/** Makes a gazetteer of rows; takes some milliseconds. */
export function createGazetteer(rows: readonly CityRow[]): Gazetteer {
  const byName = new Map<string, City[]>();
  const zones = new Map<string, Set<string>>();
  const add = (name: string, city: City) => {
    const key = foldName(name);
    const cities = byName.get(key) ?? [];
    byName.set(key, cities);
    if (key && !cities.includes(city)) cities.push(city);
  };
  for (const row of rows) {
    const city = toCity(row);
    for (const name of [row.city, row.city_ascii, city.city].flatMap(spellings)) add(name, city);
    if (!city.timezone || !city.country) continue;
    for (const key of new Set([city.country, zoneKey(city.country, city.region)])) {
      zones.set(key, (zones.get(key) ?? new Set()).add(city.timezone));
    }
  }
  for (const [name, gazetteer] of OTHER_NAMES)
    for (const city of byName.get(foldName(gazetteer)) ?? []) add(name, city);
  for (const cities of byName.values()) cities.sort((a, b) => b.population - a.population);

  return {
    find: (name, hint = {}) => rankPlaces(byName.get(foldName(name)) ?? [], hint),
    timezoneOf(country, region) {
      if (!country) return null;
      const found = zones.get(zoneKey(country, region));
      return found?.size === 1 ? ([...found][0] ?? null) : null;
    },
  };
}
