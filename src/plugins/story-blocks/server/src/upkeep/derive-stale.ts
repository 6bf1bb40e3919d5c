import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { markStoriesStale } from '../cards';
import { TABLES } from '../db';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';
import { CHUNK } from './compared';
import { syncChunk } from './sync-chunk';

/** Milliseconds until a story that could not be derived has its next turn. */
const RETRY_MS = 60_000;

/**
 * Derives again the stories that point at something that went or came back. One that fails is noted and put off, so
 * that it keeps no other waiting.
 *
 * @returns How many were taken on.
 */
export async function deriveStale(
  strapi: Core.Strapi,
  { newsroom, troubles }: { newsroom: Newsroom; troubles: Troubles }
): Promise<number> {
  const rows: { type: string; document_id: string }[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where('stale_at', '<=', Date.now())
    .orderBy('stale_at')
    .limit(CHUNK)
    .select('type', 'document_id');
  let taken = 0;
  for (const uid of new Set(rows.map((row) => row.type))) {
    const documentIds = [...new Set(rows.flatMap((row) => (row.type === uid ? row.document_id : [])))];
    const type = newsroom.storyType(uid);
    if (type) {
      const { done, failed } = await syncChunk(strapi, { newsroom, troubles }, type, documentIds, { whole: false });
      for (const documentId of failed)
        await markStoriesStale(strapi, await sqlNow(strapi), uid, [documentId], Date.now() + RETRY_MS);
      taken += done.length + failed.size;
    } else {
      // A type that is not mapped any more has no cards to keep true; reconcile removes them.
      await markStoriesStale(strapi, await sqlNow(strapi), uid, documentIds, null);
      taken += documentIds.length;
    }
  }
  return taken;
}
