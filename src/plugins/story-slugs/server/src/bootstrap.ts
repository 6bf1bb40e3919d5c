import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/src';
import { migrate } from './db';
import { rememberLive } from './history/remember-live';
import { slugTypesOf } from './types-of-app';

interface ActionProvider {
  registerMany(actions: { section: string; displayName: string; uid: string; pluginName: string }[]): Promise<void>;
}

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await migrate(strapi);
  await rememberLive(strapi, slugTypesOf(strapi).types.values());
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: ActionProvider };
  await actionProvider.registerMany([
    { section: 'plugins', displayName: 'Make slugs again', uid: 'regenerate.run', pluginName: PLUGIN_ID },
  ]);
}
