import type { Core } from '@strapi/strapi';
import { judgeKeys } from '@wiredesk/newsroom';
import { registerAdminActions } from '@wiredesk/strapi-kit/server';
import { PLUGIN_ID } from '../../shared/src';
import { migrate } from './db';
import { noteStoredSpellings } from './folding/note-stored-spellings';
import { rememberLive } from './history/remember-live';
import { slugTypesOf } from './types-of-app';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  judgeKeys(strapi);
  await migrate(strapi);
  const { types } = slugTypesOf(strapi);
  await rememberLive(strapi, types.values());
  await noteStoredSpellings(strapi, types.values());
  await registerAdminActions(strapi, PLUGIN_ID, { 'regenerate.run': 'Make slugs again' });
}
