import { foldSlug } from '../folding/fold-slug';
import { spellingsOf } from '../folding/spellings';
import { makeSlug } from '../make-slug';
import { findFreeSlug } from '../numbered-slugs';
import { toSafeSlug } from '../segments/safe-slug';
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
  return findFreeSlug(slug, maxLength, (slugs) => findTaken(slugs, scope, store));
}

/** Which of `candidates` other documents have or had, in whatever case. */
async function findTaken(candidates: string[], scope: SlugScope, store: SlugStore): Promise<ReadonlySet<string>> {
  const held = await store.findHeld(scope, await spellingsOf(candidates, store.spellings));
  const taken = new Set([...held].map(foldSlug));
  return new Set(candidates.filter((slug) => taken.has(foldSlug(slug))));
}

/** The slug that a headline or name makes, whoever has it. */
export async function makeBase(text: string, { type, locale }: SlugScope, store: SlugStore): Promise<string> {
  const { maxLength, stopWords } = type;
  return makeSlug(text, { locale: locale ?? (await store.defaultLocale()), maxLength, stopWords });
}

/**
 * A free slug that is one safe path segment, in place of one that is none.
 *
 * @param source - The headline or name, for a slug of which nothing is left.
 */
export async function suggestSafe(slug: string, source: string, scope: SlugScope, store: SlugStore): Promise<string> {
  const safe = toSafeSlug(slug, scope.type.maxLength);
  return findFree(safe || (await makeBase(source || scope.type.singularName, scope, store)), scope, store);
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
