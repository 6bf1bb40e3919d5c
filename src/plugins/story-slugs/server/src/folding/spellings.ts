import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { LONGEST_KEPT, TABLES } from '../db';
import { foldSlug } from './fold-slug';

/**
 * Slugs that are written otherwise than they are compared: `Spring-Fair`, found by `spring-fair`.
 *
 * A word list, not a register: who has a slug is asked of the entries and the history, by the exact slug. So a spelling
 * that nobody has any more does no harm, and made slugs, which are their own folding, take no room.
 */
export interface Spellings {
  /** The spellings that fold to one of `folded`, apart from these themselves. */
  find(folded: string[]): Promise<string[]>;
  /** Adds those of `slugs` that are not their own folding. */
  note(slugs: string[]): Promise<void>;
}

/** @param sql - The open transaction, or the pool for reads. */
export function createSpellings(strapi: Core.Strapi, sql: Sql): Spellings {
  const spellings = () => table(strapi, sql, TABLES.spellings);
  return {
    async find(folded) {
      const rows: { slug: string }[] = await spellings().select('slug').whereIn('folded', folded);
      return rows.map(({ slug }) => slug);
    },

    async note(slugs) {
      const rows = otherwiseSpelled(slugs).filter(
        (row) => Math.max(row.slug.length, row.folded.length) <= LONGEST_KEPT
      );
      if (rows.length > 0) await spellings().insert(rows).onConflict(['slug']).ignore();
    },
  };
}

/** Sorted everywhere alike, so that two transactions never wait for each other's rows. */
function otherwiseSpelled(slugs: string[]): { slug: string; folded: string }[] {
  const rows = [...new Set(slugs)].sort().map((slug) => ({ slug, folded: foldSlug(slug) }));
  return rows.filter(({ slug, folded }) => slug !== folded);
}

/**
 * All spellings under which somebody may have one of `slugs`, in whatever case: to be looked for exactly.
 *
 * A spelling that was written past the document service is among them from the next start on, or once its entry is saved.
 */
export async function spellingsOf(slugs: string[], spellings: Spellings): Promise<string[]> {
  const folded = [...new Set(slugs.map(foldSlug))];
  return [...new Set([...slugs, ...folded, ...(await spellings.find(folded))])];
}
