import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';
import type { Newsroom, StoryType } from '../newsroom';
import { inChunks } from './by-language';
import type { CardKey } from './card';
import { firstOfArchive } from './first-publication';
import { keptKey } from './kept-cards';
import { instant, type Row, text } from './read-values';

/** When a language of a story was first published, in milliseconds. */
export interface FirstPublication extends Pick<CardKey, 'documentId' | 'locale'> {
  at: number;
}

/** First publications of stories of one type, by {@link keptKey}. */
export type FirstPublications = ReadonlyMap<string, number>;

const byKey = (all: FirstPublication[]): Map<string, number> => new Map(all.map((one) => [keptKey(one), one.at]));

/** When an entry was first published, of those that are known. */
export const firstOf = (known: FirstPublications, newsroom: Newsroom, type: StoryType, row: Row): number | null =>
  known.get(keptKey({ documentId: String(row.documentId), locale: newsroom.keyLocale(type.uid, text(row.locale)) })) ??
  null;

/** When stories of a type were first published; of those that were, and of which it is kept. */
export async function readFirstPublications(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentIds: string[]
): Promise<FirstPublications> {
  const found: FirstPublication[] = [];
  await inChunks(documentIds, async (part) => {
    const rows: { document_id: string; locale: string; at: number | string }[] = await table(
      strapi,
      sql,
      TABLES.firstPublications
    )
      .where({ type })
      .whereIn('document_id', part)
      .select('document_id', 'locale', 'at');
    found.push(...rows.map((row) => ({ documentId: row.document_id, locale: row.locale, at: Number(row.at) })));
  });
  return byKey(found);
}

/** The same of one entry, wherever it is read: what a draft's preview shows. */
export async function firstPublicationOf(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  type: StoryType,
  row: Row
): Promise<number | null> {
  const documentIds = row.documentId ? [String(row.documentId)] : [];
  return firstOf(await readFirstPublications(strapi, await sqlNow(strapi), type.uid, documentIds), newsroom, type, row);
}

/**
 * Keeps first publications. One that is kept already stands, whoever wrote it.
 *
 * @returns Those that stand now.
 */
export async function keepFirstPublications(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  found: FirstPublication[]
): Promise<FirstPublications> {
  let kept = 0;
  await inChunks(found, async (part) => {
    const written: unknown[] = await table(strapi, sql, TABLES.firstPublications)
      .insert(part.map(({ documentId, locale, at }) => ({ type, document_id: documentId, locale, at })))
      .onConflict(['type', 'document_id', 'locale'])
      .ignore()
      .returning('document_id');
    kept += written.length;
  });
  if (kept === found.length) return byKey(found);
  return readFirstPublications(strapi, sql, type, [...new Set(found.map(({ documentId }) => documentId))]);
}

/** Forgets those of a document whose languages are gone for good; of languages that are `left` they stay. */
export async function forgetFirstPublications(
  strapi: Core.Strapi,
  sql: Sql,
  key: { type: string; documentId: string },
  left: string[]
): Promise<void> {
  await table(strapi, sql, TABLES.firstPublications)
    .where({ type: key.type, document_id: key.documentId })
    .whereNotIn('locale', left)
    .delete();
}

/** The part of story-slugs that is used where it is installed. */
interface SlugHistory {
  firstPublished(question: {
    uid: string;
    documentIds: string[];
  }): Promise<{ documentId: string; locale: string; at: number }[]>;
}

/** When slugs of stories were first noted as published; nothing where story-slugs is not installed. */
async function slugsFirst(strapi: Core.Strapi, uid: string, documentIds: string[]): Promise<FirstPublications> {
  if (!strapi.plugins['story-slugs'] || documentIds.length === 0) return new Map();
  const history = strapi.plugin('story-slugs').service('history') as SlugHistory;
  return byKey(await history.firstPublished({ uid, documentIds }));
}

/**
 * When entries that are live, and of which nobody kept it, were first published: see {@link firstOfArchive}. Keeps nothing.
 *
 * @param rows - With `documentId`, `locale`, `createdAt` and `publishedAt`.
 */
export async function findInArchive(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  type: StoryType,
  rows: Row[]
): Promise<FirstPublication[]> {
  const slugs = await slugsFirst(strapi, type.uid, [...new Set(rows.map((row) => String(row.documentId)))]);
  return rows.flatMap((row) => {
    const key = { documentId: String(row.documentId), locale: newsroom.keyLocale(type.uid, text(row.locale)) };
    const own = slugs.get(keptKey(key));
    const shared = own === undefined ? slugs.get(keptKey({ ...key, locale: '' })) : undefined;
    const at = firstOfArchive({
      createdAt: instant(row.createdAt),
      publishedAt: instant(row.publishedAt),
      slugAt: own ?? shared ?? null,
      sharesSlug: shared !== undefined,
    });
    return at === null ? [] : [{ ...key, at }];
  });
}

/** Entries of which it is not known when they were first published. */
export const unknownAmong = (rows: Row[], known: FirstPublications, newsroom: Newsroom, type: StoryType): Row[] =>
  rows.filter((row) => firstOf(known, newsroom, type, row) === null);

/** First publications of entries as they are read for a whole archive: those that are kept, and those to be kept. */
export async function firstsOfMany(strapi: Core.Strapi, sql: Sql, newsroom: Newsroom, type: StoryType, rows: Row[]) {
  const documentIds = [...new Set(rows.map((row) => String(row.documentId)))];
  const known = await readFirstPublications(strapi, sql, type.uid, documentIds);
  const unknown = unknownAmong(rows, known, newsroom, type);
  const found = unknown.length > 0 ? await findInArchive(strapi, newsroom, type, unknown) : [];
  return { known, found, all: new Map([...known, ...byKey(found)]) as FirstPublications };
}
