import type { Core } from '@strapi/strapi';
import { isPostgres, migrate as migrateTables } from '@wiredesk/strapi-kit/server';
import { PLUGIN_ID } from '../../../shared/src';
import { createBaseline } from './baseline';
import { olderSteps } from './older-steps';
import { steps } from './steps';
import { TABLES } from './tables';

/**
 * Brings the plugin's own tables to the present version.
 *
 * @throws {Error} where the database is too old to be upgraded, or was written by a newer version of the plugin.
 */
export async function migrate(strapi: Core.Strapi): Promise<void> {
  if (!isPostgres(strapi)) await strapi.db.connection.raw('PRAGMA journal_mode = WAL');
  await migrateTables(strapi, {
    plugin: PLUGIN_ID,
    meta: TABLES.meta,
    lock: 7_305_001,
    baseline: { version: 12, create: createBaseline },
    older: { steps: olderSteps, upgradedBy: '62b59f5' },
    steps,
  });
}
