import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import type { Task } from '../../../shared/src';
import { TABLES } from '../db';

/** Troubles of one task that are kept: where every story fails, the first are enough to see why. */
const MOST = 200;

/** What a trouble is about: an entry, a language, or where all is empty the task as a whole. */
export interface About {
  type: string;
  documentId: string;
  locale: string;
}
export const WHOLE: About = { type: '', documentId: '', locale: '' };

/** Something that the background work cannot do, from the first time it failed until it is done. */
export interface Trouble extends About {
  task: Task;
  error: string;
  since: number;
  at: number;
  attempts: number;
  retryAt: number | null;
}

interface Row {
  task: Task;
  type: string;
  document_id: string;
  locale: string;
  error: string;
  since: number | string;
  at: number | string;
  attempts: number | string;
  retry_at: number | string | null;
}

const KEY = ['task', 'type', 'document_id', 'locale'];
const rows = (strapi: Core.Strapi, sql: Sql) => table(strapi, sql, TABLES.troubles);
const keyOf = (task: Task, { type, documentId, locale }: About) => ({ task, type, document_id: documentId, locale });

const toTrouble = (row: Row): Trouble => ({
  task: row.task,
  type: row.type,
  documentId: row.document_id,
  locale: row.locale,
  error: row.error,
  since: Number(row.since),
  at: Number(row.at),
  attempts: Number(row.attempts),
  retryAt: row.retry_at === null ? null : Number(row.retry_at),
});

/**
 * Notes that something failed, the first time or again.
 *
 * @param failure.retryAt - When it is tried again, by how often it has failed.
 */
export async function noteTrouble(
  strapi: Core.Strapi,
  sql: Sql,
  task: Task,
  about: About,
  { error, now, retryAt }: { error: string; now: number; retryAt(attempts: number): number | null }
): Promise<void> {
  const key = keyOf(task, about);
  const known: Pick<Row, 'attempts'> | undefined = await rows(strapi, sql).where(key).first('attempts');
  if (!known) {
    const count = await rows(strapi, sql).where({ task }).count({ count: '*' }).first();
    if (Number(count?.count ?? 0) >= MOST) return;
  }
  const attempts = Number(known?.attempts ?? 0) + 1;
  const news = { error, at: now, attempts, retry_at: retryAt(attempts) };
  await rows(strapi, sql)
    .insert({ ...key, since: now, ...news })
    .onConflict(KEY)
    .merge(news);
}

export async function forgetTrouble(strapi: Core.Strapi, sql: Sql, task: Task, about: About): Promise<void> {
  await rows(strapi, sql).where(keyOf(task, about)).delete();
}

/** Forgets what failed with entries of a type, in any language. */
export async function forgetEntries(
  strapi: Core.Strapi,
  sql: Sql,
  task: Task,
  { type, documentIds }: { type: string; documentIds: readonly string[] }
): Promise<void> {
  await rows(strapi, sql)
    .where({ task, type })
    .whereIn('document_id', [...documentIds])
    .delete();
}

/** Whether anything of a task is noted that is about an entry. */
export async function hasEntries(strapi: Core.Strapi, sql: Sql, task: Task): Promise<boolean> {
  return (await rows(strapi, sql).where({ task }).where('type', '>', '').first('task')) !== undefined;
}

/** Entries of a task whose next turn has come, the longest waiting first. */
export async function dueEntries(
  strapi: Core.Strapi,
  sql: Sql,
  task: Task,
  now: number,
  limit: number
): Promise<About[]> {
  const due: Row[] = await rows(strapi, sql)
    .where({ task })
    .where('type', '>', '')
    .where('retry_at', '<=', now)
    .orderBy('retry_at')
    .limit(limit);
  return due.map(toTrouble);
}

/** Has everything that failed with entries tried again now. @returns How many. */
export async function hurryEntries(strapi: Core.Strapi, sql: Sql): Promise<number> {
  return rows(strapi, sql).where('type', '>', '').where('retry_at', '>', 0).update({ retry_at: 0 }) as Promise<number>;
}

/** All that is in trouble, the longest first: so many of them, and how many there are. */
export async function listTroubles(
  strapi: Core.Strapi,
  sql: Sql,
  limit: number
): Promise<{ total: number; named: Trouble[] }> {
  const found: Row[] = await rows(strapi, sql).orderBy('since').limit(limit);
  const count = await rows(strapi, sql).count({ count: '*' }).first();
  return { total: Number(count?.count ?? 0), named: found.map(toTrouble) };
}
