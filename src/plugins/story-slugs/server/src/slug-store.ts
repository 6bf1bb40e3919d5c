import type { Core } from '@strapi/strapi';
import type { SlugType } from './slug-types';

/** Where a slug has to be unique: among the other documents of a type, in one language unless all share it. */
export interface SlugScope {
  type: SlugType;
  /** `null` where the type is not localized. */
  locale: string | null;
  /** The document that the slug is for; none while it is new. */
  documentId?: string;
}

/** A stored row, as far as slugs go; `''` for what is empty. */
export interface SlugRow {
  id: number;
  locale: string | null;
  slug: string;
  /** The headline or name. */
  source: string;
}

/** Slugs in the database, in the transaction that is open. */
export interface SlugStore {
  /** Keeps other transactions from choosing slugs in the same scope until this one ends. */
  lock(scope: SlugScope): Promise<void>;
  /** Which of `candidates` rows of other documents have, drafts and published. */
  findTaken(scope: SlugScope, candidates: string[]): Promise<ReadonlySet<string>>;
  /** The rows that editors write of a document: its drafts, in all languages. */
  findRows(type: SlugType, documentId: string): Promise<SlugRow[]>;
  saveSlug(type: SlugType, id: number, slug: string): Promise<void>;
  defaultLocale(): Promise<string>;
}

/** The query engine for a type that is known from configuration only. */
interface Rows {
  findMany(query: object): Promise<Record<string, unknown>[]>;
  update(query: object): Promise<unknown>;
}

/** The part of Knex's transaction that the lock needs. */
interface Transaction {
  raw(sql: string, bindings: string[]): PromiseLike<unknown>;
}

/**
 * @param transaction - The open one. Queries of Strapi's engine find it by themselves; the lock is taken on it.
 */
export function createSlugStore(strapi: Core.Strapi, transaction: Transaction): SlugStore {
  const rows = (type: SlugType) => (strapi.db.query as unknown as (uid: string) => Rows).call(strapi.db, type.uid);
  const ofLanguage = ({ type, locale }: SlugScope) => (type.sharedSlug ? {} : { locale });

  return {
    async lock({ type, locale }) {
      // SQLite has one connection, so transactions come one after the other there.
      if (strapi.db.dialect.client !== 'postgres') return;
      const key = `slug:${type.uid}:${type.sharedSlug ? '' : locale}`;
      await transaction.raw('select pg_advisory_xact_lock(hashtext(?))', [key]);
    },

    async findTaken(scope, candidates) {
      const { slugField } = scope.type;
      const others = scope.documentId === undefined ? {} : { documentId: { $ne: scope.documentId } };
      const where = { [slugField]: { $in: candidates }, ...ofLanguage(scope), ...others };
      const found = await rows(scope.type).findMany({ select: [slugField], where });
      return new Set(found.map((row) => asText(row[slugField])));
    },

    async findRows(type, documentId) {
      const { slugField, sourceField } = type;
      const found = await rows(type).findMany({
        select: ['id', slugField, sourceField, ...(type.localized ? ['locale'] : [])],
        where: { documentId, ...(type.draftAndPublish ? { publishedAt: null } : {}) },
        orderBy: { id: 'asc' },
      });
      return found.map((row) => ({
        id: Number(row.id),
        locale: type.localized ? asText(row.locale) : null,
        slug: asText(row[slugField]).trim(),
        source: asText(row[sourceField]).trim(),
      }));
    },

    async saveSlug(type, id, slug) {
      await rows(type).update({ where: { id }, data: { [type.slugField]: slug } });
    },

    async defaultLocale() {
      const locale: unknown = await strapi.plugin('i18n').service('locales').getDefaultLocale();
      return asText(locale);
    },
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
