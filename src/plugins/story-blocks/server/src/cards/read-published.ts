import type { Core } from '@strapi/strapi';
import type { Desk, Schemas } from '../config';
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
  status: 'published' | 'draft' = 'published'
): Promise<Row[]> {
  return strapi.db.query(uid as never).findMany({
    where: { ...where, ...state(desk, uid, status) },
    populate: populateOf(strapi, desk, uid),
  } as never) as Promise<Row[]>;
}

/**
 * A page of the document ids of live entries, in order: how a whole type is walked through. A document has a row a
 * language, so there may be fewer ids than `limit` without this being the end.
 */
export async function readDocumentIds(
  strapi: Core.Strapi,
  desk: Desk,
  uid: string,
  after: string | null,
  limit: number
): Promise<{ ids: string[]; isLast: boolean }> {
  const rows = (await strapi.db.query(uid as never).findMany({
    select: ['documentId'],
    where: { ...state(desk, uid, 'published'), ...(after ? { documentId: { $gt: after } } : {}) },
    orderBy: { documentId: 'asc' },
    limit,
  } as never)) as Row[];
  return { ids: [...new Set(rows.map((row) => String(row.documentId)))], isLast: rows.length < limit };
}
