import type { Core } from '@strapi/strapi';
import type { ConceptKind, Desk, StoryType } from '../config';
import { lockDocument, type Sql } from '../db';
import { deriveCard } from './derive-card';
import { deriveConcept, deriveImage } from './derive-concept';
import { readEntries } from './read-published';
import { list } from './read-values';
import { markStale, storeCards } from './store-cards';
import { storeConcepts, storeImage } from './store-concepts';

/**
 * Makes a story's cards agree with what is published of it now, in all languages. It derives state and never looks at
 * how the entry got there, so publishing, unpublishing, deleting and every bulk action take this one path.
 *
 * @returns Whether readers see a change.
 */
export async function syncStory(
  strapi: Core.Strapi,
  desk: Desk,
  sql: Sql,
  type: StoryType,
  documentId: string
): Promise<boolean> {
  await lockDocument(strapi, sql, type.uid, documentId);
  const rows = await readEntries(strapi, desk, type.uid, { documentId });
  let changed = false;
  if (type.fields.image) {
    for (const row of rows) {
      const image = deriveImage(list(row[type.fields.image])[0] ?? {});
      if (image && (await storeImage(strapi, sql, image))) changed = true;
    }
  }
  const cards = rows.map((row) => deriveCard(row, type, desk));
  return (await storeCards(strapi, sql, { type: type.uid, documentId }, cards)) || changed;
}

/**
 * Makes a concept agree with its live entries. Its texts are joined at read, so nothing else has to change; only where
 * it went or came back do the stories that pointed at it wait for the worker, since Strapi has changed their relations.
 */
export async function syncConcept(
  strapi: Core.Strapi,
  desk: Desk,
  sql: Sql,
  kind: ConceptKind,
  uid: string,
  documentId: string
): Promise<boolean> {
  await lockDocument(strapi, sql, uid, documentId);
  const rows = await readEntries(strapi, desk, uid, { documentId });
  const concepts = rows.map((row) => deriveConcept(row, kind, desk));
  const { changed, gone, returned } = await storeConcepts(strapi, sql, { kind, documentId }, concepts);
  for (const locale of [...gone, ...returned]) {
    await markStale(strapi, sql, { role: kind, id: documentId, locale: locale || undefined });
  }
  return changed;
}
