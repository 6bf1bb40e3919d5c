import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import type { Pass, Run, RunProgress } from '../../../../shared/src';
import { TABLES } from '../../db';

/** A node that has said nothing of a run for so long has died: another goes on with it. */
export const LEASE_MS = 15_000;
/** Runs that are kept of all that ended. */
const KEPT = 50;

interface RunRow {
  id: number;
  pass: Pass;
  state: Run['state'];
  asked_by: string | null;
  asked_at: number | string;
  started_at: number | string | null;
  ended_at: number | string | null;
  beat_at: number | string;
  stopping: boolean | number;
  progress: string | null;
  result: string | null;
  error: string | null;
}

/** A run that this node does. */
export interface OwnRun {
  id: number;
  pass: Pass;
  node: string;
  isStopping: boolean;
}

const runs = (strapi: Core.Strapi, sql: Sql) => table(strapi, sql, TABLES.runs);
const iso = (at: number | string | null) => (at === null ? null : new Date(Number(at)).toISOString());

export const toRun = (row: RunRow): Run => ({
  id: row.id,
  pass: row.pass,
  state: row.state,
  by: row.asked_by,
  askedAt: iso(row.asked_at) as string,
  startedAt: iso(row.started_at),
  endedAt: iso(row.ended_at),
  isStopping: Boolean(row.stopping),
  progress: row.progress === null ? null : JSON.parse(row.progress),
  result: row.result === null ? null : JSON.parse(row.result),
  error: row.error,
});

/** The run of a pass that is under way, else its last one. */
export async function lastRun(strapi: Core.Strapi, sql: Sql, pass: Pass): Promise<Run | null> {
  const row: RunRow | undefined = await runs(strapi, sql).where({ pass }).orderBy('id', 'desc').first();
  return row ? toRun(row) : null;
}

/**
 * Opens a run. Of one pass there is one at a time, on however many nodes.
 *
 * @param node - Who does it at once; null where whoever looks next takes it on.
 * @returns Its number, or null where one is open.
 */
export async function openRun(
  strapi: Core.Strapi,
  sql: Sql,
  { pass, by, now, node }: { pass: Pass; by: string | null; now: number; node: string | null }
): Promise<number | null> {
  const made: { id: number }[] = await runs(strapi, sql)
    .insert({
      pass,
      open: pass,
      state: node ? 'running' : 'waiting',
      asked_by: by,
      asked_at: now,
      started_at: node ? now : null,
      node,
      beat_at: node ? now : 0,
    })
    .onConflict('open')
    .ignore()
    .returning('id');
  return made[0]?.id ?? null;
}

/** The open run of a pass as it stands; null where there is none. */
export async function openRunOf(
  strapi: Core.Strapi,
  sql: Sql,
  pass: Pass
): Promise<{ id: number; beatAt: number } | null> {
  const row: Pick<RunRow, 'id' | 'beat_at'> | undefined = await runs(strapi, sql)
    .where({ open: pass })
    .first('id', 'beat_at');
  return row ? { id: row.id, beatAt: Number(row.beat_at) } : null;
}

/**
 * Takes on an open run that nobody does: one that was asked for, or whose node has died.
 *
 * @param pass - Of this pass alone, also where it was to stop.
 */
export async function takeRun(
  strapi: Core.Strapi,
  sql: Sql,
  { node, now, pass }: { node: string; now: number; pass?: Pass }
): Promise<OwnRun | null> {
  const open = runs(strapi, sql).whereNotNull('open');
  if (pass) open.where({ pass });
  const free: RunRow | undefined = await open
    .where('beat_at', '<', now - LEASE_MS)
    .orderBy('id')
    .first();
  if (!free) return null;
  const taken: number = await runs(strapi, sql)
    .where({ id: free.id, beat_at: free.beat_at })
    .whereNotNull('open')
    .update({
      node,
      beat_at: now,
      state: 'running',
      started_at: free.started_at ?? now,
      ...(pass ? { stopping: false } : {}),
    });
  return taken > 0 ? { id: free.id, pass: free.pass, node, isStopping: !pass && Boolean(free.stopping) } : null;
}

/** Says that a run goes on, and how far it is. @returns Whether it is to stop; null where it is another node's now. */
export async function beat(
  strapi: Core.Strapi,
  sql: Sql,
  { id, node }: OwnRun,
  { now, progress }: { now: number; progress: RunProgress | null }
): Promise<boolean | null> {
  const rows: Pick<RunRow, 'stopping'>[] = await runs(strapi, sql)
    .where({ id, node })
    .whereNotNull('open')
    .update({ beat_at: now, ...(progress ? { progress: JSON.stringify(progress) } : {}) })
    .returning('stopping');
  return rows.length > 0 ? Boolean(rows[0].stopping) : null;
}

/** Leaves a run to whoever looks next, as a node does that goes down. */
export async function leaveRun(strapi: Core.Strapi, sql: Sql, { id, node }: OwnRun): Promise<void> {
  await runs(strapi, sql).where({ id, node }).whereNotNull('open').update({ beat_at: 0, state: 'waiting' });
}

export interface RunEnd {
  state: 'done' | 'stopped' | 'failed';
  now: number;
  progress: RunProgress | null;
  result: Run['result'];
  error: string | null;
}

/** Ends a run; those that ended long ago are forgotten. */
export async function endRun(strapi: Core.Strapi, sql: Sql, { id, node }: OwnRun, end: RunEnd): Promise<void> {
  await runs(strapi, sql)
    .where({ id, node })
    .update({
      open: null,
      state: end.state,
      ended_at: end.now,
      ...(end.progress ? { progress: JSON.stringify(end.progress) } : {}),
      result: end.result && JSON.stringify(end.result),
      error: end.error?.slice(0, 1000) ?? null,
    });
  await runs(strapi, sql)
    .where('id', '<=', id - KEPT)
    .whereNull('open')
    .delete();
}

/** Asks the run of a pass to stop. @returns False where none is open. */
export async function stopRun(strapi: Core.Strapi, sql: Sql, pass: Pass): Promise<boolean> {
  const asked: number = await runs(strapi, sql).where({ open: pass }).update({ stopping: true });
  return asked > 0;
}
