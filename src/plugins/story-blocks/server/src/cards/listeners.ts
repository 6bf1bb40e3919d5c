import type { Core } from '@strapi/strapi';
import type { Sql } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import type { CardKey } from './card';

/** Stories of one type and language. */
export type KeyWhere = Pick<CardKey, 'type' | 'locale'>;

/** A story or a section whose answers show a story that comes back, although nobody writes to it. */
export interface WaitingRow {
  /** The story, or the section where there is a locale; null where `number` names it. */
  document_id: string | null;
  locale: string | null;
  number: number | null;
}

/** What waits for stories that are not live. */
export interface Waiting {
  /** Selects {@link WaitingRow}s, in the order of its columns; several listeners' are read by one statement. */
  rows(strapi: Core.Strapi, sql: Sql, where: KeyWhere, documentIds: string[]): Knex.QueryBuilder[];
  /** The tags of the answers that they stand in. */
  tags(strapi: Core.Strapi, sql: Sql, rows: WaitingRow[]): string[] | Promise<string[]>;
}

/**
 * What a room does in the transaction that changes cards: it keeps tables of its own about stories or sections. If it
 * throws, nothing is written.
 */
export interface CardListener {
  /** Stories are not live any more, in these languages. They may return. */
  gone?(strapi: Core.Strapi, sql: Sql, where: KeyWhere, documentIds: string[]): Promise<void>;
  /** A language of a type, or of all types, is deleted. */
  localeDeleted?(strapi: Core.Strapi, sql: Sql, where: { locale: string; type?: string }): Promise<void>;
  /** The last language of a story is deleted. */
  storyDeleted?(strapi: Core.Strapi, sql: Sql, type: string, documentId: string): Promise<void>;
  /** The last language of a section is deleted. */
  sectionDeleted?(strapi: Core.Strapi, sql: Sql, documentId: string): Promise<void>;
  waiting?: Waiting;
}

const listeners = new WeakMap<Core.Strapi, CardListener[]>();

/** Has a room follow what becomes of cards. Call it in `register()`, before anything is written. */
export function listenToCards(strapi: Core.Strapi, listener: CardListener): void {
  listeners.set(strapi, [...listenersOf(strapi), listener]);
}

export const listenersOf = (strapi: Core.Strapi): readonly CardListener[] => listeners.get(strapi) ?? [];
