import type { Core } from '@strapi/strapi';
import type { Desk } from '../config';
import { currentGeneration, sqlNow, TABLES, table } from '../db';
import type { Problems } from '../registry';
import { check } from './check';
import type { Difference } from './compare';

const MAX_LISTED = 100;

export interface Health {
  generation: number;
  published: number;
  cards: number;
  drift: Difference[];
  /** Stories whose links are still to be made, and those that failed. */
  waiting: number;
  failed: { documentId: string; locale: string; error: string }[];
  holds: number;
  blocks: ReturnType<Problems['all']>;
}

/** The state of upkeep, for an editor-in-chief and for a monitor. */
export async function health(strapi: Core.Strapi, desk: Desk, problems: Problems): Promise<Health> {
  const sql = await sqlNow(strapi);
  const count = async (query: Promise<{ count?: number | string } | undefined>) => Number((await query)?.count ?? 0);
  const { published, drift } = await check(strapi, desk);
  const failed: { document_id: string; locale: string; error: string }[] = await table(strapi, sql, TABLES.cards)
    .whereNotNull('error')
    .limit(MAX_LISTED)
    .select('document_id', 'locale', 'error');
  return {
    generation: await currentGeneration(strapi),
    published,
    cards: await count(table(strapi, sql, TABLES.cards).count({ count: '*' }).first()),
    drift: drift.slice(0, MAX_LISTED),
    waiting: await count(table(strapi, sql, TABLES.cards).whereNotNull('retry_at').count({ count: '*' }).first()),
    failed: failed.map((row) => ({ documentId: row.document_id, locale: row.locale, error: row.error })),
    holds: await count(table(strapi, sql, TABLES.holds).count({ count: '*' }).first()),
    blocks: problems.all(),
  };
}
