import type { Core } from '@strapi/strapi';
import type { SlugSettings } from './config';
import { readSlugTypes, type SlugSchema, type SlugType } from './slug-types';

interface SlugTypes {
  /** By uid, in the order of `config/newsroom`. */
  types: ReadonlyMap<string, SlugType>;
  problems: string[];
}

const known = new WeakMap<Core.Strapi, SlugTypes>();

/** The content types of an application that get slugs, read when they are first asked for. */
export function slugTypesOf(strapi: Core.Strapi): SlugTypes {
  let types = known.get(strapi);
  if (!types) {
    const schemas = strapi.contentTypes as unknown as Record<string, SlugSchema | undefined>;
    const settings = strapi.config.get<SlugSettings>('plugin::story-slugs');
    types = readSlugTypes(strapi.config.get('newsroom'), schemas, settings);
    known.set(strapi, types);
  }
  return types;
}
