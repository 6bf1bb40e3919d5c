import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, type Sql, table } from '@wiredesk/strapi-kit/server';
import { advanceGeneration, lockFree, TABLES } from '../db';
import type { Newsroom, StoryType } from '../newsroom';
import { deriveCard } from './derive-card';
import { imageIdsOf } from './derive-concept';
import { firstOf, firstsOfMany, keepFirstPublications } from './first-publications';
import { type CardDifference, keptKey, readKept } from './kept-cards';
import { readEntries } from './read-published';
import type { Row } from './read-values';
import { storeCards } from './store-cards';
import { imagesToStore, storeImage } from './store-concepts';

/** What became of the stories of one turn. */
export interface SyncedStories {
  /** Those whose cards are now what is published of them. */
  done: string[];
  /** What was different before, a language each. */
  differences: CardDifference[];
  /** Those that somebody else writes at this moment, or whose picture was not known: for the next turn. */
  left: string[];
}

const KEY = ['document_id', 'locale'];
type CardRowKey = { document_id: string; locale: string };

/**
 * Finds the documents whose cards this transaction may write without waiting for anybody: rows that an editor of a
 * section has marked, or that the ranking works on, are held by their transactions.
 */
async function withFreeRows(strapi: Core.Strapi, sql: Sql, type: string, documentIds: string[]): Promise<string[]> {
  if (!isPostgres(strapi) || documentIds.length === 0) return documentIds;
  const rows = () => table(strapi, sql, TABLES.cards).where({ type }).whereIn('document_id', documentIds).select(KEY);
  const key = (row: CardRowKey) => keptKey({ documentId: row.document_id, locale: row.locale });
  const held: CardRowKey[] = await rows().forUpdate().skipLocked();
  const free = new Set(held.map(key));
  const all: CardRowKey[] = await rows();
  const taken = new Set(all.filter((row) => !free.has(key(row))).map((row) => row.document_id));
  return documentIds.filter((documentId) => !taken.has(documentId));
}

/** The pictures of the entries that are not kept as they are, and the stories that show them. */
async function unknownImages(strapi: Core.Strapi, sql: Sql, type: StoryType, rows: Row[]) {
  const images = await imagesToStore(strapi, sql, imageIdsOf(rows, type));
  const ids = new Set(images.map((image) => image.documentId));
  const showing = rows.filter((row) => imageIdsOf([row], type).some((id) => ids.has(id)));
  return { images, showing: new Set(showing.map((row) => String(row.documentId))) };
}

/**
 * Makes many stories' cards agree with what is published of them now, in one short transaction and a fixed number of
 * statements. Whoever writes one of them at the same moment wins: it is left alone, and what is read of the others is
 * read after they were locked. It never waits while it holds a story, so that nobody's bulk action can deadlock with it.
 *
 * @param settle - Runs in the same transaction.
 */
export async function syncStories(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  type: StoryType,
  documentIds: string[],
  { whole, settle }: { whole: boolean; settle?(sql: Sql, done: string[]): Promise<unknown> }
): Promise<SyncedStories> {
  const { images, ...synced } = await inTransaction(strapi, async (sql) => {
    const locked = await lockFree(strapi, sql, type.uid, documentIds);
    const free = await withFreeRows(strapi, sql, type.uid, locked);
    const rows = await readEntries(strapi, newsroom, type.uid, { documentId: { $in: free } });
    const { images, showing } = await unknownImages(strapi, sql, type, rows);
    const done = free.filter((documentId) => !showing.has(documentId));
    const isDone = new Set(done);
    const kept = await readKept(strapi, sql, type.uid, done, whole);
    const live = rows.filter((row) => isDone.has(String(row.documentId)));
    const { known, found } = await firstsOfMany(strapi, sql, newsroom, type, live);
    const firsts = new Map([...known, ...(await keepFirstPublications(strapi, sql, type.uid, found))]);
    const cards = live.map((row) => deriveCard(row, type, newsroom, firstOf(firsts, newsroom, type, row)));
    const { differences, change } = await storeCards(strapi, sql, cards, kept);
    if (change) await advanceGeneration(strapi, sql, change);
    await settle?.(sql, done);
    return { images, done, differences, left: documentIds.filter((documentId) => !isDone.has(documentId)) };
  });
  // By themselves: two transactions that each kept several pictures would deadlock where they share two.
  for (const image of images) {
    await inTransaction(strapi, async (sql) => {
      const change = await storeImage(strapi, sql, image);
      if (change) await advanceGeneration(strapi, sql, change);
    });
  }
  return synced;
}
