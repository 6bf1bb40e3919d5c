import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { ALL_LOCALES, type HoldFailure } from '../../../shared/src';
import type { Problems } from '../blocks';
import type { CardKey } from '../cards';
import { currentGeneration, TABLES } from '../db';
import { failedHolds, failureOf, LATE_MS } from '../holds';
import type { Newsroom } from '../newsroom';
import type { Related } from '../related';
import { listTroubles, type Trouble } from '../troubles';
import { countStories, isFilling } from './filling';
import type { LastPass, Schedule } from './schedule';

export const MAX_LISTED = 100;

interface FailedRow {
  type: string;
  document_id: string;
  locale: string;
  error: string;
  attempts: number | string;
  retry_at: number | string;
  failed_at: number | string | null;
}

export interface Health {
  generation: number;
  /** Published stories, a language each; as many as `cards` when all is well. */
  published: number;
  cards: number;
  /** While an archive is given its cards, the newest stories first: how many have theirs, of how many; else null. */
  filling: { done: number; total: number } | null;
  /** Cards whose story points at something that went or came back, and is still to be derived again. */
  stale: number;
  /** While links are made again by another model or other settings, the newest stories first; else null. */
  ranking: { done: number; total: number } | null;
  /** Stories whose links are still to be made. */
  waiting: number;
  failed: (CardKey & { error: string; since: string | null; attempts: number; nextTry: string })[];
  holds: number;
  /** Embargoes that are over and have not published their stories. */
  embargoes: (CardKey & { until: string; failure: HoldFailure })[];
  /** What else the background work cannot do, the longest first. */
  troubles: { total: number; named: Trouble[] };
  /** What the last comparison of everything found, and mended; null until the first is through. */
  reconciled: LastPass | null;
  blocks: ReturnType<Problems['all']>;
}

/** Embargoes that are over and have not published their stories, the longest over first. */
export async function failedEmbargoes(strapi: Core.Strapi, sql: Sql): Promise<Health['embargoes']> {
  const now = Date.now();
  return (await failedHolds(strapi, sql, now - LATE_MS, MAX_LISTED)).flatMap((hold) => {
    const { type, documentId, until } = hold;
    const failure = failureOf(hold, now);
    if (!failure || until === null) return [];
    return { type, documentId, locale: failure.locale ?? ALL_LOCALES, until: new Date(until).toISOString(), failure };
  });
}

/** The state of upkeep, for an editor-in-chief and for a monitor: counts alone, however large the archive. */
export async function health(
  strapi: Core.Strapi,
  {
    newsroom,
    problems,
    related,
    schedule,
  }: { newsroom: Newsroom; problems: Problems; related: Pick<Related, 'behind'>; schedule: Pick<Schedule, 'last'> }
): Promise<Health> {
  const sql = await sqlNow(strapi);
  const count = async (rows: Knex.QueryBuilder) => Number((await rows.count({ count: '*' }).first())?.count ?? 0);
  const cards = () => table(strapi, sql, TABLES.cards);
  const failed: FailedRow[] = await cards()
    // Those that failed wait for their next turn. Without this, every card would be looked at.
    .where('retry_at', '>', 0)
    .whereNotNull('error')
    .limit(MAX_LISTED)
    .select('type', 'document_id', 'locale', 'error', 'attempts', 'retry_at', 'failed_at');
  const ranking = await related.behind();
  const { published, cards: made } = await countStories(strapi, newsroom);
  return {
    generation: await currentGeneration(strapi),
    published,
    cards: made,
    filling: (await isFilling(strapi)) ? { done: made, total: published } : null,
    ranking: ranking.done < ranking.total ? ranking : null,
    // Compared with a number, which the index on it answers.
    stale: await count(cards().where('stale_at', '>=', 0)),
    waiting: await count(cards().where('retry_at', '>=', 0)),
    failed: failed.map((row) => ({
      type: row.type,
      documentId: row.document_id,
      locale: row.locale,
      error: row.error,
      since: row.failed_at === null ? null : new Date(Number(row.failed_at)).toISOString(),
      attempts: Number(row.attempts),
      nextTry: new Date(Number(row.retry_at)).toISOString(),
    })),
    holds: await count(table(strapi, sql, TABLES.holds)),
    embargoes: await failedEmbargoes(strapi, sql),
    troubles: await listTroubles(strapi, sql, MAX_LISTED),
    reconciled: schedule.last(),
    blocks: problems.all(),
  };
}
