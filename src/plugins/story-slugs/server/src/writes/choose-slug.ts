import { makeSlug } from '../make-slug';
import { findFreeSlug } from '../numbered-slugs';
import type { SlugScope, SlugStore } from '../slug-store';

/**
 * A slug for a headline or name that no other document has, and that none can get before this transaction ends.
 */
export async function makeFreeSlug(text: string, scope: SlugScope, store: SlugStore): Promise<string> {
  const base = await makeBase(text, scope, store);
  await store.lock(scope);
  return findFree(base, scope, store);
}

/** The first of `slug`, `slug-2` … that no other document has. One that is longer than made ones may be stays so. */
export function findFree(slug: string, scope: SlugScope, store: SlugStore): Promise<string> {
  const maxLength = Math.max(scope.type.maxLength, slug.length);
  return findFreeSlug(slug, maxLength, (slugs) => store.findTaken(scope, slugs));
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
  const free = await findFree(slug, scope, store);
  return free === slug ? null : free;
}
