import type { Core } from '@strapi/strapi';
import { sqlNow, WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import type { SlugState } from '../../../shared/src';
import { spellingsOf } from '../folding/spellings';
import { isFollowing } from '../following/follow-headline';
import { asText, createSlugStore, rowsOf, type SlugScope } from '../slug-store';
import { findFree, makeBase, suggestSafe } from '../writes/choose-slug';

/** An entry that has, or had, a slug. */
export interface SlugHolder {
  /** As stored, with what permissions depend on. */
  entry: Record<string, unknown>;
  former: boolean;
  /** Whether its slug is spelled otherwise: in another case, for one. */
  alike: boolean;
}

/** What the slug field of the admin asks. Nothing is locked: the answers are hints, the write decides. */
export function createFieldService(strapi: Core.Strapi) {
  const storeNow = async () => createSlugStore(strapi, await sqlNow(strapi));

  async function findEntry({ type, locale }: SlugScope, where: Record<string, unknown>) {
    const found = await rowsOf(strapi, type.uid).findMany({
      where: { ...where, ...(type.sharedSlug || locale === null ? {} : { locale }) },
      populate: WITH_CREATOR,
      orderBy: { id: 'asc' },
      limit: 1,
    });
    return found[0] ?? null;
  }

  async function findHolder(slugs: string[], scope: SlugScope) {
    const others = scope.documentId === undefined ? {} : { documentId: { $ne: scope.documentId } };
    const present = await findEntry(scope, { [scope.type.slugField]: { $in: slugs }, ...others });
    if (present) return { entry: present, former: false };
    const owners = await (await storeNow()).history.findOwners(scope.type, scope.locale, slugs);
    for (const documentId of new Set(owners.values())) {
      const entry = documentId === scope.documentId ? null : await findEntry(scope, { documentId });
      if (entry) return { entry, former: true };
    }
    return null;
  }

  return {
    /** The entry that permissions to write are held against; the draft where there is one. */
    findEntry: (scope: SlugScope & { documentId: string }) => findEntry(scope, { documentId: scope.documentId }),

    /** A free slug for a headline. */
    async make(text: string, scope: SlugScope): Promise<string> {
      const store = await storeNow();
      const base = await makeBase(text || scope.type.singularName, scope, store);
      return findFree(base, scope, store);
    },

    /** The first of `slug`, `slug-2` … that is free. */
    async suggest(slug: string, scope: SlugScope): Promise<string> {
      return findFree(slug, scope, await storeNow());
    },

    /** The same for one that is no safe path segment; `source` is the headline, for one of which nothing is left. */
    async suggestSafe(slug: string, source: string, scope: SlugScope): Promise<string> {
      return suggestSafe(slug, source, scope, await storeNow());
    },

    /** Who else has the slug, or had it: exactly so before in another case. */
    async findHolder(slug: string, scope: SlugScope): Promise<SlugHolder | null> {
      const exact = await findHolder([slug], scope);
      if (exact) return { ...exact, alike: false };
      const spellings = await spellingsOf([slug], (await storeNow()).spellings);
      const other = await findHolder(spellings, scope);
      return other && { ...other, alike: true };
    },

    async state(scope: SlugScope & { documentId: string }): Promise<SlugState> {
      const store = await storeNow();
      const { type, locale, documentId } = scope;
      const rows = await store.findRows(type, documentId);
      const own = rows.find((row) => row.locale === locale) ?? (type.sharedSlug ? rows[0] : undefined);
      const isLive = !type.draftAndPublish && rows.length > 0;
      const published = isLive || (await store.history.wasPublished(type, documentId, locale));
      // An entry without a slug in this language gets one of its headline.
      const follows = own?.slug ? await isFollowing({ slug: own.slug, isOnly: rows.length === 1 }, scope, store) : true;
      return { sourceField: type.sourceField, published, follows: follows && !published };
    },

    /** Lets the slug follow the headline, or keeps it as it is. Of no effect on what has no slug yet. */
    async setFollows(scope: SlugScope & { documentId: string }, follows: boolean): Promise<void> {
      const store = await storeNow();
      const { type, locale, documentId } = scope;
      const own = (await store.findRows(type, documentId)).find((row) => type.sharedSlug || row.locale === locale);
      if (own?.slug) await store.made.save(type, documentId, locale, follows ? own.slug : null);
    },

    titleOf: ({ entry }: SlugHolder, { type }: SlugScope) => asText(entry[type.sourceField]),
  };
}

export type FieldService = ReturnType<typeof createFieldService>;
