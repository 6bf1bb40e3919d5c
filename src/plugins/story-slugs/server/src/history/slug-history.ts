import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { LONGEST_KEPT, TABLES } from '../db';
import { keyLocale, type SlugType } from '../slug-types';

/** A slug under which an entry is or was published. */
export interface PublishedSlug {
  locale: string | null;
  slug: string;
}

/** Whose the slugs are under which anything was ever published. */
export interface SlugHistory {
  /** Document ids by slug, of those of `slugs` that somebody has or had in a language. */
  findOwners(type: SlugType, locale: string | null, slugs: string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Notes slugs as a document's own. What is noted already stays, with whoever has it.
   *
   * @returns Those that were not noted before, and are now.
   */
  remember(type: SlugType, documentId: string, slugs: PublishedSlug[]): Promise<PublishedSlug[]>;
  /** Whether a document was ever published in a language. */
  wasPublished(type: SlugType, documentId: string, locale: string | null): Promise<boolean>;
  /** Frees a document's slugs in all languages but `keep`. */
  forget(type: SlugType, documentId: string, keep: (string | null)[]): Promise<void>;
}

/** The number of slugs that one statement looks for; SQLite takes no more than 999 values in its older versions. */
const MOST_AT_ONCE = 900;

/** Longer ones, which only a `text` field can hold, are not kept: the key of the table has no room for them. */
const isKept = ({ slug }: PublishedSlug) => slug !== '' && slug.length <= LONGEST_KEPT;

/** @param sql - The open transaction, or the pool for reads. */
export function createSlugHistory(strapi: Core.Strapi, sql: Sql): SlugHistory {
  const history = () => table(strapi, sql, TABLES.history);
  return {
    async findOwners(type, locale, slugs) {
      const owners = new Map<string, string>();
      for (let first = 0; first < slugs.length; first += MOST_AT_ONCE) {
        const rows: { slug: string; document_id: string }[] = await history()
          .select('slug', 'document_id')
          .where({ type: type.uid, locale: keyLocale(type, locale) })
          .whereIn('slug', slugs.slice(first, first + MOST_AT_ONCE));
        for (const row of rows) owners.set(row.slug, row.document_id);
      }
      return owners;
    },

    async remember(type, documentId, slugs) {
      const now = Date.now();
      const rows = slugs.filter(isKept).map(({ locale, slug }) => ({
        type: type.uid,
        locale: keyLocale(type, locale),
        slug,
        document_id: documentId,
        published_at: now,
      }));
      if (rows.length === 0) return [];
      const insert = history().insert(rows).onConflict(['type', 'locale', 'slug']).ignore();
      return (await insert.returning(['locale', 'slug'])) as PublishedSlug[];
    },

    async wasPublished(type, documentId, locale) {
      const key = { type: type.uid, document_id: documentId, locale: keyLocale(type, locale) };
      return (await history().select('slug').where(key).first()) !== undefined;
    },

    async forget(type, documentId, keep) {
      const left = [...new Set(keep.map((locale) => keyLocale(type, locale)))];
      await history().where({ type: type.uid, document_id: documentId }).whereNotIn('locale', left).delete();
    },
  };
}
