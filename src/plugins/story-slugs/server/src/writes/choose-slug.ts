import { makeSlug } from '../make-slug';
import { findFreeSlug } from '../numbered-slugs';
import type { SlugScope, SlugStore } from '../slug-store';

/**
 * A slug for a headline or name that no other document has, and that none can get before this transaction ends.
 */
export async function makeFreeSlug(text: string, scope: SlugScope, store: SlugStore): Promise<string> {
  const base = await makeBase(text, scope, store);
  await store.lock(scope);
  return findFreeSlug(base, scope.type.maxLength, (slugs) => store.findTaken(scope, slugs));
}

/** The slug that a headline or name makes, whoever has it. */
export async function makeBase(text: string, { type, locale }: SlugScope, store: SlugStore): Promise<string> {
  const { maxLength, stopWords } = type;
  return makeSlug(text, { locale: locale ?? (await store.defaultLocale()), maxLength, stopWords });
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
