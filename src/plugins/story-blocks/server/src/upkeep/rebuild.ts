import type { Core } from '@strapi/strapi';
import type { Desk } from '../config';
import { sqlNow, TABLES, table } from '../db';
import type { Related } from '../related';
import { reconcile } from './reconcile';

export interface RebuildProgress {
  step: 'cards' | 'links';
  done: number;
  total: number;
}

async function waiting(strapi: Core.Strapi): Promise<number> {
  const row = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .whereNotNull('retry_at')
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

/**
 * Makes every card and every link again. Nothing is emptied first: each story's old card and links stand until its new
 * ones take their place. A rebuild that is interrupted goes on where it was: what waits, waits in the cards themselves.
 */
export async function rebuild(
  strapi: Core.Strapi,
  desk: Desk,
  related: Related,
  progress: (progress: RebuildProgress) => void
): Promise<{ repaired: number; related: number; waiting: number }> {
  let total = 0;
  for (const uid of desk.uids) total += await strapi.db.query(uid as never).count();
  const { repaired } = await reconcile(strapi, desk, {
    everything: true,
    progress: ({ seen }) => progress({ step: 'cards', done: Math.min(seen, total), total }),
  });
  const all = await waiting(strapi);
  for (let taken = await related.relateNext(); taken > 0; taken = await related.relateNext()) {
    progress({ step: 'links', done: all - (await waiting(strapi)), total: all });
  }
  // Those that failed have their next turn later.
  const left = await waiting(strapi);
  return { repaired, related: all - left, waiting: left };
}
