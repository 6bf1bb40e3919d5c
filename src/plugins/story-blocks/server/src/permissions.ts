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
    action('holds.set', 'Hold and kill stories'),
    action('pins.set', 'Pin and hide related links'),
    action('upkeep.read', 'Read the health report'),
  ]);
}
