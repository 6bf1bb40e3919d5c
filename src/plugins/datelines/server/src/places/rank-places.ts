import { foldName } from '../../../text/src';
import { regionCode } from './regions';

/** What a line says of a place besides its name. */
export interface PlaceHint {
  /** What follows the city, as written. */
  qualifier?: string | null;
  /** ISO 3166-2. */
  region?: string | null;
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
}

/** What tells two places of one name apart. */
export interface PlaceFacts {
  region: string | null;
  country: string | null;
  standsAlone?: boolean;
  /** Regions in other languages. */
  names?: readonly { region?: string | null }[];
}

/**
 * How well a place fits what a line says of it; the name is taken to fit.
 *
 * @returns `null` where the line means another place: Paris, Texas is not Paris.
 */
export function placeFit(place: PlaceFacts, hint: PlaceHint): number | null {
  const { qualifier, country, region } = hint;
  if (!qualifier && !country && !region) return place.standsAlone ? 2 : 1;
  const regions = [place.region, ...(place.names ?? []).map((name) => name.region)];
  if (qualifier && regions.some((name) => name && foldName(name) === foldName(qualifier))) return 4;
  const code = regionCode(place.region, place.country);
  if (region && code) return code === region ? 4 : null;
  if (country && place.country) {
    if (country !== place.country) return null;
    // The line names a region that the entry leaves out, or the other way round.
    return region || place.region ? 2 : 3;
  }
  // A place without a country may be anywhere.
  return place.country || place.region ? null : 1;
}

/** The places that a line may mean, best first; equals in the order in which they came. */
export function rankPlaces<Place extends PlaceFacts>(places: readonly Place[], hint: PlaceHint): Place[] {
  return places
    .flatMap((place) => {
      const fit = placeFit(place, hint);
      return fit === null ? [] : [{ place, fit }];
    })
    .sort((a, b) => b.fit - a.fit)
    .map(({ place }) => place);
}
