// Looks into the database without starting the application: a start takes seconds.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isComplete, LEDGER_ROW } from './ledger.mjs';

const require = createRequire(import.meta.url);
const TABLE = 'strapi_core_store_settings';

function readSqlite(file) {
  if (!fs.existsSync(file)) return null;
  const Database = require('better-sqlite3');
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(`select value from ${TABLE} where key = ?`).get(LEDGER_ROW)?.value;
  } finally {
    database.close();
  }
}

async function readPostgres(connectionString, schema) {
  const { Client } = require('pg');
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const table = `${client.escapeIdentifier(schema)}.${TABLE}`;
    return (await client.query(`select value from ${table} where key = $1`, [LEDGER_ROW])).rows[0]?.value;
  } finally {
    await client.end();
  }
}

/**
 * Whether the database has the whole demo already. Where that can't be told, it has not: loading finds out.
 *
 * @param {string} root - Folder of the application.
 * @param {Record<string, string | undefined>} env
 * @param {{ digest: string, email: string }} wanted
 */
export async function isLoaded(root, env, wanted) {
  try {
    const value =
      env.DATABASE_CLIENT === 'postgres'
        ? await readPostgres(env.DATABASE_URL, env.DATABASE_SCHEMA ?? 'public')
        : readSqlite(path.resolve(root, env.DATABASE_FILENAME ?? '.tmp/data.db'));
    return isComplete(value ? JSON.parse(value) : null, wanted);
  } catch {
    return false;
  }
}
