import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '@wiredesk/strapi-kit/server';
import { markTold, noteNumber, tellCaches, untoldChanges } from '../db';
import { EVERYTHING } from '../delivery/tags';
import { createLoop } from '../lib/loop';
import type { Troubles } from '../troubles';

/** Told on Strapi's event hub, and so to its webhooks, with `{ tags }`. */
export const CHANGED = 'story-blocks.changed';
/** Its name among the events that webhooks may listen to. */
export const CHANGED_KEY = 'STORY_BLOCKS_CHANGED';

/** Changes that another node made wait no longer. */
const PAUSE_MS = 1_000;
/** Changes that are told at once. */
const AT_ONCE = 500;
/** Tags of one event: Cloudflare takes 100 in a request, Fastly 256. */
const OF_AN_EVENT = 100;
/** More than these are told as a change of everything. */
const MOST = 1_000;

/** Parts tags into events; too many become the one that all answers have. */
export function toEvents(tags: readonly string[]): string[][] {
  if (tags.includes(EVERYTHING) || tags.length > MOST) return [[EVERYTHING]];
  const events: string[][] = [];
  for (let at = 0; at < tags.length; at += OF_AN_EVENT) events.push(tags.slice(at, at + OF_AN_EVENT));
  return events;
}

/**
 * Has caches let go of all answers where the mapping or the settings are not those of the last start: a process makes other
 * answers then, and nothing was written.
 */
export async function tellMapping(strapi: Core.Strapi, signature: string): Promise<void> {
  const value = Number.parseInt(createHash('sha256').update(signature).digest('hex').slice(0, 12), 16);
  await inTransaction(strapi, async (sql) => {
    const last = await noteNumber(strapi, sql, 'mapping', value);
    if (last !== null && last !== value) await tellCaches(strapi, sql, [EVERYTHING]);
  });
}

/**
 * Tells which answers in caches are to go. What a write changed is kept with the write's own commit until it is told: a
 * process that ends in between leaves it to the next, and to another node. So each change is told at least once.
 */
export function createTeller(strapi: Core.Strapi, troubles: Troubles) {
  async function tell(): Promise<void> {
    for (;;) {
      const { ids, tags } = await untoldChanges(strapi, AT_ONCE);
      if (ids.length === 0) return;
      for (const some of toEvents(tags)) await strapi.eventHub.emit(CHANGED, { tags: some });
      await markTold(strapi, ids);
    }
  }

  return createLoop(async () => {
    await troubles.run('caches', tell);
  }, PAUSE_MS);
}
export type Teller = ReturnType<typeof createTeller>;
