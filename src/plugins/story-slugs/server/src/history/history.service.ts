import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import type { Resolved } from '../../../shared/src';
import { createSpellings, spellingsOf } from '../folding/spellings';
import { asText, rowsOf } from '../slug-store';
import type { SlugType } from '../slug-types';
import { type FirstPublished, readFirstPublished } from './first-published';
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

  /** What is published, two entries at most: of two that an import gave one slug, always the same comes first. */
  async function findLive(type: SlugType, locale: string, where: Record<string, unknown>) {
    const found = await rowsOf(strapi, type.uid).findMany({
      select: ['documentId', type.slugField],
      where: {
        ...where,
        ...(type.localized ? { locale } : {}),
        ...(type.draftAndPublish ? { publishedAt: { $notNull: true } } : {}),
      },
      orderBy: { documentId: 'asc' },
      limit: 2,
    });
    return found.map((row) => ({ documentId: asText(row.documentId), slug: asText(row[type.slugField]) }));
  }

  /** Published entries that had one of `slugs` before, two at most. */
  async function findMoved(type: SlugType, locale: string, slugs: string[]) {
    const history = createSlugHistory(strapi, await sqlNow(strapi));
    const owners = new Set((await history.findOwners(type, locale, slugs)).values());
    if (owners.size === 0) return [];
    const live = await findLive(type, locale, { documentId: { $in: [...owners] } });
    return live.filter(({ slug }) => slug !== '');
  }

  async function resolveExactly({ slug, locale, types: uids }: SlugQuestion): Promise<Resolved | null> {
    for (const type of mapped(uids)) {
      const [live] = await findLive(type, locale, { [type.slugField]: slug });
      if (live) return { ...live, contentType: type.uid, moved: false };
    }
    for (const type of mapped(uids)) {
      const [live] = await findMoved(type, locale, [slug]);
      if (live) return { ...live, contentType: type.uid, moved: true };
    }
    return null;
  }

  /** Finds a slug that differs in case alone, where one entry of the type has it: a guess among several would mislead readers. */
  async function resolveInAnyCase({ slug, locale, types: uids }: SlugQuestion): Promise<Resolved | null> {
    const spellings = await spellingsOf([slug], createSpellings(strapi, await sqlNow(strapi)));
    const others = spellings.filter((spelling) => spelling !== slug);
    if (others.length === 0) return null;
    const findPresent = (type: SlugType) => findLive(type, locale, { [type.slugField]: { $in: others } });
    for (const find of [findPresent, (type: SlugType) => findMoved(type, locale, others)]) {
      for (const type of mapped(uids)) {
        const [live, another] = await find(type);
        if (live && another) return null;
        if (live) return { ...live, contentType: type.uid, moved: true };
      }
    }
    return null;
  }

  return {
    /**
     * When documents of a type were first published, as far as their slugs tell: when the first of them was noted, a language
     * each. What was published while the plugin was off was noted at the next start.
     *
     * @returns Nothing of documents that have no slug in the history, nor of a type that gets none; `locale` is `''` where
     * all languages share the slug.
     */
    async firstPublished({ uid, documentIds }: { uid: string; documentIds: string[] }): Promise<FirstPublished[]> {
      return types.has(uid) ? readFirstPublished(strapi, uid, documentIds) : [];
    },

    /**
     * What a slug leads to: who has it now, else whose it was, with the present slug. Chains need no following: the
     * history says whose a slug is, not which one came next. A slug that nobody has or had exactly so is looked for
     * without case; what it leads to has moved then, to the slug as it is written.
     *
     * @returns `null` for a slug that nobody ever had, where its owner is not published now, and where two entries have
     * it but for its case.
     */
    async resolve(question: SlugQuestion): Promise<Resolved | null> {
      if (!question.slug) return null;
      return (await resolveExactly(question)) ?? (await resolveInAnyCase(question));
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
