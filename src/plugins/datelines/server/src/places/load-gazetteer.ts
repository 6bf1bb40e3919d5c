import { type CityRow, createGazetteer, type Gazetteer } from './gazetteer';

let loaded: Promise<Gazetteer> | null = null;

async function load(): Promise<Gazetteer> {
  const { cityMapping } = await import('city-timezones');
  return createGazetteer(cityMapping as readonly CityRow[]);
}

/** The starter gazetteer, read when it is first asked for: two megabytes that many a process never needs. */
export function loadGazetteer(): Promise<Gazetteer> {
  loaded ??= load();
  return loaded;
}
