import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql } from '@wiredesk/strapi-kit/server';

/** What a transaction has locked: PostgreSQL counts a lock that is taken again, and has to be asked each time. */
const held = new WeakMap<Sql, Set<string>>();

/**
 * Lets one transaction at a time work on a document: what is read after it stays true until the transaction ends.
 * SQLite has one connection, hence one transaction at a time, and needs nothing.
 */
export async function lockDocument(strapi: Core.Strapi, sql: Sql, uid: string, documentId: string): Promise<void> {
  if (!isPostgres(strapi)) return;
  const names = held.get(sql) ?? new Set();
  held.set(sql, names);
  const name = lockName(uid, documentId);
  if (names.has(name)) return;
  await sql.raw('select pg_advisory_xact_lock(hashtext(?))', [name]);
  names.add(name);
}

/**
 * Locks those of the documents that nobody else has, as {@link lockDocument} does, and waits for none: a transaction that
 * held some and waited for others would deadlock with a bulk action of an editor.
 *
 * @returns The documents that were locked.
 */
export async function lockFree(strapi: Core.Strapi, sql: Sql, uid: string, documentIds: string[]): Promise<string[]> {
  if (!isPostgres(strapi)) return documentIds;
  const { rows }: { rows: { at: number; locked: boolean }[] } = await sql.raw(
    'select at::int, pg_try_advisory_xact_lock(hashtext(name)) as locked from unnest(?::text[]) with ordinality as n(name, at)',
    [documentIds.map((documentId) => lockName(uid, documentId))]
  );
  return rows.flatMap(({ at, locked }) => (locked ? [documentIds[at - 1]] : []));
}

const lockName = (uid: string, documentId: string) => `story-blocks:${uid}:${documentId}`;
