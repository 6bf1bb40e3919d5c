import type { SlugRow, SlugStore } from '../slug-store';
import { keyLocale, type SlugType } from '../slug-types';
import { suggestInstead } from '../writes/choose-slug';
import { SlugTakenError } from '../writes/slug-taken-error';
import type { WriteContext } from '../writes/write';
import type { PublishedSlug } from './slug-history';

/** A write, whatever the action is called. */
export interface FollowedWrite {
  type: SlugType;
  action: string;
  context: WriteContext;
  store: SlugStore;
}

/** Actions whose `documentId` is another document's, or none yet. */
const MAKES_A_DOCUMENT = new Set(['create', 'clone']);

/**
 * Runs a write and keeps the history of slugs: what readers had before and what they have after it, in the write's own
 * transaction. What the action is called makes no difference, so that no way of publishing is left out.
 *
 * @throws {SlugTakenError} where the write publishes an entry under a slug that is or was another's.
 */
export async function followPublications(
  { type, action, context, store }: FollowedWrite,
  write: (drafts: SlugRow[]) => Promise<unknown>
): Promise<unknown> {
  const given = MAKES_A_DOCUMENT.has(action) ? undefined : context.params.documentId;
  const before = typeof given === 'string' ? await store.findDocument(type, given) : { drafts: [], live: [] };
  const result = await write(before.drafts);
  const documentId = given ?? (result as { documentId?: unknown } | null | undefined)?.documentId;
  if (typeof documentId !== 'string') return result;

  const { live: after } = await store.findDocument(type, documentId);
  const gone = without(type, before.live, after);
  const fresh = without(type, after, before.live);
  // What was published before the plugin came is noted when it goes, at the latest.
  const noted = await store.history.remember(type, documentId, [...gone, ...fresh]);
  for (const { locale, slug } of without(type, fresh, noted))
    await refuseForeign({ type, documentId, locale }, slug, store);
  if (action === 'delete') await forgetDeleted(type, documentId, store);
  return result;
}

/** Slugs of `some` that are not among `others`. */
function without(type: SlugType, some: PublishedSlug[], others: PublishedSlug[]): PublishedSlug[] {
  const keyOf = ({ locale, slug }: PublishedSlug) => `${keyLocale(type, locale)} ${slug}`;
  const known = new Set(others.map(keyOf));
  return [...new Map(some.map((one) => [keyOf(one), one])).values()].filter((one) => !known.has(keyOf(one)));
}

/** Drafts that an import wrote may hold a slug of others: they are stopped where readers would get it. */
async function refuseForeign(
  scope: { type: SlugType; documentId: string; locale: string | null },
  slug: string,
  store: SlugStore
): Promise<void> {
  const owner = (await store.history.findOwners(scope.type, scope.locale, [slug])).get(slug);
  if (owner === undefined || owner === scope.documentId) return;
  const suggestion = await suggestInstead(slug, scope, store);
  if (suggestion !== null) throw new SlugTakenError(slug, suggestion, scope.type.slugField);
  // Its owner is gone, by a way that told nobody.
  await store.history.forget(scope.type, owner, await store.findLocales(scope.type, owner));
  await store.history.remember(scope.type, scope.documentId, [{ locale: scope.locale, slug }]);
}

/** Languages that are gone free their slugs, and with the last one the document does. */
async function forgetDeleted(type: SlugType, documentId: string, store: SlugStore): Promise<void> {
  const left = await store.findLocales(type, documentId);
  await store.history.forget(type, documentId, left);
  await store.made.forget(type, documentId, left);
}
