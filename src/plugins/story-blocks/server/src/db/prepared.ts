import type { Core } from '@strapi/strapi';
import { isPostgres } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';

/** The part of better-sqlite3 that is used here. */
interface SqliteStatement {
  all(...values: unknown[]): unknown[];
}
interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
}
/** The part of pg that is used here. */
interface PostgresConnection {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** Statements differ in how many values they give; those of requests are some dozen. */
const MOST = 500;
const statements = new WeakMap<SqliteConnection, LRUCache<string, SqliteStatement>>();

function prepared(connection: SqliteConnection, sql: string): SqliteStatement {
  const known = statements.get(connection) ?? new LRUCache<string, SqliteStatement>({ max: MOST });
  statements.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** A connection of the pool, which is given back, or that of the transaction, which stays. */
async function onConnection<Result>(
  strapi: Core.Strapi,
  client: Knex.Client,
  sql: string,
  bindings: readonly unknown[],
  work: (connection: unknown) => Result
): Promise<Awaited<Result>> {
  const connection = await client.acquireConnection();
  // As knex says of its own, to whoever counts.
  strapi.db.connection.emit('query', { sql, bindings, method: 'select' });
  try {
    return await work(connection);
  } finally {
    await client.releaseConnection(connection);
  }
}

/**
 * Reads the rows of a statement that is asked again and again. SQLite has it prepared: knex prepares each anew, which
 * takes longer than the answer. PostgreSQL plans it for its values, as it should.
 *
 * @param query - Made on the connection that it is to run on: of the ambient transaction, where there is one.
 */
export async function readRows<Row>(strapi: Core.Strapi, query: Knex.QueryBuilder): Promise<Row[]> {
  if (isPostgres(strapi)) return (await query) as Row[];
  const { sql, bindings } = query.toSQL().toNative();
  const values = bindings.map((value) => (typeof value === 'boolean' ? Number(value) : value));
  const read = (connection: unknown) => prepared(connection as SqliteConnection, sql).all(...values) as Row[];
  return onConnection(strapi, query.client, sql, values, read);
}

/**
 * A statement without values that each request asks: not even built by knex.
 *
 * @returns Asks it; never inside a transaction.
 */
export function createPrepared<Row>(strapi: Core.Strapi, text: string): () => Promise<Row[]> {
  // PostgreSQL is not asked to keep it: behind a pooler the next connection would not know it.
  const read = isPostgres(strapi)
    ? async (connection: unknown) => (await (connection as PostgresConnection).query(text)).rows as Row[]
    : (connection: unknown) => prepared(connection as SqliteConnection, text).all() as Row[];
  return () => onConnection<Row[] | Promise<Row[]>>(strapi, strapi.db.connection.client, text, [], read);
}
