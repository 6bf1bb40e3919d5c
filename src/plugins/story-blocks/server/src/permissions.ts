import type { Core } from '@strapi/strapi';
import { registerAdminActions } from '@wiredesk/strapi-kit/server';
import { PLUGIN_ID } from '../../shared/src';

/** Lists the plugin's admin permissions on the roles page. */
export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  registerAdminActions(strapi, PLUGIN_ID, {
    'blocks.read': 'See related links, teasers and section fronts',
    'board.set': 'Order section fronts',
    'holds.set': 'Hold and kill stories',
    'pins.set': 'Pin and hide related links',
    'settings.update': 'Change ranking, limits and defaults of blocks',
    'upkeep.read': 'Read the health report',
    'upkeep.rebuild': 'Rebuild cards and links, and retry those that failed',
  });
