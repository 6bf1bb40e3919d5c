import type { Core } from '@strapi/strapi';
import type { SlugSettings } from './config';
import { addSlugIndex } from './slug-index';
import { readSlugTypes, type SlugSchema } from './slug-types';
import { createSlugMiddleware } from './writes/slug-middleware';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  const { maxLength } = strapi.config.get<SlugSettings>('plugin::story-slugs');
  const schemas = strapi.contentTypes as unknown as Record<string, SlugSchema | undefined>;
  const { types, problems } = readSlugTypes(strapi.config.get('newsroom'), schemas, maxLength);
  for (const problem of problems) strapi.log.warn(`story-slugs: config/newsroom: ${problem}. It gets no slugs.`);
  for (const type of types.values()) addSlugIndex(strapi, type);
  strapi.documents.use(createSlugMiddleware(strapi, types));
}
