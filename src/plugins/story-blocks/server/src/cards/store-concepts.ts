import type { Core } from '@strapi/strapi';
import { entries, type Sql, table } from '@wiredesk/strapi-kit/server';
import { type Change, lockDocument, TABLES } from '../db';
import { changeTags } from '../delivery/tags';
import type { AnyConceptKind } from '../newsroom';
import { FILE } from '../newsroom';
import { joinChanges } from './changes';
import type { Concept } from './concept';
import { deriveImage } from './derive-concept';
import type { Row } from './read-values';

const toColumns = (concept: Concept) => ({
  kind: concept.kind,
  document_id: concept.documentId,
  locale: concept.locale,
  name: concept.name,
  slug: concept.slug,
  position: concept.position,
  data: JSON.stringify(concept.data),
});

/** A concept as it is kept. */
export type ConceptColumns = ReturnType<typeof toColumns>;

/** Tells whether two concepts, or a concept and its row, say the same. */
export const conceptFingerprint = (concept: Concept | ConceptColumns): string => {
  const columns = 'document_id' in concept ? concept : toColumns(concept);
  const { kind, document_id, locale, name, slug, position, data } = columns;
  return JSON.stringify([kind, document_id, locale, name, slug, position === null ? null : Number(position), data]);
};

async function upsert(strapi: Core.Strapi, sql: Sql, columns: ConceptColumns): Promise<void> {
  await table(strapi, sql, TABLES.concepts)
    .insert(columns)
    .onConflict(['kind', 'document_id', 'locale'])
    .merge(columns);
}

/**
 * Makes a document's concepts those given, one a language.
 *
 * @returns The languages that were written or deleted, and of them those that are gone and those that came.
 */
export async function storeConcepts(
  strapi: Core.Strapi,
  sql: Sql,
  document: { kind: AnyConceptKind; documentId: string },
  concepts: Concept[]
): Promise<{ changed: string[]; gone: string[]; returned: string[] }> {
  const where = { kind: document.kind, document_id: document.documentId };
  const kept: ConceptColumns[] = await table(strapi, sql, TABLES.concepts).where(where);
  const old = new Map(kept.map((row) => [row.locale, row]));
  const returned: string[] = [];
  const changed: string[] = [];
  for (const concept of concepts) {
    const columns = toColumns(concept);
    const before = old.get(concept.locale);
    old.delete(concept.locale);
    if (before && conceptFingerprint(before) === conceptFingerprint(columns)) continue;
    if (!before) returned.push(concept.locale);
    changed.push(concept.locale);
    await upsert(strapi, sql, columns);
  }
  const gone = [...old.keys()];
  if (gone.length > 0) {
    await table(strapi, sql, TABLES.concepts).where(where).whereIn('locale', gone).delete();
    changed.push(...gone);
  }
  return { changed, gone, returned };
}

/** Keeps a picture that a story shows. @returns What that changed; null where it was kept as it is. */
export async function storeImage(strapi: Core.Strapi, sql: Sql, image: Concept<'image'>): Promise<Change | null> {
  const { documentId } = image;
  const { changed, returned } = await storeConcepts(strapi, sql, { kind: 'image', documentId }, [image]);
  // One that nobody has seen yet is no change of what is kept for many requests.
  return changed.length > 0 ? { tags: changeTags('image', documentId), concepts: returned.length === 0 } : null;
}

const keptImages = (strapi: Core.Strapi, sql: Sql, documentIds: string[]) =>
  table(strapi, sql, TABLES.concepts).where({ kind: 'image' }).whereIn('document_id', documentIds);

/** Pictures as the media library has them. */
async function readImages(strapi: Core.Strapi, documentIds: string[]): Promise<Concept<'image'>[]> {
  if (documentIds.length === 0) return [];
  const where = { documentId: { $in: documentIds } };
  // Sorted, so that two who keep the same pictures don't wait for each other.
  const query = { where, orderBy: { documentId: 'asc' } };
  const files: Row[] = await entries(strapi, FILE).findMany(query);
  return files.flatMap((file) => deriveImage(file) ?? []);
}

/**
 * Keeps those of the pictures that are not kept yet. Of those that are, what the media library does to them is followed.
 *
 * @returns What that changed; null where all were kept.
 */
export async function keepImages(strapi: Core.Strapi, sql: Sql, documentIds: string[]): Promise<Change | null> {
  if (documentIds.length === 0) return null;
  const kept: string[] = await keptImages(strapi, sql, documentIds).pluck('document_id');
  const missing = documentIds.filter((documentId) => !kept.includes(documentId)).sort();
  // Who changes one waits, and then finds it kept.
  for (const documentId of missing) await lockDocument(strapi, sql, FILE, documentId);
  const changes: (Change | null)[] = [];
  for (const image of await readImages(strapi, missing)) changes.push(await storeImage(strapi, sql, image));
  return joinChanges(changes);
}

/** Those of the pictures that are not kept as they are, whatever happened to them. */
export async function imagesToStore(strapi: Core.Strapi, sql: Sql, documentIds: string[]): Promise<Concept<'image'>[]> {
  if (documentIds.length === 0) return [];
  const images = await readImages(strapi, documentIds);
  const kept: ConceptColumns[] = await keptImages(strapi, sql, documentIds);
  const known = new Set(kept.map(conceptFingerprint));
  return images.filter((image) => !known.has(conceptFingerprint(image)));
}
