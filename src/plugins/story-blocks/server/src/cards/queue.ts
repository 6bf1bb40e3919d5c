import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { TABLES, whereIn } from '../db';
import { errorLine } from '../troubles';
import { type CardKey, type FullCard, keyColumns } from './card';
import { CARD_COLUMNS, type CardRow, toFullCard } from './find-cards';

/** How long a node keeps the stories that it claims. */
const LEASE_MS = 60_000;
const MAX_BACKOFF_MS = 10 * 60_000;

/** A story whose links are to be made, as one node has taken it on. */
export interface Claim extends CardKey {
  /**
   * Until when it is this node's. It is also what tells whether it still is: who publishes the story anew, or makes it
   * again after it was deleted, sets another time.
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
    const cards = () => table(strapi, sql, TABLES.cards);
    const take = async (next: Knex.QueryBuilder): Promise<ClaimRow[]> => {
      const keys = next.select('type', 'document_id', 'locale');
      return cards()
        .whereIn(['type', 'document_id', 'locale'], isPostgres(strapi) ? keys.forUpdate().skipLocked() : keys)
        .update({ retry_at: lease, attempts: sql.raw('?? + 1', ['attempts']) })
        .returning(['type', 'document_id', 'locale', 'attempts']) as unknown as Promise<ClaimRow[]>;
    };
    // Two statements follow one index each; one statement would sort all that waits.
    const rows = await take(cards().where({ retry_at: 0 }).orderBy('sort_at', 'desc').limit(limit));
    if (rows.length < limit) {
      const later = cards().where('retry_at', '>', 0).where('retry_at', '<=', now).orderBy('retry_at');
      rows.push(...(await take(later.limit(limit - rows.length))));
    }
    return rows.map((row) => ({
      type: row.type,
      documentId: row.document_id,
      locale: row.locale,
      lease,
      attempts: Number(row.attempts),
    }));
  });
}

/** Claims that are of one type and language, and so of one statement. */
function together(claims: readonly Claim[]): Claim[][] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.type} ${claim.locale} ${claim.lease}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()];
}

const cardsOf = (strapi: Core.Strapi, sql: Sql, group: Claim[]) => {
  const [{ type, locale, lease }] = group;
  const cards = table(strapi, sql, TABLES.cards).where({ type, locale, retry_at: lease });
  const ids = group.map(({ documentId }) => documentId);
  return whereIn(strapi, cards, 'document_id', ids);
};

/**
 * Locks claimed cards.
 *
 * @returns Those that are still claimed: one that was published anew, or went, since it was claimed has been queued again
 *   by whoever did that; one that is being written has its next turn when the lease is over, if nobody queues it again.
 */
export async function stillClaimed(strapi: Core.Strapi, sql: Sql, claims: readonly Claim[]): Promise<Claim[]> {
  const found: Claim[] = [];
  for (const group of together(claims)) {
    const rows = cardsOf(strapi, sql, group).select('document_id');
    const locked: { document_id: string }[] = await (isPostgres(strapi) ? rows.forUpdate().skipLocked() : rows);
    const ids = new Set(locked.map((row) => row.document_id));
    found.push(...group.filter(({ documentId }) => ids.has(documentId)));
  }
  return found;
}

/** Whether a story's links are still to be made. */
export async function isQueued(strapi: Core.Strapi, key: CardKey): Promise<boolean> {
  const row = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where(keyColumns(key))
    .whereNotNull('retry_at')
    .first('document_id');
  return row !== undefined;
}

/** Says that claimed stories have their links, save those that were published anew meanwhile. */
export async function settleClaims(strapi: Core.Strapi, sql: Sql, claims: readonly Claim[]): Promise<void> {
  for (const group of together(claims)) {
    await cardsOf(strapi, sql, group).update({ retry_at: null, attempts: 0, error: null, failed_at: null });
  }
}

/** The cards of claimed stories; those that are gone are left out. */
export async function claimedCards(strapi: Core.Strapi, claims: readonly Claim[]): Promise<Map<Claim, FullCard>> {
  const cards = new Map<Claim, FullCard>();
  for (const group of together(claims)) {
    const rows: CardRow[] = await cardsOf(strapi, await sqlNow(strapi), group).select([...CARD_COLUMNS, 'body']);
    const byId = new Map(rows.map((row) => [row.document_id, row]));
    for (const claim of group) {
      const row = byId.get(claim.documentId);
      if (row) cards.set(claim, toFullCard(row));
    }
  }
  return cards;
}

/** Since when a story fails: at its first failure now. */
const since = (sql: Sql) => sql.raw('coalesce(??, ?)', ['failed_at', Date.now()]);

/** Puts a story off whose links could not be made: later and later, and with the reason for the health report. */
export async function failClaim(strapi: Core.Strapi, claim: Claim, error: unknown): Promise<void> {
  const message = errorLine(error);
  strapi.log.error(
    `[story-blocks] related links of ${claim.documentId} (${claim.locale || 'no language'}): ${message}`
  );
  const wait = Math.min(1000 * 2 ** Math.min(claim.attempts, 20), MAX_BACKOFF_MS);
  const sql = await sqlNow(strapi);
  await table(strapi, sql, TABLES.cards)
    .where(claimOf(claim))
    .update({ error: message, retry_at: Date.now() + wait, failed_at: since(sql) });
}

/** Queues a story for later that waited for nothing, with the reason for the health report. */
export async function setAside(strapi: Core.Strapi, key: CardKey, message: string): Promise<void> {
  const sql = await sqlNow(strapi);
  await table(strapi, sql, TABLES.cards)
    .where(keyColumns(key))
    .whereNull('retry_at')
    .update({ error: message, retry_at: Date.now() + MAX_BACKOFF_MS, failed_at: since(sql) });
}

/** Whether as many stories wait as that. */
export async function areWaiting(strapi: Core.Strapi, many: number): Promise<boolean> {
  const rows: unknown[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where('retry_at', '<=', Date.now())
    .limit(many)
    .select('document_id');
  return rows.length === many;
}
