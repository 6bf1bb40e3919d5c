import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES, whereIn } from '../db';
import { foldSlug } from '../lib/fold-slug';
import { inChunks } from './by-language';
import type { CardKey } from './card';

/** A slug under which a story is or was live. */
export interface SlugOf extends CardKey {
  slug: string;
}

interface Row {
  slug_key: string;
  type: string;
  document_id: string;
  locale: string;
  slug: string;
}

const slugKey = (slug: string): string => createHash('sha256').update(foldSlug(slug)).digest('base64url').slice(0, 22);

const toSlugOf = ({ type, document_id, locale, slug }: Row): SlugOf => ({
  type,
  documentId: document_id,
  locale,
  slug,
});

/**
 * Keeps under which slugs stories were live that are live no longer, or under another. What is kept outlives the story:
 * its address is still in other stories' links.
 */
export async function rememberSlugs(strapi: Core.Strapi, sql: Sql, slugs: readonly SlugOf[]): Promise<void> {
  const rows = slugs.map(({ type, documentId, locale, slug }): Row => {
    return { slug_key: slugKey(slug), type, document_id: documentId, locale, slug };
  });
  const keyed = new Map(rows.map((row) => [`${row.slug_key} ${row.type} ${row.locale}`, row]));
  // Sorted, so that two who write the same don't wait for each other.
  const sorted = [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await inChunks(sorted, (part) =>
    table(strapi, sql, TABLES.formerSlugs).insert(part).onConflict(['slug_key', 'type', 'locale']).merge()
  );
}

/** The stories that were live under slugs before, in whatever language; of two that had one the later. */
export async function formerOwners(strapi: Core.Strapi, slugs: readonly string[]): Promise<SlugOf[]> {
  const keys = [...new Set(slugs.map(slugKey))];
  const rows: Row[] = await whereIn(strapi, table(strapi, await sqlNow(strapi), TABLES.formerSlugs), 'slug_key', keys);
  return rows.map(toSlugOf);
}

/** The types of documents that were live before, also of those that are there no longer. */
export async function formerTypes(strapi: Core.Strapi, documentIds: readonly string[]): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map();
  const slugs = table(strapi, await sqlNow(strapi), TABLES.formerSlugs);
  const rows: Row[] = await whereIn(strapi, slugs, 'document_id', [...documentIds]);
  return new Map(rows.map(({ document_id, type }) => [document_id, type]));
}

/** The slugs under which a story was live before, in whatever language. */
export async function formerSlugsOf(
  strapi: Core.Strapi,
  { type, documentId }: Pick<CardKey, 'type' | 'documentId'>
): Promise<SlugOf[]> {
  const rows: Row[] = await table(strapi, await sqlNow(strapi), TABLES.formerSlugs).where({
    document_id: documentId,
    type,
  });
  return rows.map(toSlugOf);
}
