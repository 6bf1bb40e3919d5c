import type { Core } from '@strapi/strapi';
import { syncStory } from '../cards';
import type { Desk } from '../config';
import { advanceGeneration, inTransaction, sqlNow, TABLES, table } from '../db';

const CHUNK = 50;
/** Milliseconds until a story that could not be derived has its next turn. */
const RETRY_MS = 60_000;

/**
 * Derives again the stories that point at something that went or came back. One that fails is logged and put off, so
 * that it keeps no other waiting.
 *
 * @returns How many were taken on.
 */
export async function deriveStale(strapi: Core.Strapi, desk: Desk): Promise<number> {
  const rows: { type: string; document_id: string }[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where('stale_at', '<=', Date.now())
    .orderBy('stale_at')
    .limit(CHUNK)
    .select('type', 'document_id');
  const documents = new Map(rows.map((row) => [`${row.type} ${row.document_id}`, row]));
  for (const { type: uid, document_id: documentId } of documents.values()) {
    const type = desk.storyType(uid);
    const settle = async (stale_at: number | null) =>
      table(strapi, await sqlNow(strapi), TABLES.cards)
        .where({ type: uid, document_id: documentId })
        .update({ stale_at });
    try {
      // A type that is not mapped any more has no cards to keep true; reconcile removes them.
      if (!type) await settle(null);
      else
        await inTransaction(strapi, async (sql) => {
          if ((await syncStory(strapi, desk, sql, type, documentId)).changed) await advanceGeneration(strapi, sql);
        });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      strapi.log.error(`[story-blocks] ${documentId} could not be derived again: ${message}`);
      await settle(Date.now() + RETRY_MS);
    }
  }
  return documents.size;
}
