import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import type { Newsroom } from '../newsroom';
import { listTroubles } from '../troubles';
import { compareAll } from './compare';
import type { Difference } from './compared';
import { failedEmbargoes, type Health, MAX_LISTED } from './health';

export interface Checked extends Pick<Health, 'embargoes' | 'troubles'> {
  published: number;
  /** What differs; nothing when all is well. */
  drift: Difference[];
}

/** Holds every card and concept against its live entry, and changes nothing; with what the background work cannot do. */
export async function check(strapi: Core.Strapi, newsroom: Newsroom): Promise<Checked> {
  const drift: Difference[] = [];
  let published = 0;
  for await (const { uid, seen, differences } of compareAll(strapi, newsroom)) {
    if (newsroom.storyType(uid)) published += seen;
    drift.push(...differences);
  }
  const sql = await sqlNow(strapi);
  return {
    published,
    drift,
    embargoes: await failedEmbargoes(strapi, sql),
    troubles: await listTroubles(strapi, sql, MAX_LISTED),
  };
}
