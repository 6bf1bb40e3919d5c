import type { Core } from '@strapi/strapi';
import { entries, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Newsroom } from '../newsroom';
import { type Populate, type Reading, readingOf } from './populate';
import { fillLinked } from './read-linked';
import type { Row } from './read-values';

const readings = new WeakMap<Newsroom, Map<string, Reading>>();

function knownReading(strapi: Core.Strapi, newsroom: Newsroom, uid: string): Reading {
  const known = readings.get(newsroom) ?? new Map<string, Reading>();
  readings.set(newsroom, known);
  const reading = known.get(uid) ?? readingOf(strapi, newsroom, uid);
  known.set(uid, reading);
  return reading;
}

const state = (newsroom: Newsroom, uid: string, status: 'published' | 'draft') =>
  newsroom.hasDrafts(uid) ? { publishedAt: status === 'published' ? { $notNull: true } : { $null: true } } : {};

/**
 * Reads entries as they stand, in every language, with what cards and concepts are made of. Goes past the document
 * service: it follows the ambient transaction and meets no middleware.
 *
 * @param more - What else Strapi's engine is to populate.
 */
export async function readEntries(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  uid: string,
  where: Record<string, unknown>,
  status: 'published' | 'draft' = 'published',
  more: Populate = {}
): Promise<Row[]> {
  const { linked, populate } = knownReading(strapi, newsroom, uid);
  const rows: Row[] = await entries(strapi, uid).findMany({
    where: { ...where, ...state(newsroom, uid, status) },
    populate: { ...populate, ...more },
  });
  await fillLinked(strapi, rows, linked);
  return rows;
}

/**
 * A page of live entries, in the order of their documents, with a few plain fields: how a whole type is walked through.
 *
 * @param after - The document that the walk has come to.
 */
export function readPage(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  uid: string,
  after: string | null,
  limit: number,
  fields: string[] = []
): Promise<Row[]> {
  return entries(strapi, uid).findMany({
    select: ['documentId', ...fields],
    where: { ...state(newsroom, uid, 'published'), ...(after ? { documentId: { $gt: after } } : {}) },
    orderBy: { documentId: 'asc' },
    limit,
  }) as Promise<Row[]>;
}

/**
 * A page of the document ids of live entries, in order. A document has a row a language, so there may be fewer ids than
 * `limit` without this being the end.
 */
export async function readDocumentIds(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  uid: string,
  after: string | null,
  limit: number
): Promise<{ ids: string[]; isLast: boolean }> {
  const rows = await readPage(strapi, newsroom, uid, after, limit);
  return { ids: [...new Set(rows.map((row) => String(row.documentId)))], isLast: rows.length < limit };
}

/**
 * How many entries of a type are live, a language each. Strapi's own count looks at every row; this one is answered by
 * Strapi's index on documents alone.
 */
export async function countPublished(strapi: Core.Strapi, newsroom: Newsroom, uid: string): Promise<number> {
  const { tableName } = strapi.db.metadata.get(uid);
  const sql = await sqlNow(strapi);
  const rows = table(strapi, sql, tableName).where('document_id', '>', '');
  if (newsroom.hasDrafts(uid)) rows.whereNotNull('published_at');
  const row = await rows.count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
