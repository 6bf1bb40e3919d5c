import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql } from './connection';

/**
 * Lets one transaction at a time work on a document: what is read after it stays true until the transaction ends.
 * SQLite has one connection, hence one transaction at a time, and needs nothing.
 */
export async function lockDocument(strapi: Core.Strapi, sql: Sql, uid: string, documentId: string): Promise<void> {
  if (!isPostgres(strapi)) return;
  await sql.raw('select pg_advisory_xact_lock(hashtext(?))', [`story-blocks:${uid}:${documentId}`]);
}
