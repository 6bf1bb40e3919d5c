import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/src';

interface ActionProvider {
  registerMany(actions: { section: string; displayName: string; uid: string; pluginName: string }[]): Promise<void>;
}

/** Lists the plugin's admin permissions on the roles page. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: ActionProvider };
  const action = (uid: string, displayName: string) => ({
    section: 'plugins',
    displayName,
    uid,
    pluginName: PLUGIN_ID,
  });
  await actionProvider.registerMany([
    action('blocks.read', 'See related links, teasers and section fronts'),
    action('board.set', 'Order section fronts'),
    action('holds.set', 'Hold and kill stories'),
    action('pins.set', 'Pin and hide related links'),
    action('settings.update', 'Change ranking, limits and defaults of blocks'),
    action('upkeep.read', 'Read the health report'),
    action('upkeep.rebuild', 'Rebuild cards and links, and retry those that failed'),
  ]);
}
