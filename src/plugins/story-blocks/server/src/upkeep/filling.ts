import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { countPublished, filedAtOf, readPage, sortAtOf } from '../cards';
import { instant } from '../cards/read-values';
import { TABLES } from '../db';
import type { Newsroom, StoryType } from '../newsroom';
import type { Troubles } from '../troubles';
import { BREATH_MS, CHUNK, type Difference } from './compared';
import { clearCursor, readCursor, saveCursor } from './cursors';
import { syncChunk } from './sync-chunk';

/** Entries that are looked at together for those that have no card. */
const PAGE = 500;

/** Published stories, a language each, and cards of them. */
export async function countStories(
  strapi: Core.Strapi,
  newsroom: Newsroom
): Promise<{ published: number; cards: number }> {
  let published = 0;
  for (const { uid } of newsroom.config.types.story) published += await countPublished(strapi, newsroom, uid);
  const row = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .count({ count: '*' })
    .first();
  return { published, cards: Number(row?.count ?? 0) };
}

/** Notes the stories of a page that have no card in one of their languages, with their place among the newest. */
async function notePage(strapi: Core.Strapi, type: StoryType, rows: Record<string, unknown>[]): Promise<void> {
  const documentIds = [...new Set(rows.map((row) => String(row.documentId)))];
  const sql = await sqlNow(strapi);
  const cards: { document_id: string; count: number | string }[] = await table(strapi, sql, TABLES.cards)
    .where({ type: type.uid })
    .whereIn('document_id', documentIds)
    .groupBy('document_id')
    .select('document_id')
    .count({ count: '*' });
  const counts = new Map(cards.map((row) => [row.document_id, Number(row.count)]));
  const newest = new Map<string, { sortAt: number; languages: number }>();
  for (const row of rows) {
    const known = newest.get(String(row.documentId)) ?? { sortAt: 0, languages: 0 };
    // When it was first published is found out with its card; not after this, at any rate.
    const sortAt = Math.max(known.sortAt, sortAtOf(filedAtOf(row, type), instant(row.publishedAt)));
    newest.set(String(row.documentId), { sortAt, languages: known.languages + 1 });
  }
  const missing = [...newest].flatMap(([document_id, { sortAt, languages }]) =>
    (counts.get(document_id) ?? 0) < languages ? [{ type: type.uid, document_id, sort_at: sortAt }] : []
  );
  if (missing.length === 0) return;
  await table(strapi, sql, TABLES.filling).insert(missing).onConflict(['type', 'document_id']).ignore();
}

/** Notes every story without a card; goes on where it was interrupted. */
async function collect(strapi: Core.Strapi, newsroom: Newsroom, stopped: () => boolean): Promise<void> {
  const cursor = await readCursor(strapi, 'filling');
  const types = newsroom.config.types.story;
  const begin = Math.max(
    0,
    types.findIndex(({ uid }) => uid === cursor?.type)
  );
  let done = cursor?.done ?? 0;
  for (const type of types.slice(begin)) {
    const fields = [type.fields.filedAt, 'createdAt', 'publishedAt'].filter((field) => field !== undefined);
    for (let after = cursor?.type === type.uid ? cursor.documentId : ''; !stopped(); ) {
      const rows = await readPage(strapi, newsroom, type.uid, after || null, PAGE, fields);
      if (rows.length === 0) break;
      await notePage(strapi, type, rows);
      after = String(rows[rows.length - 1].documentId);
      done += rows.length;
      await saveCursor(strapi, 'filling', { type: type.uid, documentId: after, done });
      await sleep(BREATH_MS);
    }
  }
  if (!stopped()) await clearCursor(strapi, 'filling');
}

/** The newest stories that wait for a card, all of one type. */
async function nextToFill(strapi: Core.Strapi): Promise<{ type: string; documentIds: string[] } | null> {
  const rows: { type: string; document_id: string }[] = await table(strapi, await sqlNow(strapi), TABLES.filling)
    .orderBy([
      { column: 'sort_at', order: 'desc' },
      { column: 'document_id', order: 'desc' },
    ])
    .limit(CHUNK)
    .select('type', 'document_id');
  if (rows.length === 0) return null;
  const [{ type }] = rows;
  return { type, documentIds: rows.flatMap((row) => (row.type === type ? row.document_id : [])) };
}

export interface Filled {
  /** Stories that were given cards. */
  repaired: number;
  differences: Difference[];
}

/**
 * Gives the stories that have no card theirs, the newest first: an archive that was there before the plugin, or that grew
 * while it was off. What is to be done is kept in the database, so that a restart goes on where it was.
 *
 * @param options.each - Called after each chunk, with what it made.
 */
export async function fill(
  strapi: Core.Strapi,
  { newsroom, troubles }: { newsroom: Newsroom; troubles: Troubles },
  { stopped = () => false, each }: { stopped?(): boolean; each(filled: Filled): void }
): Promise<void> {
  const { published, cards } = await countStories(strapi, newsroom);
  if (published > cards || (await readCursor(strapi, 'filling'))) await collect(strapi, newsroom, stopped);
  for (let next = await nextToFill(strapi); next && !stopped(); next = await nextToFill(strapi)) {
    const { type: uid, documentIds } = next;
    const drop = (ids: string[], sql: Awaited<ReturnType<typeof sqlNow>>) =>
      table(strapi, sql, TABLES.filling).where({ type: uid }).whereIn('document_id', ids).delete();
    const type = newsroom.storyType(uid);
    if (!type) {
      await drop(documentIds, await sqlNow(strapi));
      continue;
    }
    const { differences, left, failed } = await syncChunk(strapi, { newsroom, troubles }, type, documentIds, {
      whole: false,
      settle: (sql, made) => drop(made, sql),
    });
    // Those that failed are noted, and tried again on their own; those that were busy were made by their writer.
    const passed = [...failed, ...left];
    if (passed.length > 0) await drop(passed, await sqlNow(strapi));
    const repaired = new Set(differences.map((difference) => difference.documentId)).size;
    each({ repaired, differences: differences.map((difference) => ({ uid, ...difference })) });
  }
}

/** Whether stories of an archive still wait for their cards. */
export async function isFilling(strapi: Core.Strapi): Promise<boolean> {
  const waiting = await table(strapi, await sqlNow(strapi), TABLES.filling).first('type');
  return waiting !== undefined || (await readCursor(strapi, 'filling')) !== null;
}
