import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from '../../shared/src';
import { keepOwnSlugs } from './filling/keep-own-slug';
import { tellCaches } from './http/caches';
import { addSlugIndex } from './slug-index';
import { slugTypesOf } from './types-of-app';
import { createSlugMiddleware } from './writes/slug-middleware';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.customFields.register({
    name: 'slug',
    plugin: PLUGIN_ID,
    type: 'string',
    inputSize: { default: 12, isResizable: true },
  });
  tellCaches(strapi);
  const { types, problems } = slugTypesOf(strapi);
  for (const problem of problems) strapi.log.warn(`story-slugs: config/newsroom: ${problem}. It gets no slugs.`);
  for (const type of types.values()) addSlugIndex(strapi, type);
  keepOwnSlugs(strapi, types);
  strapi.documents.use(createSlugMiddleware(strapi, types));
}
