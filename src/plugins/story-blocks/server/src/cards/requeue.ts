import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isPostgres, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';
import { type CardKey, keyColumns } from './card';

const BUSY_MS = 20;
const TURNS = 50;

/**
 * Has the links of stories made anew; those that they have stand until then. A card that somebody else is writing has
 * another turn: waiting for it, this statement would hold the others.
 */
export async function queueLinks(strapi: Core.Strapi, type: string, documentIds: string[]): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const sql = await sqlNow(strapi);
    const settled = () =>
      table(strapi, sql, TABLES.cards).where({ type }).whereIn('document_id', documentIds).whereNull('retry_at');
    const free = settled().select('type', 'document_id', 'locale');
    await (isPostgres(strapi)
      ? table(strapi, sql, TABLES.cards).whereIn(['type', 'document_id', 'locale'], free.forUpdate().skipLocked())
      : settled()
    ).update({ retry_at: 0, attempts: 0, error: null });
    if (!(await settled().first('type'))) return;
    await sleep(BUSY_MS);
  }
}

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
