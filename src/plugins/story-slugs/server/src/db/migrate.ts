import type { Core } from '@strapi/strapi';
import * as kit from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { PLUGIN_ID } from '../../../shared/src';
import { createBaseline, createSpellingsTable } from './baseline';
import { TABLES } from './tables';

const ownTables: kit.OwnTables = {
  plugin: PLUGIN_ID,
  meta: TABLES.meta,
  lock: 7_305_101,
  baseline: { version: 2, create: createBaseline },
  // Databases of version 1 lack one table.
  older: { steps: [createSpellingsTable], upgradedBy: '62b59f5' },
  // What has changed since the baseline. A released step is never changed: add a new one at the end.
  steps: [],
};

/** Runs `work` in a transaction that one node at a time has while it starts. */
export const whileStarting = (strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<void>): Promise<void> =>
  kit.whileStarting(strapi, ownTables, work);

/**
 * Brings the plugin's own tables to the present version.
 *
 * @throws {Error} where the database is too old to be upgraded, or was written by a newer version of the plugin.
 */
export const migrate = (strapi: Core.Strapi): Promise<void> => kit.migrate(strapi, ownTables);
