import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/src';
import { migrate } from './db';
import { noteStoredSpellings } from './folding/note-stored-spellings';
import { rememberLive } from './history/remember-live';
import { slugTypesOf } from './types-of-app';

interface ActionProvider {
  registerMany(actions: { section: string; displayName: string; uid: string; pluginName: string }[]): Promise<void>;
}

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await migrate(strapi);
  const { types } = slugTypesOf(strapi);
  await rememberLive(strapi, types.values());
  await noteStoredSpellings(strapi, types.values());
  const { actionProvider } = strapi.service('admin::permission') as unknown as { actionProvider: ActionProvider };
  await actionProvider.registerMany([
    { section: 'plugins', displayName: 'Make slugs again', uid: 'regenerate.run', pluginName: PLUGIN_ID },
  ]);
}
