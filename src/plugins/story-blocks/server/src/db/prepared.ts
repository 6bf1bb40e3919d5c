import type { Core } from '@strapi/strapi';
import { isPostgres } from './connection';

/** Of better-sqlite3. */
interface SqliteConnection {
  prepare(sql: string): { all(): unknown[] };
}
/** Of pg. */
interface PostgresConnection {
  query(statement: { name: string; text: string }): Promise<{ rows: unknown[] }>;
}

/**
 * A statement without values that is asked at each request: prepared once a connection, and not built and compiled by knex
 * each time, which costs more than the database's part of it. Never to be used inside a transaction.
 */
export function createPrepared<Row>(strapi: Core.Strapi, name: string, text: string): () => Promise<Row[]> {
  const { client } = strapi.db.connection;
  const known = new WeakMap<SqliteConnection, { all(): unknown[] }>();

  function onSqlite(connection: SqliteConnection): unknown[] {
    let statement = known.get(connection);
    if (!statement) {
      statement = connection.prepare(text);
      known.set(connection, statement);
    }
    return statement.all();
  }

  return async () => {
    const connection = await client.acquireConnection();
    // As knex says of its own, to whoever counts.
    strapi.db.connection.emit('query', { sql: text, bindings: [], method: 'raw' });
    try {
      if (!isPostgres(strapi)) return onSqlite(connection as SqliteConnection) as Row[];
      const { rows } = await (connection as PostgresConnection).query({ name, text });
      return rows as Row[];
    } finally {
      await client.releaseConnection(connection);
    }
  };
}
