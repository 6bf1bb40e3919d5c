import type { Core } from '@strapi/strapi';
import { type CardKey, keyColumns } from '../../cards';
import { inTransaction, isPostgres, type Sql, sqlNow, TABLES, table } from '../../db';

/** For how long a node has the stories that it claims. */
const LEASE_MS = 60_000;
const MAX_BACKOFF_MS = 10 * 60_000;

/** A story whose links are to be made, as one node has taken it on. */
export interface Claim extends CardKey {
  /**
   * Until when it is this node's. It is also what tells whether it still is: who publishes the story anew, or makes it
   * again after it was deleted, sets another time; a version would start from one again.
   */
  lease: number;
  attempts: number;
}

interface ClaimRow {
  type: string;
  document_id: string;
  locale: string;
  attempts: number;
}

const claimOf = (claim: Claim) => ({ ...keyColumns(claim), retry_at: claim.lease });

/** Takes the next stories whose links are to be made, the newest first; other nodes pass them by until the lease is over. */
export async function claimNext(strapi: Core.Strapi, limit: number): Promise<Claim[]> {
  const now = Date.now();
  const lease = now + LEASE_MS;
  return inTransaction(strapi, async (sql) => {
    const next = table(strapi, sql, TABLES.cards)
      .where('retry_at', '<=', now)
      .orderBy([{ column: 'retry_at' }, { column: 'sort_at', order: 'desc' }])
      .limit(limit)
      .select('type', 'document_id', 'locale');
    const rows: ClaimRow[] = await table(strapi, sql, TABLES.cards)
      .whereIn(['type', 'document_id', 'locale'], isPostgres(strapi) ? next.forUpdate().skipLocked() : next)
      .update({ retry_at: lease, attempts: sql.raw('?? + 1', ['attempts']) })
      .returning(['type', 'document_id', 'locale', 'attempts']);
    return rows.map((row) => ({
      type: row.type,
      documentId: row.document_id,
      locale: row.locale,
      lease,
      attempts: Number(row.attempts),
    }));
  });
}

/** Locks a claimed card. @returns False where it was published anew, or went, since it was claimed: whoever did has queued it again. */
export async function isStillClaimed(strapi: Core.Strapi, sql: Sql, claim: Claim): Promise<boolean> {
  const row = table(strapi, sql, TABLES.cards).where(claimOf(claim)).first('document_id');
  return Boolean(await (isPostgres(strapi) ? row.forUpdate() : row));
}

/** Says that a claimed story has its links, unless it was published anew meanwhile. */
export async function settleClaim(strapi: Core.Strapi, sql: Sql, claim: Claim): Promise<void> {
  await table(strapi, sql, TABLES.cards).where(claimOf(claim)).update({ retry_at: null, attempts: 0, error: null });
}

/** Puts a story off whose links could not be made: later and later, and with the reason for the health report. */
export async function failClaim(strapi: Core.Strapi, claim: Claim, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  strapi.log.error(
    `[story-blocks] related links of ${claim.documentId} (${claim.locale || 'no language'}): ${message}`
  );
  const wait = Math.min(1000 * 2 ** Math.min(claim.attempts, 20), MAX_BACKOFF_MS);
  await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where(claimOf(claim))
    .update({ error: message.slice(0, 1000), retry_at: Date.now() + wait });
}
