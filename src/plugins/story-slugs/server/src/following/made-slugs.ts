import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { LONGEST_KEPT, TABLES } from '../db';
import { keyLocale, type SlugType } from '../slug-types';

/**
 * Which slugs were made by the plugin. Kept as the slug itself, not as a mark: a slug that differs from it was chosen,
 * whoever wrote it, by SQL too.
 */
export interface MadeSlugs {
  find(type: SlugType, documentId: string, locale: string | null): Promise<string | null>;
  /** The same for many documents, in one statement. */
  findAll(type: SlugType, documentIds: string[]): Promise<(documentId: string, locale: string | null) => string | null>;
  /** `null` where the slug is an editor's choice. */
  save(type: SlugType, documentId: string, locale: string | null, slug: string | null): Promise<void>;
  /** Drops what is known of a document in all languages but `keep`. */
  forget(type: SlugType, documentId: string, keep: (string | null)[]): Promise<void>;
}

/** @param sql - The open transaction, or the pool for reads. */
export function createMadeSlugs(strapi: Core.Strapi, sql: Sql): MadeSlugs {
  const made = () => table(strapi, sql, TABLES.made);
  const keyOf = (type: SlugType, documentId: string, locale: string | null) => ({
    type: type.uid,
    document_id: documentId,
    locale: keyLocale(type, locale),
  });
  return {
    async find(type, documentId, locale) {
      const row: { slug: string } | undefined = await made()
        .select('slug')
        .where(keyOf(type, documentId, locale))
        .first();
      return row?.slug ?? null;
    },

    async findAll(type, documentIds) {
      const rows: { document_id: string; locale: string; slug: string }[] = await made()
        .select('document_id', 'locale', 'slug')
        .where({ type: type.uid })
        .whereIn('document_id', documentIds);
      const slugs = new Map(rows.map((row) => [`${row.document_id} ${row.locale}`, row.slug]));
      return (documentId, locale) => slugs.get(`${documentId} ${keyLocale(type, locale)}`) ?? null;
    },

    async save(type, documentId, locale, slug) {
      const key = keyOf(type, documentId, locale);
      if (slug === null || slug.length > LONGEST_KEPT) await made().where(key).delete();
      else
        await made()
          .insert({ ...key, slug })
          .onConflict(['type', 'document_id', 'locale'])
          .merge(['slug']);
    },

    async forget(type, documentId, keep) {
      const left = [...new Set(keep.map((locale) => keyLocale(type, locale)))];
      await made().where({ type: type.uid, document_id: documentId }).whereNotIn('locale', left).delete();
    },
  };
}
