import { findSlugFault } from '../segments/slug-fault';
import type { SlugScope, SlugStore } from '../slug-store';
import { suggestInstead, suggestSafe } from './choose-slug';
import { SlugTakenError } from './slug-taken-error';
import { SlugUnsafeError } from './slug-unsafe-error';

/**
 * Refuses a slug that somebody chose where it would be no address, or not this entry's own.
 *
 * @param source - The headline or name, for the suggestion.
 * @throws {SlugUnsafeError} where it is not one safe path segment.
 * @throws {SlugTakenError} where another document has or had it, in whatever case. Else none can get it before this
 * transaction ends.
 */
export async function refuseUnfit(slug: string, source: string, scope: SlugScope, store: SlugStore): Promise<void> {
  const { slugField } = scope.type;
  const fault = findSlugFault(slug);
  if (fault) throw new SlugUnsafeError(slug, fault, await suggestSafe(slug, source, scope, store), slugField);
  const suggestion = await suggestInstead(slug, scope, store);
  if (suggestion !== null) throw new SlugTakenError(slug, suggestion, slugField);
}
