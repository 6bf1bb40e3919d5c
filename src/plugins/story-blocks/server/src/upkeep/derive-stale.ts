import type { Core } from '@strapi/strapi';
import { syncStory } from '../cards';
import type { Desk } from '../config';
import { advanceGeneration, inTransaction, sqlNow, TABLES, table } from '../db';

const CHUNK = 50;

/** Derives again the stories that point at something that went or came back. @returns How many were taken on. */
export async function deriveStale(strapi: Core.Strapi, desk: Desk): Promise<number> {
  const rows: { type: string; document_id: string }[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .whereNotNull('stale_at')
    .orderBy('stale_at')
    .limit(CHUNK)
    .distinct('type', 'document_id', 'stale_at');
  const documents = new Map(rows.map((row) => [`${row.type} ${row.document_id}`, row]));
  for (const { type: uid, document_id: documentId } of documents.values()) {
    const type = desk.storyType(uid);
    await inTransaction(strapi, async (sql) => {
      // A type that is not mapped any more has no cards to keep true; reconcile removes them.
      if (!type)
        await table(strapi, sql, TABLES.cards).where({ type: uid, document_id: documentId }).update({ stale_at: null });
      else if ((await syncStory(strapi, desk, sql, type, documentId)).changed) await advanceGeneration(strapi, sql);
    });
  }
  return documents.size;
}
