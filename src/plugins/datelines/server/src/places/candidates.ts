import type { PlaceCandidate } from '../../../shared/src';
import { formatDateline, type ParsedPlace } from '../../../text/src';
import type { Gazetteer } from './gazetteer';
import { writtenRegion } from './regions';

/** More than these an editor does not read. */
const MAX_CANDIDATES = 5;

/** As a list of places names it: `Buffalo, N.Y.`, `Suncheon, South Korea`. */
const labelOf = (place: { city: string; region: string | null; country: string | null }): string =>
  formatDateline({ places: [place] }, { style: 'smn', locale: 'en' });

/** The region that the line names, as it is written; its own wording where we have none. */
const regionOf = ({ region, country, qualifier }: ParsedPlace): string | null => {
  if (region) return writtenRegion(region) ?? qualifier ?? null;
  return country ? null : (qualifier ?? null);
};

/**
 * Places that a line may mean and that the newsroom does not have: those of the gazetteer, else what the line says.
 */
export function placeCandidates(parsed: ParsedPlace, gazetteer: Gazetteer): PlaceCandidate[] {
  const named = regionOf(parsed);
  const cities = gazetteer.find(parsed.city, parsed).slice(0, MAX_CANDIDATES);
  if (cities.length > 0) {
    return cities.map(({ city, country, timezone, ...found }) => {
      // The gazetteer has no region for Lhasa, Tibet; the line has.
      const region = found.region ?? (parsed.region ? named : null);
      return { city, region, country, timezone, label: labelOf({ city, region, country }), from: 'gazetteer' };
    });
  }
  const country = parsed.country ?? null;
  const place = { city: parsed.city, region: named, country };
  return [{ ...place, label: labelOf(place), timezone: gazetteer.timezoneOf(country, named), from: 'line' }];
}
