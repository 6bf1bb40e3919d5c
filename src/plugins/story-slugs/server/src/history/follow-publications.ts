import type { SlugRow, SlugStore, StoredDocument } from '../slug-store';
import { keyLocale, type SlugType } from '../slug-types';
import { findFree } from '../writes/choose-slug';
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

const NOTHING: StoredDocument = { drafts: [], live: [] };

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
  const before = typeof given === 'string' ? await store.findDocument(type, given) : NOTHING;
  const result = await write(before.drafts);
  const documentId = given ?? (result as { documentId?: unknown } | null | undefined)?.documentId;
  if (typeof documentId !== 'string') return result;

  const stored = await store.findDocument(type, documentId);
  await store.spellings.note(newSlugs(before, stored));
  const { live: after } = stored;
  const gone = without(type, before.live, after);
  const fresh = without(type, after, before.live);
  // What was published before the plugin came is noted when it goes, at the latest.
  const noted = await store.history.remember(type, documentId, [...gone, ...fresh]);
  for (const { locale, slug } of without(type, fresh, noted))
    await refuseForeign({ type, documentId, locale }, slug, store);
  if (action === 'delete') await forgetDeleted(type, documentId, store);
  return result;
}

/** Slugs that a document has, in drafts or published, and had not before. */
function newSlugs(before: StoredDocument, after: StoredDocument): string[] {
  const slugsOf = ({ drafts, live }: StoredDocument) => [...drafts, ...live].map(({ slug }) => slug);
  const known = new Set(slugsOf(before));
  return slugsOf(after).filter((slug) => slug && !known.has(slug));
}

/** Slugs of `some` that are not among `others`. */
function without(type: SlugType, some: PublishedSlug[], others: PublishedSlug[]): PublishedSlug[] {
  const keyOf = ({ locale, slug }: PublishedSlug) => `${keyLocale(type, locale)} ${slug}`;
  const known = new Set(others.map(keyOf));
  return [...new Map(some.map((one) => [keyOf(one), one])).values()].filter((one) => !known.has(keyOf(one)));
}

/**
 * Drafts that an import wrote may hold a slug of others: they are stopped where readers would get it. One that differs in
 * case leads elsewhere and is let through: the editor is told of it.
 */
async function refuseForeign(
  scope: { type: SlugType; documentId: string; locale: string | null },
  slug: string,
  store: SlugStore
): Promise<void> {
  const owner = (await store.history.findOwners(scope.type, scope.locale, [slug])).get(slug);
  if (owner === undefined || owner === scope.documentId) return;
  await store.lock(scope);
  const isHeld = (await store.findHeld(scope, [slug])).size > 0;
  if (isHeld) throw new SlugTakenError(slug, await findFree(slug, scope, store), scope.type.slugField);
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
