import { isNumbered } from '../numbered-slugs';
import type { SlugScope, SlugStore } from '../slug-store';
import { makeBase, makeFreeSlug } from '../writes/choose-slug';

/** What an entry has before a write. */
export interface StoredSlug {
  slug: string;
  /** The headline or name. */
  source: string;
  /** Whether the document has one language only. */
  isOnly: boolean;
}

/** Whether a slug is made anew when the headline changes: it was made, and no reader has ever had it. */
export async function isFollowing(
  { slug, isOnly }: Pick<StoredSlug, 'slug' | 'isOnly'>,
  { type, locale, documentId }: SlugScope,
  store: SlugStore
): Promise<boolean> {
  // A slug that several languages share would follow whichever headline was written last.
  if (!type.draftAndPublish || documentId === undefined || (type.localized && type.sharedSlug && !isOnly)) return false;
  if ((await store.made.find(type, documentId, locale)) !== slug) return false;
  return !(await store.history.wasPublished(type, documentId, locale));
}

/**
 * The slug of a draft after its headline was written.
 *
 * @returns `null` where it stays as it is.
 */
export async function followHeadline(
  source: string,
  stored: StoredSlug,
  scope: SlugScope,
  store: SlugStore
): Promise<string | null> {
  if (!source || !(await isFollowing(stored, scope, store))) return null;
  // A number that was needed once is kept: the slug moves with the headline, not with what others do.
  const base = await makeBase(source, scope, store);
  if (source === stored.source && isNumbered(stored.slug, base, scope.type.maxLength)) return null;
  const slug = await makeFreeSlug(source, scope, store);
  return slug === stored.slug ? null : slug;
}
