import type { Core } from '@strapi/strapi';
import { type Sql, TABLES, table } from '../db';
import type { ImageChange } from './changes';
import type { AnyConceptKind, Concept } from './concept';

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

/** Keeps a picture that a story shows. @returns What that changed: nothing where it was kept as it is. */
export async function storeImage(strapi: Core.Strapi, sql: Sql, image: Concept<'image'>): Promise<ImageChange[]> {
  const { documentId } = image;
  const { changed, returned } = await storeConcepts(strapi, sql, { kind: 'image', documentId }, [image]);
  return changed.length > 0 ? [{ documentId, isNew: returned.length > 0 }] : [];
}

/** Those of the pictures that are not kept as they are. */
export async function imagesToStore(
  strapi: Core.Strapi,
  sql: Sql,
  images: Concept<'image'>[]
): Promise<Concept<'image'>[]> {
  if (images.length === 0) return [];
  const ids = images.map((image) => image.documentId);
  const kept: ConceptColumns[] = await table(strapi, sql, TABLES.concepts)
    .where({ kind: 'image' })
    .whereIn('document_id', ids);
  const known = new Set(kept.map(conceptFingerprint));
  return images.filter((image) => !known.has(conceptFingerprint(image)));
}
