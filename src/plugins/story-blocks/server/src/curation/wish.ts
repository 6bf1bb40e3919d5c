import type { Knex } from 'knex';
import type { CardKey } from '../cards';

export type StoryRef = Pick<CardKey, 'type' | 'documentId'>;

/** What an editor wants of one story in a list: beside a story, or of a section. */
export interface Wish<Kind extends string = string> extends StoryRef {
  kind: Kind;
  /** Milliseconds; the instant at which a pin is over. */
  until: number | null;
}

/** Whether a wish is one now: a pin is over at its instant. */
export const isInForce = ({ until }: Pick<Wish, 'until'>, now: number): boolean => until === null || until > now;

/** The same of rows. @param column - Their `until`. */
export const rowsInForce = (rows: Knex.QueryBuilder, now: number, column = 'until'): Knex.QueryBuilder =>
  rows.where((inForce) => inForce.whereNull(column).orWhere(column, '>', now));

/** The columns of a wish, in either table. */
export interface WishColumns<Kind extends string = string> {
  target_type: string;
  target_id: string;
  kind: Kind;
  until: number | string | null;
}

export const targetColumns = ({ type, documentId }: StoryRef) => ({ target_type: type, target_id: documentId });

export const fromColumns = <Kind extends string>(row: WishColumns<Kind>): Wish<Kind> => ({
  type: row.target_type,
  documentId: row.target_id,
  kind: row.kind,
  until: row.until === null ? null : Number(row.until),
});
