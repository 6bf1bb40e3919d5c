import type { Core } from '@strapi/strapi';
import { isPostgres, migrate as migrateTables } from '@wiredesk/strapi-kit/server';
import { PLUGIN_ID } from '../../../shared/src';
import { migrations } from './migrations';
import { TABLES } from './tables';
import { createWorkTables } from './work-tables';

/**
 * Brings the plugin's own tables to the present version.
 *
 * @throws {Error} where the database was written by a newer version of the plugin.
 */
export async function migrate(strapi: Core.Strapi): Promise<void> {
  if (!isPostgres(strapi)) await strapi.db.connection.raw('PRAGMA journal_mode = WAL');
  await migrateTables(strapi, {
    plugin: PLUGIN_ID,
    meta: TABLES.meta,
    lock: 7_305_001,
    migrations,
    alsoCreate: createWorkTables,
  });
}
