import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, type Sql, sqlNow, TABLES, table } from './connection';

/** Rows beyond which the worker folds them into one. */
const FOLD_AT = 256;
const FOLD_MOST = 5_000;

/**
 * Counts up once per write that readers can see, with the write's own commit.
 *
 * It is a sum over rows, to which each writer adds one: a single counter would be locked until the end of every
 * publishing transaction, and a bulk action that holds it while it waits for a story would deadlock with that story's
 * editor. A sequence would not do either, since it says nothing when an older number commits after a newer one.
 */
export async function advanceGeneration(strapi: Core.Strapi, sql: Sql): Promise<void> {
  await table(strapi, sql, TABLES.generation).insert({ value: 1 });
}

/** The number of what readers see now; it only grows. */
export async function currentGeneration(strapi: Core.Strapi): Promise<number> {
  const row = await table(strapi, await sqlNow(strapi), TABLES.generation)
    .sum({ sum: 'value' })
    .first();
  return Number(row?.sum ?? 0);
}

/** Replaces many rows by one with their sum, so that reading the generation stays cheap. */
export async function foldGeneration(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const oldest = table(strapi, sql, TABLES.generation).select('id', 'value').orderBy('id').limit(FOLD_MOST);
    // Another node that folds at the same time takes other rows.
    const rows: { id: number; value: number | string }[] = await (isPostgres(strapi)
      ? oldest.forUpdate().skipLocked()
      : oldest);
    if (rows.length < FOLD_AT) return;
    const ids = rows.map(({ id }) => id);
    await table(strapi, sql, TABLES.generation).whereIn('id', ids).delete();
    const value = rows.reduce((sum, row) => sum + Number(row.value), 0);
    await table(strapi, sql, TABLES.generation).insert({ value });
  });
}
