import { wholeCharacters } from './segments/safe-slug';

/**
 * A slug with a number that tells it from its equals: `story-2`. The first is the slug itself.
 *
 * @param maxLength - The slug gives way to the number.
 */
export function numberedSlug(slug: string, number: number, maxLength: number): string {
  if (number === 1) return slug;
  const suffix = `-${number}`;
  return wholeCharacters(slug.slice(0, maxLength - suffix.length)).replace(/(?<!-)-+$/, '') + suffix;
}

/** Enough for almost every write to need one query. */
const FIRST_BATCH = 20;
/** Each is looked for in two spellings: under the number of values that SQLite's older versions take at once (999). */
const LATER_BATCH = 400;

/**
 * The first of `slug`, `slug-2`, `slug-3` … that is free.
 *
 * @param findTaken - Which of the given slugs others have; asked once, and again only where all were taken.
 */
export async function findFreeSlug(
  slug: string,
  maxLength: number,
  findTaken: (candidates: string[]) => Promise<ReadonlySet<string>>
): Promise<string> {
  for (let first = 1, size = FIRST_BATCH; ; first += size, size = LATER_BATCH) {
    const candidates = Array.from({ length: size }, (_, index) => numberedSlug(slug, first + index, maxLength));
    const taken = await findTaken(candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
}

/** Whether a slug is `base` itself or `base` with a number, as {@link numberedSlug} writes it. */
export function isNumbered(slug: string, base: string, maxLength: number): boolean {
  const number = Number(/-([1-9]\d{0,8})$/.exec(slug)?.[1] ?? 0);
  return slug === base || (number > 1 && slug === numberedSlug(base, number, maxLength));
}
