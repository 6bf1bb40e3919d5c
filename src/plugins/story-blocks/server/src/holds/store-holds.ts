import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';
import { type Failure, type HoldRow, type KeptHold, type NewHold, toHold } from './hold';

export async function findHold(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentId: string
): Promise<KeptHold | null> {
  const row: HoldRow | undefined = await table(strapi, sql, TABLES.holds)
    .where({ type, document_id: documentId })
    .first();
  return row ? toHold(row) : null;
}

/** The holds of some documents of a type; which of them still hold is for the caller to tell. */
export async function findHolds(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentIds: readonly string[]
): Promise<KeptHold[]> {
  if (documentIds.length === 0) return [];
  const rows: HoldRow[] = await table(strapi, sql, TABLES.holds).where({ type }).whereIn('document_id', documentIds);
  return rows.map(toHold);
}

/** Sets a hold in the place of any other; whatever failed with that one is forgotten. */
export async function storeHold(strapi: Core.Strapi, sql: Sql, hold: NewHold, now: number): Promise<void> {
  const columns = {
    type: hold.type,
    document_id: hold.documentId,
    state: hold.state,
    until: hold.until,
    then_publish: hold.thenPublish,
    locales: JSON.stringify(hold.locales),
    note: hold.note,
    set_at: now,
    attempts: 0,
    retry_at: null,
    copied_from: hold.copiedFrom,
    failure: null,
    failed_at: null,
    set_by: hold.setBy && JSON.stringify(hold.setBy),
  };
  await table(strapi, sql, TABLES.holds).insert(columns).onConflict(['type', 'document_id']).merge(columns);
}

export async function deleteHold(strapi: Core.Strapi, sql: Sql, type: string, documentId: string): Promise<void> {
  await table(strapi, sql, TABLES.holds).where({ type, document_id: documentId }).delete();
}

/** Documents of a type that have a hold, in order; which of them still hold is for the caller to tell. */
export async function heldIds(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  after: string,
  limit: number
): Promise<string[]> {
  const rows: HoldRow[] = await table(strapi, sql, TABLES.holds)
    .where({ type })
    .where('document_id', '>', after)
    .orderBy('document_id')
    .limit(limit)
    .select('document_id');
  return rows.map((row) => row.document_id);
}

/** Embargoes that are over, whose turn to be tried has come; the longest over first. */
export async function endedEmbargoes(strapi: Core.Strapi, sql: Sql, now: number, limit: number): Promise<KeptHold[]> {
  const rows: HoldRow[] = await table(strapi, sql, TABLES.holds)
    .where({ state: 'embargo' })
    .where('until', '<=', now)
    .where((due) => due.whereNull('retry_at').orWhere('retry_at', '<=', now))
    .orderBy('until')
    .limit(limit);
  return rows.map(toHold);
}

/**
 * Embargoes that are over and have not published their stories, the longest over first: those that failed, and those that
 * no server has come to.
 *
 * @param late - Milliseconds: an embargo that was over by then is late.
 */
export async function failedHolds(strapi: Core.Strapi, sql: Sql, late: number, limit: number): Promise<KeptHold[]> {
  const rows: HoldRow[] = await table(strapi, sql, TABLES.holds)
    .where({ state: 'embargo' })
    .where('until', '<=', late)
    .where({ then_publish: true })
    .orWhere('failed_at', '>', 0)
    .orderBy('until')
    .limit(limit);
  return rows.map(toHold);
}

/**
 * Notes why an embargo could not be ended, and when it is tried again; not where the hold was changed since, or another node
 * has noted the same try.
 */
export async function noteFailure(
  strapi: Core.Strapi,
  sql: Sql,
  { type, documentId, setAt, attempts }: KeptHold,
  { failure, now, retryAt }: { failure: Failure; now: number; retryAt: number }
): Promise<void> {
  await table(strapi, sql, TABLES.holds)
    .where({ type, document_id: documentId, set_at: setAt, attempts })
    .update({
      attempts: attempts + 1,
      retry_at: retryAt,
      failure: JSON.stringify(failure),
      failed_at: sql.raw('coalesce(??, ?)', ['failed_at', now]),
    });
}
