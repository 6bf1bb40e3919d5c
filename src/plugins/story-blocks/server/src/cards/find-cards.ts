import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type Sql, sqlNow, TABLES, table } from '../db';
import type { Card, CardData, CardKey, FullCard } from './card';

interface CardRow {
  type: string;
  document_id: string;
  locale: string;
  sort_at: number | string;
  data: string;
  lead: string;
  body?: string;
}

const COLUMNS = ['type', 'document_id', 'locale', 'sort_at', 'data', 'lead'].map((name) => `${TABLES.cards}.${name}`);

export function toCard(row: CardRow): Card {
  return {
    ...(JSON.parse(row.data) as CardData),
    type: row.type,
    documentId: row.document_id,
    locale: row.locale,
    sortAt: Number(row.sort_at),
    lead: JSON.parse(row.lead) as string[],
  };
}

const toFullCard = (row: CardRow): FullCard => ({ ...toCard(row), body: JSON.parse(row.body ?? '[]') as unknown[] });

/** Which stories a list is made of. */
export interface CardQuery {
  /** Key locales: one language, and '' for types that are not localized. */
  locales: string[];
  /** Story types that the caller may read. */
  types: string[];
  sectionId?: string | string[];
  ref?: { role: 'topic' | 'author'; id: string | string[] };
  /** Milliseconds, from inclusive to exclusive. */
  between?: { from: number; to: number };
  exclude?: Iterable<string>;
}

function buildQuery(strapi: Core.Strapi, sql: Sql, query: CardQuery): Knex.QueryBuilder {
  const cards = table(strapi, sql, TABLES.cards)
    .whereIn(`${TABLES.cards}.locale`, query.locales)
    .whereIn(`${TABLES.cards}.type`, query.types);
  const exclude = [...(query.exclude ?? [])];
  if (exclude.length > 0) cards.whereNotIn(`${TABLES.cards}.document_id`, exclude);
  if (query.sectionId !== undefined) cards.whereIn(`${TABLES.cards}.section_id`, [query.sectionId].flat());
  if (query.between) {
    cards
      .where(`${TABLES.cards}.sort_at`, '>=', query.between.from)
      .where(`${TABLES.cards}.sort_at`, '<', query.between.to);
  }
  if (query.ref) {
    const ref = table(strapi, sql, TABLES.cardRefs)
      .select(sql.raw('1'))
      .where('role', query.ref.role)
      .whereIn('ref_id', [query.ref.id].flat());
    for (const column of ['type', 'document_id', 'locale']) {
      ref.where(`${TABLES.cardRefs}.${column}`, sql.ref(`${TABLES.cards}.${column}`));
    }
    cards.whereExists(ref);
  }
  return cards;
}

/** The newest stories of a list: by filing, else creation; then by document id. */
export async function newestCards(strapi: Core.Strapi, query: CardQuery, limit: number, offset = 0): Promise<Card[]> {
  const rows: CardRow[] = await buildQuery(strapi, await sqlNow(strapi), query)
    .select(COLUMNS)
    .orderBy([
      { column: `${TABLES.cards}.sort_at`, order: 'desc' },
      { column: `${TABLES.cards}.document_id`, order: 'desc' },
    ])
    .limit(limit)
    .offset(offset);
  return rows.map(toCard);
}

export async function countCards(strapi: Core.Strapi, query: CardQuery): Promise<number> {
  const row = await buildQuery(strapi, await sqlNow(strapi), query)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

const where = ({ type, documentId, locale }: CardKey) => ({ type, document_id: documentId, locale });

export async function findCard(strapi: Core.Strapi, key: CardKey): Promise<FullCard | null> {
  const row: CardRow | undefined = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where(where(key))
    .first();
  return row ? toFullCard(row) : null;
}

/** The cards of several stories in one language, in no order. */
export async function findCards(
  strapi: Core.Strapi,
  type: string,
  locale: string,
  documentIds: string[]
): Promise<Card[]> {
  if (documentIds.length === 0) return [];
  const rows: CardRow[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where({ type, locale })
    .whereIn('document_id', documentIds)
    .select(COLUMNS);
  return rows.map(toCard);
}

export async function findCardBySlug(
  strapi: Core.Strapi,
  type: string,
  locale: string,
  slug: string
): Promise<FullCard | null> {
  const row: CardRow | undefined = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where({ type, locale, slug })
    .orderBy('document_id')
    .first();
  return row ? toFullCard(row) : null;
}
