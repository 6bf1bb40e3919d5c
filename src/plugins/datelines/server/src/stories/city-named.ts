import { foldName } from '../../../text/src';

/** A place, with its names in other languages. */
export interface NamedPlace {
  city: string;
  names?: readonly { city: string }[] | null;
}

/**
 * A place of a byline by the name that the dateline's own entry has: Pékin is no other place than Beijing.
 *
 * @returns The text as it is where none of the places is called so.
 */
export function cityNamed(location: string | null | undefined, places: readonly NamedPlace[]): string | null {
  if (!location) return null;
  const [first = ''] = location.split(/[,،、]/u);
  const meant = places.find(({ names }) => names?.some(({ city }) => foldName(city) === foldName(first)));
  return meant?.city ?? location;
}
