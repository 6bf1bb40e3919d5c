import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Desk } from '../config';
import { currentGeneration, sqlNow, TABLES, table } from '../db';
import type { Problems } from '../registry';
import type { LastPass, Schedule } from './schedule';

const MAX_LISTED = 100;

export interface Health {
  generation: number;
  /** Published stories, a language each; as many as `cards` when all is well. */
  published: number;
  cards: number;
  /** Cards whose story points at something that went or came back, and is still to be derived again. */
  stale: number;
  /** Stories whose links are still to be made. */
  waiting: number;
  failed: { documentId: string; locale: string; error: string }[];
  holds: number;
  /** What the last comparison of everything found, and mended; null until the first is through. */
  reconciled: LastPass | null;
  blocks: ReturnType<Problems['all']>;
}

async function publishedStories(strapi: Core.Strapi, desk: Desk): Promise<number> {
  let published = 0;
  for (const { uid } of desk.newsroom.types.story) {
    const where = desk.hasDrafts(uid) ? { publishedAt: { $notNull: true } } : {};
    published += await strapi.db.query(uid as never).count({ where } as never);
  }
  return published;
}

/** The state of upkeep, for an editor-in-chief and for a monitor: counts alone, however large the archive. */
export async function health(
  strapi: Core.Strapi,
  { desk, problems, schedule }: { desk: Desk; problems: Problems; schedule: Pick<Schedule, 'last'> }
): Promise<Health> {
  const sql = await sqlNow(strapi);
  const count = async (rows: Knex.QueryBuilder) => Number((await rows.count({ count: '*' }).first())?.count ?? 0);
  const cards = () => table(strapi, sql, TABLES.cards);
  const failed: { document_id: string; locale: string; error: string }[] = await cards()
    .whereNotNull('error')
    .limit(MAX_LISTED)
    .select('document_id', 'locale', 'error');
  return {
    generation: await currentGeneration(strapi),
    published: await publishedStories(strapi, desk),
    cards: await count(cards()),
    stale: await count(cards().whereNotNull('stale_at')),
    waiting: await count(cards().whereNotNull('retry_at')),
    failed: failed.map((row) => ({ documentId: row.document_id, locale: row.locale, error: row.error })),
    holds: await count(table(strapi, sql, TABLES.holds)),
    reconciled: schedule.last(),
    blocks: problems.all(),
  };
}
