import type { Core } from '@strapi/strapi';
import type { ConceptKind } from '@wiredesk/newsroom';
import { entries, type Sql, table } from '@wiredesk/strapi-kit/server';
import { type Change, lockDocument, TABLES, together } from '../db';
import { FILE, type Newsroom, type StoryType } from '../newsroom';
import { conceptChange, joinChanges } from './changes';
import { deriveCard } from './derive-card';
import { deriveConcept, deriveImage, imageIdsOf } from './derive-concept';
import {
  type FirstPublications,
  findInArchive,
  firstOf,
  keepFirstPublications,
  unknownAmong,
} from './first-publications';
import type { KeptCard } from './kept-cards';
import { readEntries } from './read-published';
import { endState, readState, type StoryState, stillStands } from './read-state';
import { instant, type Row, text } from './read-values';
import { markStale, storeCards } from './store-cards';
import { keepImages, storeConcepts } from './store-concepts';

/** What a sync found and did. */
export interface SyncedStory {
  /** What readers see otherwise now; null where that is nothing. */
  change: Change | null;
  /** Whether the story is published in any language. */
  live: boolean;
}

/** Those of the pictures that no kept card of the story shows: what a card shows is kept, or will be as soon as it can be. */
function imagesBesides(kept: KeptCard[], documentIds: string[]): string[] {
  const shown = new Set(kept.map(({ said }) => said?.imageId));
  return documentIds.filter((documentId) => !shown.has(documentId));
}

/** The write that a story is synced after. */
export interface SyncedWrite {
  /** What was known of the story before it; left out of a document that it made. */
  before?: StoryState;
  /** When it began, in milliseconds. */
  since: number;
}

/**
 * First publications of a story's entries, with those that the write has published first. Their instant is the one that
 * Strapi has given them in this transaction.
 */
async function firstsAfter(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  sql: Sql,
  type: StoryType,
  rows: Row[],
  { firsts: known }: StoryState,
  write: SyncedWrite | undefined
): Promise<FirstPublications> {
  const unknown = unknownAmong(rows, known, newsroom, type);
  if (unknown.length === 0) return known;
  const isFirst = (row: Row) =>
    write?.before !== undefined || (instant(row.publishedAt) ?? 0) >= (write?.since ?? Infinity);
  const found = unknown.filter(isFirst).map((row) => ({
    documentId: String(row.documentId),
    locale: newsroom.keyLocale(type.uid, text(row.locale)),
    at: instant(row.publishedAt) ?? write?.since ?? 0,
  }));
  const old = unknown.filter((row) => !isFirst(row));
  if (old.length > 0) found.push(...(await findInArchive(strapi, newsroom, type, old)));
  return new Map([...known, ...(await keepFirstPublications(strapi, sql, type.uid, found))]);
}

/**
 * Makes a story's cards agree with what is published of it now, in all languages. It derives state and never looks at
 * how the entry got there, so publishing, unpublishing, deleting and every bulk action take this one path.
 *
 * @param write - The write of the story that made it what it is; none where another's changed it.
 */
export async function syncStory(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  sql: Sql,
  type: StoryType,
  documentId: string,
  write?: SyncedWrite
): Promise<SyncedStory> {
  await lockDocument(strapi, sql, type.uid, documentId);
  const before = write?.before && stillStands(sql, type, documentId, write.before) ? write.before : null;
  endState(sql, type, documentId);
  const [rows, state] = await together(
    readEntries(strapi, newsroom, type.uid, { documentId }),
    before ? Promise.resolve(before) : readState(strapi, sql, newsroom, type, documentId)
  );
  const firsts = await firstsAfter(strapi, newsroom, sql, type, rows, state, write);
  const cards = rows.map((row) => deriveCard(row, type, newsroom, firstOf(firsts, newsroom, type, row)));
  const { kept } = state;
  // Before the cards: who waits for somebody else's picture holds none.
  const images = await keepImages(strapi, sql, imagesBesides(kept, imageIdsOf(rows, type)));
  const { change } = await storeCards(strapi, sql, cards, kept);
  return { change: joinChanges([change, images]), live: rows.length > 0 };
}

/**
 * Makes a concept agree with its live entries. Its texts are joined at read, so nothing else has to change; only where
 * it went or came back do the stories that pointed at it wait for the worker, since Strapi has changed their relations.
 */
export async function syncConcept(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  sql: Sql,
  kind: ConceptKind,
  uid: string,
  documentId: string
): Promise<Change | null> {
  await lockDocument(strapi, sql, uid, documentId);
  const rows = await readEntries(strapi, newsroom, uid, { documentId });
  const concepts = rows.map((row) => deriveConcept(row, kind, newsroom));
  const { changed, gone, returned } = await storeConcepts(strapi, sql, { kind, documentId }, concepts);
  for (const locale of [...gone, ...returned]) {
    await markStale(strapi, sql, { role: kind, id: documentId, locale: locale || undefined });
  }
  const own = changed.length > 0 ? conceptChange(kind, documentId, changed) : null;
  return gone.length > 0 ? joinChanges([own, await syncNaming(strapi, newsroom, sql, { kind, documentId })]) : own;
}

/**
 * Makes the concepts that name one that went agree with their entries again: Strapi has emptied their relations to it,
 * in layouts too, without an action of their own. They are few: sites, sections and topics.
 */
async function syncNaming(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  sql: Sql,
  gone: { kind: ConceptKind; documentId: string }
): Promise<Change | null> {
  const rows: { kind: ConceptKind; document_id: string }[] = await table(strapi, sql, TABLES.concepts)
    .whereIn('kind', ['site', 'section', 'topic'])
    .where('data', 'like', `%"${gone.documentId}"%`)
    .distinct('kind', 'document_id');
  const changes: (Change | null)[] = [];
  for (const { kind, document_id: documentId } of rows) {
    const type = newsroom.config.types[kind];
    const isItself = kind === gone.kind && documentId === gone.documentId;
    if (type && !isItself) changes.push(await syncConcept(strapi, newsroom, sql, kind, type.uid, documentId));
  }
  return joinChanges(changes);
}

/** Makes a picture that stories show agree with the media library; one that no story shows is not kept. */
export async function syncImage(strapi: Core.Strapi, sql: Sql, documentId: string): Promise<Change | null> {
  const document = { kind: 'image' as const, documentId };
  // Who keeps it at this moment has read it as it was.
  await lockDocument(strapi, sql, FILE, documentId);
  const known = await table(strapi, sql, TABLES.concepts)
    .where({ kind: document.kind, document_id: documentId })
    .first('kind');
  // One that had no address could not be kept when its story was published.
  const shown =
    known ??
    (await table(strapi, sql, TABLES.cardRefs).where({ role: document.kind, ref_id: documentId }).first('role'));
  if (!shown) return null;
  const file = (await entries(strapi, FILE).findOne({ where: { documentId } })) as Row | null;
  const image = file && deriveImage(file);
  const { changed } = await storeConcepts(strapi, sql, document, image ? [image] : []);
  if (!image) await markStale(strapi, sql, { role: document.kind, id: documentId });
  return changed.length > 0 ? conceptChange('image', documentId, changed) : null;
}
