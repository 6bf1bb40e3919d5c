import { makeSlug } from '../make-slug';
import { findFreeSlug } from '../numbered-slugs';
import type { SlugScope, SlugStore } from '../slug-store';

/**
 * A slug for a headline or name that no other document has, and that none can get before this transaction ends.
 */
export async function makeFreeSlug(text: string, scope: SlugScope, store: SlugStore): Promise<string> {
  const { maxLength } = scope.type;
  const locale = scope.locale ?? (await store.defaultLocale());
  await store.lock(scope);
  return findFreeSlug(makeSlug(text, { locale, maxLength }), maxLength, (slugs) => store.findTaken(scope, slugs));
}

/**
 * What to use instead of a slug that a client chose.
 *
 * @returns `null` where the slug is free, and stays so until this transaction ends.
 */
export async function suggestInstead(slug: string, scope: SlugScope, store: SlugStore): Promise<string | null> {
  await store.lock(scope);
  const maxLength = Math.max(scope.type.maxLength, slug.length);
  const free = await findFreeSlug(slug, maxLength, (slugs) => store.findTaken(scope, slugs));
  return free === slug ? null : free;
}
