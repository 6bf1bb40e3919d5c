import type { Core } from '@strapi/strapi';
import { type CardKey, keyColumns } from '../cards';
import { isPostgres, sqlNow, TABLES, table } from '../db';

/** Stories that are put back into the queue in one statement. */
const CHUNK = 500;

/**
 * Has stories that failed tried again now: one, or all. Those that somebody is writing at the moment are left out: their
 * writer queues them himself.
 *
 * @returns How many.
 */
export async function retryFailed(strapi: Core.Strapi, key: CardKey | null): Promise<number> {
  let count = 0;
  for (;;) {
    const sql = await sqlNow(strapi);
    const failed = table(strapi, sql, TABLES.cards).where('retry_at', '>', 0).whereNotNull('error');
    if (key) failed.where(keyColumns(key));
    const keys = failed.limit(CHUNK).select('type', 'document_id', 'locale');
    const queued: number = await table(strapi, sql, TABLES.cards)
      .whereIn(['type', 'document_id', 'locale'], isPostgres(strapi) ? keys.forUpdate().skipLocked() : keys)
      .update({ retry_at: 0, attempts: 0, error: null });
    count += queued;
    if (queued < CHUNK) return count;
  }
}
