import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Knex on the ambient transaction, or on the pool where there is none. */
export type Sql = Knex | Knex.Transaction;

/** Names of the plugin's tables: unknown to Strapi's schema sync, which therefore never drops them. */
export const TABLES = {
  meta: 'story_slugs_meta',
  history: 'story_slugs_history',
  made: 'story_slugs_made',
  spellings: 'story_slugs_spellings',
} as const;

/**
 * The connection that a statement of ours must use now. Inside a transaction it is that transaction's own: SQLite has
 * one connection, so a statement on the pool would wait for the transaction that waits for it.
 */
export async function sqlNow(strapi: Core.Strapi): Promise<Sql> {
  if (!strapi.db.inTransaction()) return strapi.db.connection;
  const { get } = await strapi.db.transaction();
  return get() as Knex.Transaction;
}

/** One of the plugin's own tables, or a content type's, in the schema that Strapi uses. */
export function table(strapi: Core.Strapi, sql: Sql, name: string): Knex.QueryBuilder {
  const schema = strapi.db.getSchemaName();
  return schema ? sql(name).withSchema(schema) : sql(name);
}

export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'postgres';
