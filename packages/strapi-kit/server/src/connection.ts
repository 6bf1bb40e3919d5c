import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Knex on the ambient transaction, or on the pool where there is none. */
export type Sql = Knex | Knex.Transaction;

/**
 * The connection that a statement of ours must use now. Inside a transaction it is that transaction's own: SQLite has
 * one connection, so a statement on the pool would wait for the transaction that waits for it.
 */
export async function sqlNow(strapi: Core.Strapi): Promise<Sql> {
  if (!strapi.db.inTransaction()) return strapi.db.connection;
  const { get } = await strapi.db.transaction();
  return get() as Knex.Transaction;
}

/** One of a plugin's own tables, or of a content type, in the schema that Strapi uses. */
export function table(strapi: Core.Strapi, sql: Sql, name: string): Knex.QueryBuilder {
  const schema = strapi.db.getSchemaName();
  return schema ? sql(name).withSchema(schema) : sql(name);
}

/** The name of a table, of ours or of Strapi's, for a statement in words. */
export function tableName(strapi: Core.Strapi, name: string): string {
  const schema = strapi.db.getSchemaName();
  return schema ? `${schema}.${name}` : name;
}

/**
 * Runs `work` in the ambient transaction, or in one of its own. Nothing may be caught inside: Strapi's nested
 * transactions are no savepoints, and PostgreSQL refuses every statement after the first that failed.
 */
export async function inTransaction<T>(strapi: Core.Strapi, work: (sql: Sql) => Promise<T>): Promise<T> {
  return strapi.db.transaction(({ trx }) => work(trx as unknown as Knex.Transaction)) as Promise<T>;
}

/** Calls back once the outermost transaction is committed. The callback inherits its context: set a flag, no more. */
export async function afterCommit(strapi: Core.Strapi, callback: () => void): Promise<void> {
  if (!strapi.db.inTransaction()) {
    callback();
    return;
  }
  await strapi.db.transaction(async ({ onCommit }) => onCommit(callback));
}

export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === 'postgres';
