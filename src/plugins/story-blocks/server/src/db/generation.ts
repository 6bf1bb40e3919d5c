import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, type Sql, sqlNow, TABLES, table, tableName } from './connection';
import { whereIn } from './lists';

/** Rows beyond which the worker folds them into one: each answer sums them. */
const FOLD_AT = 64;
const FOLD_MOST = 5_000;

/** What a write changed of what readers see. */
export interface Change {
  /** The tags of the answers that it may have changed. */
  tags: readonly string[];
  /** Whether anything was written but stories: sections, sites, pictures, languages, what is kept of them for many requests. */
  concepts: boolean;
}

/** What is published, as far as a number can say it. Both only grow. */
export interface Generation {
  /** Counts writes that readers can see. */
  value: number;
  /** Counts those of them that changed concepts. */
  concepts: number;
}

/**
 * Counts up once per write that readers can see, with the write's own commit, and keeps for the worker which answers in
 * caches are to go.
 *
 * It is a sum over rows, to which each writer adds one: a single counter would be locked until the end of every
 * publishing transaction, and a bulk action that holds it while it waits for a story would deadlock with that story's
 * editor. A sequence would not do either, since it says nothing when an older number commits after a newer one.
 */
export async function advanceGeneration(strapi: Core.Strapi, sql: Sql, { tags, concepts }: Change): Promise<void> {
  await table(strapi, sql, TABLES.generation).insert({
    value: 1,
    concepts: concepts ? 1 : 0,
    tags: JSON.stringify([...new Set(tags)]),
  });
}

async function readGeneration(strapi: Core.Strapi, sql: Sql): Promise<Generation> {
  const found = await sql.raw('select sum(value) as value, sum(concepts) as concepts from ??', [
    tableName(strapi, TABLES.generation),
  ]);
  const [row] = (isPostgres(strapi) ? found.rows : found) as Record<keyof Generation, number | string | null>[];
  return { value: Number(row?.value ?? 0), concepts: Number(row?.concepts ?? 0) };
}

/** The number of what readers see now. */
export const currentGeneration = async (strapi: Core.Strapi): Promise<number> =>
  (await readGeneration(strapi, await sqlNow(strapi))).value;

/**
 * Reads the generation for many requests at once: one that asks while a statement is under way waits for the next, which
 * all who ask meanwhile share. So what it gives is never older than the question.
 */
export function createGenerations(strapi: Core.Strapi) {
  let running: Promise<unknown> | null = null;
  let next: Promise<Generation> | null = null;
  const read = () => {
    const reading = readGeneration(strapi, strapi.db.connection);
    running = reading
      .catch(() => {})
      .then(() => {
        running = null;
      });
    return reading;
  };
  return async function generationNow(): Promise<Generation> {
    // Inside a transaction it is that transaction's own.
    if (strapi.db.inTransaction()) return readGeneration(strapi, await sqlNow(strapi));
    if (!running) return read();
    next ??= running.then(() => {
      next = null;
      return read();
    });
    return next;
  };
}
export type CurrentGeneration = ReturnType<typeof createGenerations>;

/** Replaces many rows by one with their sum, so that reading the generation stays cheap; those to be told stay. */
export async function foldGeneration(strapi: Core.Strapi): Promise<void> {
  const all = () => table(strapi, strapi.db.connection, TABLES.generation).whereNull('tags');
  const count = await all().count({ count: '*' }).first();
  if (Number(count?.count ?? 0) < FOLD_AT) return;
  await inTransaction(strapi, async (sql) => {
    const oldest = table(strapi, sql, TABLES.generation)
      .whereNull('tags')
      .select('id', 'value', 'concepts')
      .orderBy('id')
      .limit(FOLD_MOST);
    // Another node that folds at the same time takes other rows.
    const rows: { id: number; value: number | string; concepts: number | string }[] = await (isPostgres(strapi)
      ? oldest.forUpdate().skipLocked()
      : oldest);
    if (rows.length < 2) return;
    const ids = rows.map(({ id }) => id);
    await whereIn(strapi, table(strapi, sql, TABLES.generation), 'id', ids).delete();
    const sum = (key: 'value' | 'concepts') => rows.reduce((total, row) => total + Number(row[key]), 0);
    await table(strapi, sql, TABLES.generation).insert({ value: sum('value'), concepts: sum('concepts') });
  });
}

/** Changes that nobody has been told of yet, oldest first. */
export async function untoldChanges(strapi: Core.Strapi, limit: number): Promise<{ ids: number[]; tags: string[] }> {
  const rows: { id: number; tags: string }[] = await table(strapi, await sqlNow(strapi), TABLES.generation)
    .whereNotNull('tags')
    .orderBy('id')
    .limit(limit)
    .select('id', 'tags');
  const tags = new Set(rows.flatMap((row) => JSON.parse(row.tags) as string[]));
  return { ids: rows.map(({ id }) => id), tags: [...tags] };
}

export async function markTold(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  await whereIn(strapi, table(strapi, await sqlNow(strapi), TABLES.generation), 'id', ids).update({ tags: null });
}
