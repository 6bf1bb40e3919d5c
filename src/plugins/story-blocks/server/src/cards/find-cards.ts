import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { readRows, TABLES } from '../db';
import { type Card, type CardData, type CardKey, type FullCard, keyColumns } from './card';

export interface CardRow {
  type: string;
  document_id: string;
  locale: string;
  sort_at: number | string;
  fingerprint: string;
  data: string;
  lead: string;
  body?: string;
}

/** What a card is read from, its body apart. */
export const CARD_COLUMNS = ['type', 'document_id', 'locale', 'sort_at', 'fingerprint', 'data', 'lead'].map(
  (name) => `${TABLES.cards}.${name}`
);

/** Characters that cards take where they are kept. */
const sizes = new WeakMap<Card, number>();
export const cardSize = (card: Card): number => sizes.get(card) ?? 0;

function toData(text: string): CardData {
  const { firstPublishedAt, ...data } = JSON.parse(text) as Omit<CardData, 'firstPublishedAt'> & Partial<CardData>;
  // A card that was kept before anybody asked for it has none, until its turn comes.
  return { ...data, firstPublishedAt: firstPublishedAt ?? null };
}

export function toCard(row: CardRow): Card {
  // All of the row that a card holds on to.
  const { lead } = row;
  const card: Card = {
    ...toData(row.data),
    type: row.type,
    documentId: row.document_id,
    locale: row.locale,
    sortAt: Number(row.sort_at),
    fingerprint: row.fingerprint,
    // Only a teaser asks for it.
    get lead() {
      return JSON.parse(lead) as string[];
    },
  };
  sizes.set(card, row.data.length + row.lead.length);
  return card;
}

export const toFullCard = (row: CardRow): FullCard =>
  Object.assign(toCard(row), { body: JSON.parse(row.body ?? '[]') as unknown[] });

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
  /** Leaves out what stands before this story in the list, and the story itself. */
  after?: { sortAt: number; documentId: string };
  exclude?: Iterable<string>;
  /** No other stories than these. */
  only?: string[];
}

/**
 * The keys of a list's stories. A list by topic or author is read from what cards point at, in its own order: through
 * the cards it would look at every story of the language.
 */
function keysOf(strapi: Core.Strapi, sql: Sql, query: CardQuery): Knex.QueryBuilder {
  const keys = query.ref
    ? table(strapi, sql, TABLES.cardRefs)
        .where('role', query.ref.role)
        .whereIn('ref_id', [query.ref.id].flat())
        .distinct('type', 'document_id', 'locale', 'sort_at')
    : table(strapi, sql, TABLES.cards).select('type', 'document_id', 'locale', 'sort_at');
  keys.whereIn('locale', query.locales).whereIn('type', query.types);
  const exclude = [...(query.exclude ?? [])];
  if (exclude.length > 0) keys.whereNotIn('document_id', exclude);
  if (query.only) keys.whereIn('document_id', query.only);
  if (query.sectionId !== undefined) keys.whereIn('section_id', [query.sectionId].flat());
  if (query.between) keys.where('sort_at', '>=', query.between.from).where('sort_at', '<', query.between.to);
  if (query.after) {
    const { sortAt, documentId } = query.after;
    keys.where(sql.raw('(??, ??) < (?, ?)', ['sort_at', 'document_id', sortAt, documentId]));
  }
  return keys;
}

const NEWEST = (name: string) => [
  { column: `${name}.sort_at`, order: 'desc' as const },
  { column: `${name}.document_id`, order: 'desc' as const },
];

/** The cards of keys, the newest first. */
function cardsOf(strapi: Core.Strapi, sql: Sql, keys: Knex.QueryBuilder): Knex.QueryBuilder {
  const cards = table(strapi, sql, TABLES.cards).join(keys.as('keys'), (on) => {
    for (const column of ['type', 'document_id', 'locale']) on.on(`keys.${column}`, `${TABLES.cards}.${column}`);
  });
  return cards.select(CARD_COLUMNS).orderBy(NEWEST(TABLES.cards));
}

/** Selects the newest stories of a list: by filing, else creation; then by document id. */
function newestOf(strapi: Core.Strapi, sql: Sql, query: CardQuery, limit: number, offset = 0): Knex.QueryBuilder {
  const from = query.ref ? TABLES.cardRefs : TABLES.cards;
  const keys = keysOf(strapi, sql, query).orderBy(NEWEST(from)).limit(limit).offset(offset);
  return cardsOf(strapi, sql, keys);
}

/** The newest stories of a list: by filing, else creation; then by document id. */
export async function newestCards(strapi: Core.Strapi, query: CardQuery, limit: number, offset = 0): Promise<Card[]> {
  const cards = newestOf(strapi, await sqlNow(strapi), query, limit, offset);
  return (await readRows<CardRow>(strapi, cards)).map(toCard);
}

/** The same with their bodies. */
export async function newestFullCards(strapi: Core.Strapi, query: CardQuery, limit: number): Promise<FullCard[]> {
  const cards = newestOf(strapi, await sqlNow(strapi), query, limit).select(`${TABLES.cards}.body`);
  return (await readRows<CardRow>(strapi, cards)).map(toFullCard);
}

/** One list among several: which stories, and how many of them. */
export interface ListQuery {
  query: CardQuery;
  limit: number;
}

/** SQLite joins 500 lists at most in one statement; either database takes this many values. */
const LISTS_AT_ONCE = 200;
const VALUES_AT_ONCE = 20_000;

/** Lists that fit into one statement together. */
function* chunksOf(lists: ListQuery[]): Generator<ListQuery[]> {
  let chunk: ListQuery[] = [];
  let values = 0;
  for (const list of lists) {
    const { exclude, only = [] } = list.query;
    const own = [...(exclude ?? [])].length + only.length + 10;
    if (chunk.length === LISTS_AT_ONCE || (chunk.length > 0 && values + own > VALUES_AT_ONCE)) {
      yield chunk;
      [chunk, values] = [[], 0];
    }
    chunk.push(list);
    values += own;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * The newest stories of several lists, each as {@link newestCards} gives it, by one statement. Each list walks its index
 * in its own branch, however large the others are.
 *
 * @returns A list for each that was asked, in their order.
 */
export async function newestCardsOfEach(strapi: Core.Strapi, lists: ListQuery[]): Promise<Card[][]> {
  const found: Card[][] = [];
  for (const chunk of chunksOf(lists)) {
    const sql = await sqlNow(strapi);
    const branches = chunk.map(({ query, limit }, place) => {
      const from = query.ref ? TABLES.cardRefs : TABLES.cards;
      // A branch of a union takes an order and a limit only inside a statement of its own.
      const list = keysOf(strapi, sql, query).orderBy(NEWEST(from)).limit(limit).as('list');
      return sql.select('list.*', sql.raw(`${place} as place`)).from(list);
    });
    const [first, ...others] = branches;
    const cards = cardsOf(strapi, sql, first.unionAll(others)).select('keys.place');
    const rows = await readRows<CardRow & { place: number }>(strapi, cards);
    const ofChunk = chunk.map((): Card[] => []);
    for (const row of rows) ofChunk[Number(row.place)].push(toCard(row));
    found.push(...ofChunk);
  }
  return found;
}

export async function countCards(strapi: Core.Strapi, query: CardQuery): Promise<number> {
  const sql = await sqlNow(strapi);
  const row = await sql
    .count({ count: '*' })
    .from(keysOf(strapi, sql, query).as('keys'))
    .first();
  return Number(row?.count ?? 0);
}

/** The first whole card of those that have given columns, by document id. */
async function findFull(strapi: Core.Strapi, columns: Record<string, string>): Promise<FullCard | null> {
  const cards = table(strapi, await sqlNow(strapi), TABLES.cards)
    .where(columns)
    .orderBy('document_id')
    .limit(1);
  const [row] = await readRows<CardRow>(strapi, cards.select([...CARD_COLUMNS, `${TABLES.cards}.body`]));
  return row ? toFullCard(row) : null;
}

export const findCard = (strapi: Core.Strapi, key: CardKey): Promise<FullCard | null> =>
  findFull(strapi, keyColumns(key));

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
    .select(CARD_COLUMNS);
  return rows.map(toCard);
}

export const findCardBySlug = (
  strapi: Core.Strapi,
  type: string,
  locale: string,
  slug: string
): Promise<FullCard | null> => findFull(strapi, { type, locale, slug });
