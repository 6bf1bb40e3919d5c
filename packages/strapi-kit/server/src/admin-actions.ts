import type { Core } from '@strapi/strapi';

interface ActionProvider {
  registerMany(actions: { section: string; displayName: string; uid: string; pluginName: string }[]): Promise<void>;
}

/** Lists a plugin's admin permissions on the roles page. @param actions - Their English names, by uid (`pins.set`). */
export async function registerAdminActions(
  strapi: Core.Strapi,
  pluginName: string,
  actions: Readonly<Record<string, string>>
): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: ActionProvider };
  await actionProvider.registerMany(
    Object.entries(actions).map(([uid, displayName]) => ({ section: 'plugins', displayName, uid, pluginName }))
  );
}
