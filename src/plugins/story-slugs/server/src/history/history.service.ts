import type { Core } from '@strapi/strapi';
import type { Resolved } from '../../../shared/src';
import { sqlNow } from '../db';
import { asText, rowsOf } from '../slug-store';
import type { SlugType } from '../slug-types';
import { createSlugHistory } from './slug-history';
import { findHolders, findSlugsOf, type HeldSlug, type HoldersQuestion } from './slug-holders';

/** What is asked of the history. */
export interface SlugQuestion {
  slug: string;
  /** Code of a language of the application; of no matter to types without languages. */
  locale: string;
  /** Uids of content types, in the order in which they are looked through. */
  types: string[];
}

/** Where slugs lead, now and before. */
export function createHistoryService(strapi: Core.Strapi, types: ReadonlyMap<string, SlugType>) {
  const mapped = (uids: string[]) => uids.flatMap((uid) => types.get(uid) ?? []);

  async function findLive(type: SlugType, locale: string, where: Record<string, unknown>) {
    const found = await rowsOf(strapi, type.uid).findMany({
      select: ['documentId', type.slugField],
      where: {
        ...where,
        ...(type.localized ? { locale } : {}),
        ...(type.draftAndPublish ? { publishedAt: { $notNull: true } } : {}),
      },
      // Of two that an import gave one slug, always the same.
      orderBy: { documentId: 'asc' },
      limit: 1,
    });
    const [row] = found;
    return row ? { documentId: asText(row.documentId), slug: asText(row[type.slugField]) } : null;
  }

  async function findOwner(type: SlugType, locale: string, slug: string): Promise<string | null> {
    const history = createSlugHistory(strapi, await sqlNow(strapi));
    return (await history.findOwners(type, locale, [slug])).get(slug) ?? null;
  }

  return {
    /**
     * What a slug leads to: who has it now, else whose it was, with the present slug. Chains need no following: the
     * history says whose a slug is, not which one came next.
     *
     * @returns `null` for a slug that nobody ever had, and where its owner is not published now.
     */
    async resolve({ slug, locale, types: uids }: SlugQuestion): Promise<Resolved | null> {
      if (!slug) return null;
      for (const type of mapped(uids)) {
        const live = await findLive(type, locale, { [type.slugField]: slug });
        if (live) return { documentId: live.documentId, contentType: type.uid, slug: live.slug, moved: false };
      }
      for (const type of mapped(uids)) {
        const documentId = await findOwner(type, locale, slug);
        if (documentId === null) continue;
        const live = await findLive(type, locale, { documentId });
        if (live?.slug) return { documentId, contentType: type.uid, slug: live.slug, moved: true };
      }
      return null;
    },

    /** Whose slugs are, whether published now or not; see {@link findHolders}. */
    holders: (question: HoldersQuestion): Promise<HeldSlug[]> => findHolders(strapi, mapped(question.types), question),

    /** Every slug that an entry has or had; none for a type that has no slugs. */
    async slugsOf({ documentId, type: uid }: { documentId: string; type: string }): Promise<string[]> {
      const type = types.get(uid);
      return type ? findSlugsOf(strapi, type, documentId) : [];
    },
  };
}

export type HistoryService = ReturnType<typeof createHistoryService>;
