import type { PlaceEntry, RecognisedCredit, RecognisedPlace } from '../../../shared/src';
import { type Credit, type Dateline, type FormatOptions, formatByline, formatDateline } from '../../../text/src';

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The line from the newsroom's own entries, where it has them; a date that lacks its year is left out. */
export function writeDateline(
  dateline: { places: readonly RecognisedPlace[]; source: string | null; date: string | null },
  options: FormatOptions
): string {
  const places: Dateline['places'] = dateline.places.map(({ entries, candidates, ...parsed }) => {
    const [entry]: (PlaceEntry | undefined)[] = entries;
    if (entry) return entry;
    const [candidate] = candidates;
    return candidate && candidates.length === 1 ? { ...candidate, country: candidate.country } : parsed;
  });
  const date = dateline.date && WHOLE_DAY.test(dateline.date) ? dateline.date : null;
  return formatDateline({ places, source: dateline.source, date }, options);
}

/** The line from names as the newsroom's authors have them. */
export function writeByline(
  byline: { credits: readonly (RecognisedCredit & { familyName?: string | null })[]; label: string | null },
  options: FormatOptions
): string {
  const credits: Credit[] = byline.credits.map(({ name, familyName, location, role, authors }) => ({
    name: authors[0]?.label ?? name,
    familyName,
    location,
    role,
  }));
  return formatByline(credits, options) || (byline.label ?? '');
}
