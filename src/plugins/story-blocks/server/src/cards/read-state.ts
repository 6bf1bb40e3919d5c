import type { Core } from '@strapi/strapi';
import { entries, type Sql, table } from '@wiredesk/strapi-kit/server';
import { readRows, TABLES } from '../db';
import type { Newsroom, StoryType } from '../newsroom';
import { type FirstPublications, findInArchive, keepFirstPublications } from './first-publications';
import { type KeptCard, type KeptRow, keptKey, toKept } from './kept-cards';
import type { Row } from './read-values';

/** What is known of a story at one instant. */
export interface StoryState {
  /** All that is kept of its cards. */
  kept: KeptCard[];
  firsts: FirstPublications;
  /** Whether a language of it is live of which nobody has kept when it was first published. */
  hasUnknown: boolean;
}

/** What transactions have read of stories before a write, until they write them. */
const readBefore = new WeakMap<Sql, Map<string, StoryState>>();

/** Whether what was read before a write still stands: a write within it may have been of the same story. */
export const stillStands = (sql: Sql, type: StoryType, documentId: string, state: StoryState): boolean =>
  readBefore.get(sql)?.get(`${type.uid} ${documentId}`) === state;

/** Says that a story is written now: what was read of it before stands no more. */
export function endState(sql: Sql, type: StoryType, documentId: string): void {
  readBefore.get(sql)?.delete(`${type.uid} ${documentId}`);
}

const PARTS = { card: 0, first: 1, live: 2 } as const;

interface StateRow extends Pick<KeptRow, 'document_id' | 'locale' | 'stale_at' | 'sort_at' | 'data'> {
  part: number;
  fingerprint: string;
}

/** Reads what is kept of a story, and whether it is live in a language that is still to be noted, in one statement. */
export async function readState(
  strapi: Core.Strapi,
  sql: Sql,
  newsroom: Newsroom,
  type: StoryType,
  documentId: string
): Promise<StoryState> {
  const key = { type: type.uid, document_id: documentId };
  const none = (as: string, column: string) => sql.raw(`cast(null as ${as}) as ??`, [column]);
  const part = (number: number) => sql.raw(`${number} as part`);
  const notCard = [none('varchar', 'fingerprint'), none('bigint', 'stale_at'), none('varchar', 'data')];
  const firsts = () => table(strapi, sql, TABLES.firstPublications).where(key);
  const { tableName } = strapi.db.metadata.get(type.uid);
  const isLocalized = newsroom.isLocalized(type.uid);
  const live = table(strapi, sql, tableName).where('document_id', documentId);
  if (newsroom.hasDrafts(type.uid)) live.whereNotNull('published_at');
  if (isLocalized) live.whereNotIn('locale', firsts().select('locale'));
  else live.whereNotExists(firsts().select(sql.raw('1')));
  const locale = isLocalized ? 'locale' : sql.raw("'' as locale");
  const rows: StateRow[] = await readRows(
    strapi,
    table(strapi, sql, TABLES.cards)
      .where(key)
      .select(part(PARTS.card), 'document_id', 'locale', 'sort_at', 'fingerprint', 'stale_at', 'data')
      .unionAll([
        firsts().select(part(PARTS.first), 'document_id', 'locale', 'at as sort_at', ...notCard),
        live.select(part(PARTS.live), 'document_id', locale, none('bigint', 'sort_at'), ...notCard),
      ])
  );
  const of = (number: number) => rows.filter((row) => row.part === number);
  return {
    kept: of(PARTS.card).map((row) => toKept({ ...row, type: type.uid }, row.fingerprint, null)),
    firsts: new Map(of(PARTS.first).map((row) => [keptKey({ documentId, locale: row.locale }), Number(row.sort_at)])),
    hasUnknown: of(PARTS.live).length > 0,
  };
}

/**
 * Reads what is known of a story before it is written, and notes what has to be noted before: of a story of an archive
 * that upkeep has not come to, this write is not the first publication, and afterwards nobody could tell.
 */
export async function readStateBefore(
  strapi: Core.Strapi,
  sql: Sql,
  newsroom: Newsroom,
  type: StoryType,
  documentId: string
): Promise<StoryState> {
  const state = await readState(strapi, sql, newsroom, type, documentId);
  const noted = state.hasUnknown ? await noteUnknown(strapi, sql, newsroom, type, documentId, state) : state;
  const states = readBefore.get(sql) ?? new Map<string, StoryState>();
  readBefore.set(sql, states);
  states.set(`${type.uid} ${documentId}`, noted);
  return noted;
}

async function noteUnknown(
  strapi: Core.Strapi,
  sql: Sql,
  newsroom: Newsroom,
  type: StoryType,
  documentId: string,
  state: StoryState
): Promise<StoryState> {
  const rows: Row[] = await entries(strapi, type.uid).findMany({
    select: ['documentId', 'createdAt', 'publishedAt', ...(newsroom.isLocalized(type.uid) ? ['locale'] : [])],
    where: { documentId, ...(newsroom.hasDrafts(type.uid) ? { publishedAt: { $notNull: true } } : {}) },
  });
  const found = (await findInArchive(strapi, newsroom, type, rows)).filter((one) => !state.firsts.has(keptKey(one)));
  const firsts = await keepFirstPublications(strapi, sql, type.uid, found);
  return { ...state, firsts: new Map([...state.firsts, ...firsts]), hasUnknown: false };
}
