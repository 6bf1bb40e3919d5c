import type { Core, UID } from '@strapi/strapi';
import { defaultLocale, isPostgres, type Sql, table } from '@wiredesk/strapi-kit/server';
import { createSpellings, type Spellings } from './folding/spellings';
import { createMadeSlugs, type MadeSlugs } from './following/made-slugs';
import { createSlugHistory, type PublishedSlug, type SlugHistory } from './history/slug-history';
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
  /** As it is stored: an import may have left blanks at its ends. */
  slug: string;
  /** The headline or name. */
  source: string;
}

/** What is stored of a document, in all languages; a type without drafts has the same rows in both. */
export interface StoredDocument {
  drafts: SlugRow[];
  live: PublishedSlug[];
}

/** Slugs in the database, in the transaction that is open. */
export interface SlugStore {
  /** Keeps other transactions from choosing slugs in the same scope until this one ends. */
  lock(scope: SlugScope): Promise<void>;
  /** Waits for those who write a document's rows, and keeps others from writing them until this transaction ends. */
  lockDocument(type: SlugType, documentId: string): Promise<void>;
  /** Which of `slugs` other documents have exactly so, in drafts and published, or were published under before. */
  findHeld(scope: SlugScope, slugs: string[]): Promise<ReadonlySet<string>>;
  /** The rows that editors write of a document: its drafts, in all languages. */
  findRows(type: SlugType, documentId: string): Promise<SlugRow[]>;
  /** The same, and the slugs under which readers have it now, in all languages. */
  findDocument(type: SlugType, documentId: string): Promise<StoredDocument>;
  /** Languages that a document has, in drafts or published. */
  findLocales(type: SlugType, documentId: string): Promise<(string | null)[]>;
  saveSlug(type: SlugType, id: number, slug: string): Promise<void>;
  defaultLocale(): Promise<string>;
  history: SlugHistory;
  made: MadeSlugs;
  spellings: Spellings;
}

/** The query engine for a type that is known from configuration only. */
export interface Rows {
  findMany(query: object): Promise<Record<string, unknown>[]>;
  update(query: object): Promise<unknown>;
}

export const rowsOf = (strapi: Core.Strapi, uid: string): Rows =>
  (strapi.db.query as unknown as (uid: string) => Rows).call(strapi.db, uid);

/**
 * @param sql - The open transaction, or the pool for reads alone. Queries of Strapi's engine find it by themselves; the
 *   lock and the plugin's own tables are used on it.
 */
export function createSlugStore(strapi: Core.Strapi, sql: Sql): SlugStore {
  const rows = (type: SlugType) => rowsOf(strapi, type.uid);
  const ofLanguage = ({ type, locale }: SlugScope) => (type.sharedSlug ? {} : { locale });
  const history = createSlugHistory(strapi, sql);
  const localeField = (type: SlugType) => (type.localized ? ['locale'] : []);
  const localeOf = (type: SlugType, row: Record<string, unknown>) => (type.localized ? asText(row.locale) : null);

  /** Former slugs of others. An owner that is gone, deleted past the document service, keeps none. */
  async function findFormer(scope: SlugScope, slugs: string[]): Promise<string[]> {
    const owners = await history.findOwners(scope.type, scope.locale, slugs);
    const others = [...owners].filter(([, documentId]) => documentId !== scope.documentId);
    if (others.length === 0) return [];
    const where = { documentId: { $in: [...new Set(others.map(([, id]) => id))] }, ...ofLanguage(scope) };
    const found = await rows(scope.type).findMany({ select: ['documentId'], where });
    const there = new Set(found.map((row) => row.documentId));
    return others.filter(([, documentId]) => there.has(documentId)).map(([slug]) => slug);
  }

  /** Past Strapi's engine, whose way to the same few columns is a long one. */
  async function findDocument(type: SlugType, documentId: string): Promise<StoredDocument> {
    const { tableName, attributes } = strapi.db.metadata.get(type.uid);
    const column = (field: string) => (attributes[field] as { columnName?: string } | undefined)?.columnName ?? field;
    const columns = {
      id: 'id',
      slug: column(type.slugField),
      source: column(type.sourceField),
      ...(type.localized ? { locale: column('locale') } : {}),
      ...(type.draftAndPublish ? { publishedAt: column('publishedAt') } : {}),
    };
    const found: Record<keyof typeof columns, unknown>[] = await table(strapi, sql, tableName)
      .select(columns)
      .where(column('documentId'), documentId)
      .orderBy('id');
    const isDraft = (row: (typeof found)[number]) => !type.draftAndPublish || row.publishedAt === null;
    const isLive = (row: (typeof found)[number]) => !type.draftAndPublish || row.publishedAt !== null;
    return {
      drafts: found.filter(isDraft).map((row) => ({
        id: Number(row.id),
        locale: localeOf(type, row),
        slug: asText(row.slug).trim() && asText(row.slug),
        source: asText(row.source).trim(),
      })),
      // As it stands there, with the blanks that it may have at its ends.
      live: found.filter(isLive).flatMap((row) => {
        const slug = asText(row.slug);
        return slug ? [{ locale: localeOf(type, row), slug }] : [];
      }),
    };
  }

  return {
    history,
    made: createMadeSlugs(strapi, sql),
    spellings: createSpellings(strapi, sql),

    async lock({ type, locale }) {
      // SQLite has one connection, so transactions come one after the other there.
      if (!isPostgres(strapi)) return;
      const key = `slug:${type.uid}:${type.sharedSlug ? '' : locale}`;
      await sql.raw('select pg_advisory_xact_lock(hashtext(?))', [key]);
    },

    async lockDocument({ uid }, documentId) {
      if (!isPostgres(strapi)) return;
      const rows = strapi.db.queryBuilder(uid as UID.ContentType);
      await rows.select('id').where({ documentId }).forUpdate().execute();
    },

    async findHeld(scope, slugs) {
      const { slugField } = scope.type;
      const others = scope.documentId === undefined ? {} : { documentId: { $ne: scope.documentId } };
      const where = { [slugField]: { $in: slugs }, ...ofLanguage(scope), ...others };
      const found = await rows(scope.type).findMany({ select: [slugField], where });
      // Entries first: a slug that is leaving an entry at this moment is in the history by the time it is gone.
      return new Set([...found.map((row) => asText(row[slugField])), ...(await findFormer(scope, slugs))]);
    },

    findDocument,

    async findRows(type, documentId) {
      return (await findDocument(type, documentId)).drafts;
    },

    async findLocales(type, documentId) {
      const found = await rows(type).findMany({ select: ['id', ...localeField(type)], where: { documentId } });
      return found.map((row) => localeOf(type, row));
    },

    async saveSlug(type, id, slug) {
      await rows(type).update({ where: { id }, data: { [type.slugField]: slug } });
    },

    defaultLocale: () => defaultLocale(strapi),
  };
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
