import type { Core } from '@strapi/strapi';
import type { Desk, Schemas } from '../config';
import { sqlNow } from '../db';
import { conceptPopulate, type Populate, storyPopulate } from './populate';
import type { Row } from './read-values';

const populates = new WeakMap<Desk, Map<string, Populate>>();

function populateOf(strapi: Core.Strapi, desk: Desk, uid: string): Populate {
  let known = populates.get(desk);
  if (!known) {
    known = new Map();
    populates.set(desk, known);
  }
  let populate = known.get(uid);
  if (!populate) {
    const role = desk.role(uid);
    const components = strapi.components as unknown as Schemas['components'];
    if (!role) throw new Error(`story-blocks: ${uid} is not mapped.`);
    populate =
      role.kind === 'story' ? storyPopulate(desk, role.type, components) : conceptPopulate(desk, role.kind, components);
    known.set(uid, populate);
  }
  return populate;
}

const state = (desk: Desk, uid: string, status: 'published' | 'draft') =>
  desk.hasDrafts(uid) ? { publishedAt: status === 'published' ? { $notNull: true } : { $null: true } } : {};

/**
 * Reads entries as they stand, in every language, with what cards and concepts are made of. Goes by the query engine,
 * not the document service: it follows the ambient transaction and meets no middleware.
 */
export function readEntries(
  strapi: Core.Strapi,
  desk: Desk,
  uid: string,
  where: Record<string, unknown>,
  status: 'published' | 'draft' = 'published',
  more: Populate = {}
): Promise<Row[]> {
  return strapi.db.query(uid as never).findMany({
    where: { ...where, ...state(desk, uid, status) },
    populate: { ...populateOf(strapi, desk, uid), ...more },
  } as never) as Promise<Row[]>;
}

/**
 * A page of live entries, in the order of their documents, with a few plain fields: how a whole type is walked through.
 *
 * @param after - The document that the walk has come to.
 */
export function readPage(
  strapi: Core.Strapi,
  desk: Desk,
  uid: string,
  after: string | null,
  limit: number,
  fields: string[] = []
): Promise<Row[]> {
  return strapi.db.query(uid as never).findMany({
    select: ['documentId', ...fields],
    where: { ...state(desk, uid, 'published'), ...(after ? { documentId: { $gt: after } } : {}) },
    orderBy: { documentId: 'asc' },
    limit,
  } as never) as Promise<Row[]>;
}

/**
 * A page of the document ids of live entries, in order. A document has a row a language, so there may be fewer ids than
 * `limit` without this being the end.
 */
export async function readDocumentIds(
  strapi: Core.Strapi,
  desk: Desk,
  uid: string,
  after: string | null,
  limit: number
): Promise<{ ids: string[]; isLast: boolean }> {
  const rows = await readPage(strapi, desk, uid, after, limit);
  return { ids: [...new Set(rows.map((row) => String(row.documentId)))], isLast: rows.length < limit };
}

/**
 * How many entries of a type are live, a language each. Strapi's own count looks at every row; this one is answered by
 * Strapi's index on documents alone.
 */
export async function countPublished(strapi: Core.Strapi, desk: Desk, uid: string): Promise<number> {
  const { tableName } = strapi.db.metadata.get(uid);
  const sql = await sqlNow(strapi);
  const schema = strapi.db.getSchemaName();
  const rows = (schema ? sql(tableName).withSchema(schema) : sql(tableName)).where('document_id', '>', '');
  if (desk.hasDrafts(uid)) rows.whereNotNull('published_at');
  const row = await rows.count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
