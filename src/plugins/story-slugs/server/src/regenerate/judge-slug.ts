import type { SlugChange } from '../../../shared/src';
import { isNumbered } from '../numbered-slugs';

/** An entry in one language, as far as making its slug again goes. */
export interface JudgedEntry {
  slug: string;
  /** What its headline makes, whoever has it. */
  base: string;
  maxLength: number;
  /** Whether the plugin made the slug. */
  made: boolean;
  live: boolean;
  /** Whether the draft holds edits that are not published. */
  modified: boolean;
}

export interface RegenerateOptions {
  /** Make slugs again that editors chose, too, and those from before the plugin was there. @default false */
  chosen?: boolean;
  /** Make slugs of published entries again, too; their old addresses lead to the new ones. @default false */
  published?: boolean;
}

/**
 * What making a slug again comes to.
 *
 * @returns `null` where the slug is what its headline makes, with a number or without.
 */
export function judgeSlug(
  { slug, base, maxLength, made, live, modified }: JudgedEntry,
  { chosen = false, published = false }: RegenerateOptions
): SlugChange['outcome'] | null {
  if (slug && isNumbered(slug, base, maxLength)) return null;
  if (live && !published) return 'published';
  // Publishing it would publish the edits with it.
  if (live && modified) return 'unfinished-draft';
  if (slug && !made && !chosen) return 'chosen';
  return 'would-change';
}
