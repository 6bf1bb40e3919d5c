import type { Core } from '@strapi/strapi';
import { inTransaction, isPostgres, type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { whereIn } from './lists';
import { createPrepared } from './prepared';
import { TABLES } from './tables';

/** Rows beyond which the worker folds them: each answer sums them. */
const FOLD_AT = 64;
/** The newest of them stay for a while: by these each process knows which of the answers that it keeps are as before. */
const FOLD_TO = 32;

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
  /** What the public role and tokens may, as one value; undefined where it was not read. */
  rights?: string;
}

interface Row {
  id: number;
  value: number | string;
  concepts: number | string;
  tags: string | null;
}
type Sums = Record<'value' | 'concepts', number | string | null> & { rights?: string };

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
    told: false,
  });
}

/** Has caches let go of answers that are what they were: others may be given them now, or no longer. */
export async function tellCaches(strapi: Core.Strapi, sql: Sql, tags: readonly string[]): Promise<void> {
  await table(strapi, sql, TABLES.generation).insert({
    value: 0,
    concepts: 0,
    tags: JSON.stringify(tags),
    told: false,
  });
}

const toGeneration = (sums: Sums | undefined): Generation => ({
  value: Number(sums?.value ?? 0),
  concepts: Number(sums?.concepts ?? 0),
  rights: sums?.rights,
});

async function readGeneration(strapi: Core.Strapi, sql: Sql): Promise<Generation> {
  return toGeneration(
    await table(strapi, sql, TABLES.generation).sum({ value: 'value', concepts: 'concepts' }).first()
  );
}

/** The number of what readers see now. */
export const currentGeneration = async (strapi: Core.Strapi): Promise<number> =>
  (await readGeneration(strapi, await sqlNow(strapi))).value;

/** What a process has seen of the generation: its rows, and their sum. */
interface Seen {
  value: number;
  ids: ReadonlySet<number>;
}

/**
 * What rows say that were not there before.
 *
 * @returns Null where that cannot be told: where some were folded before they were seen.
 */
export function tagsSince(seen: Seen | null, rows: readonly Pick<Row, 'id' | 'value' | 'tags'>[]): string[] | null {
  if (!seen) return null;
  const sum = (some: readonly Pick<Row, 'value'>[]) => some.reduce((total, { value }) => total + Number(value), 0);
  const unseen = rows.filter(({ id }) => !seen.ids.has(id));
  if (seen.value + sum(unseen) !== sum(rows) || unseen.some(({ tags }) => tags === null)) return null;
  return unseen.flatMap(({ tags }) => JSON.parse(tags ?? '[]') as string[]);
}

/**
 * Reads the generation for many requests at once: one that asks while a statement is under way waits for the next, which
 * all who ask meanwhile share. So what it gives is never older than the question.
 *
 * @param onChange - Called before a generation is given that is not the last one, with the tags of what changed; with null
 *   where anything may have.
 * @param rightsSql - Gives an expression for {@link Generation.rights}, once the database is there.
 */
export function createGenerations(
  strapi: Core.Strapi,
  rightsSql: (strapi: Core.Strapi) => string,
  onChange: (tags: readonly string[] | null, generation: number) => void
) {
  const schema = strapi.db.getSchemaName();
  const from = schema ? `"${schema}"."${TABLES.generation}"` : TABLES.generation;
  let readSums: (() => Promise<Sums[]>) | null = null;
  let running: Promise<unknown> | null = null;
  let next: Promise<Generation> | null = null;
  let seen: Seen | null = null;

  async function follow(): Promise<Generation> {
    const rows: Row[] = await table(strapi, strapi.db.connection, TABLES.generation).select(
      'id',
      'value',
      'concepts',
      'tags'
    );
    const sum = (key: 'value' | 'concepts') => rows.reduce((total, row) => total + Number(row[key]), 0);
    const tags = tagsSince(seen, rows);
    seen = { value: sum('value'), ids: new Set(rows.map(({ id }) => id)) };
    onChange(tags, seen.value);
    return { value: seen.value, concepts: sum('concepts') };
  }

  async function ask(): Promise<Generation> {
    readSums ??= createPrepared<Sums>(
      strapi,
      `select sum(value) as value, sum(concepts) as concepts, ${rightsSql(strapi)} as rights from ${from}`
    );
    const [sums] = await readSums();
    const generation = toGeneration(sums);
    return generation.value === seen?.value ? generation : { ...(await follow()), rights: generation.rights };
  }

  function read(): Promise<Generation> {
    const reading = ask();
    running = reading
      .catch(() => {})
      .then(() => {
        running = null;
      });
    return reading;
  }

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

/**
 * Adds older rows to one of them, so that reading the generation stays cheap. Those that are still to be told stay, and the
 * newest.
 */
export async function foldGeneration(strapi: Core.Strapi): Promise<void> {
  const told = (sql: Sql) => table(strapi, sql, TABLES.generation).where({ told: true });
  const count = await told(strapi.db.connection).count({ count: '*' }).first();
  if (Number(count?.count ?? 0) < FOLD_AT) return;
  await inTransaction(strapi, async (sql) => {
    const oldest = told(sql)
      .select('id', 'value', 'concepts')
      .orderBy('id')
      .limit(Number(count?.count) - FOLD_TO);
    // Another node that folds at the same time takes other rows.
    const rows: Omit<Row, 'tags'>[] = await (isPostgres(strapi) ? oldest.forUpdate().skipLocked() : oldest);
    const [kept, ...folded] = rows;
    if (!kept || folded.length === 0) return;
    const sum = (key: 'value' | 'concepts') => rows.reduce((total, row) => total + Number(row[key]), 0);
    const ids = folded.map(({ id }) => id);
    await whereIn(strapi, table(strapi, sql, TABLES.generation), 'id', ids).delete();
    await table(strapi, sql, TABLES.generation)
      .where({ id: kept.id })
      .update({ value: sum('value'), concepts: sum('concepts'), tags: null });
  });
}

/** Changes that nobody has been told of yet, oldest first. */
export async function untoldChanges(strapi: Core.Strapi, limit: number): Promise<{ ids: number[]; tags: string[] }> {
  const rows: { id: number; tags: string | null }[] = await table(strapi, await sqlNow(strapi), TABLES.generation)
    .where({ told: false })
    .orderBy('id')
    .limit(limit)
    .select('id', 'tags');
  const tags = new Set(rows.flatMap((row) => JSON.parse(row.tags ?? '[]') as string[]));
  return { ids: rows.map(({ id }) => id), tags: [...tags] };
}

export async function markTold(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  await whereIn(strapi, table(strapi, await sqlNow(strapi), TABLES.generation), 'id', ids).update({ told: true });
}
