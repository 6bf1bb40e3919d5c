import type { Core } from '@strapi/strapi';
import { nextBoardEnd } from '../curation/board';
import { nextPinEnd } from '../curation/pins';

/** The next instant, in milliseconds, at which what readers see changes without any write: a pin ends. */
export async function nextChange(strapi: Core.Strapi, now: Date): Promise<number | null> {
  const ends = [await nextPinEnd(strapi, now.getTime()), await nextBoardEnd(strapi, now.getTime())];
  const known = ends.filter((end) => end !== null);
  return known.length > 0 ? Math.min(...known) : null;
}
