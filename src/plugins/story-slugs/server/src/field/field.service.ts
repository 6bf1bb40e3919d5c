import type { Core } from '@strapi/strapi';
import type { SlugState } from '../../../shared/src';
import { sqlNow } from '../db';
import { isFollowing } from '../following/follow-headline';
import { asText, createSlugStore, rowsOf, type SlugScope, WITH_CREATOR } from '../slug-store';
import { findFree, makeBase } from '../writes/choose-slug';

/** An entry that has, or had, a slug. */
export interface SlugHolder {
  /** As stored, with what permissions depend on. */
  entry: Record<string, unknown>;
  former: boolean;
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

    /** Who else has the slug, or had it. */
    async findHolder(slug: string, scope: SlugScope): Promise<SlugHolder | null> {
      const others = scope.documentId === undefined ? {} : { documentId: { $ne: scope.documentId } };
      const present = await findEntry(scope, { [scope.type.slugField]: slug, ...others });
      if (present) return { entry: present, former: false };
      const store = await storeNow();
      const owner = (await store.history.findOwners(scope.type, scope.locale, [slug])).get(slug);
      if (owner === undefined || owner === scope.documentId) return null;
      const entry = await findEntry(scope, { documentId: owner });
      return entry && { entry, former: true };
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
