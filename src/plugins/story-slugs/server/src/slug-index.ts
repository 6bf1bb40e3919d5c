import type { Core } from '@strapi/strapi';
import type { SlugType } from './slug-types';

/** What Strapi's schema sync reads of a content type, beyond its typed schema. */
interface IndexedSchema {
  collectionName: string;
  indexes?: { name: string; columns: string[] }[];
}

/** Names whose column is their snake case without doubt: an index on a missing column would stop the start. */
const PLAIN_CAMEL_CASE = /^[a-z]+([A-Z][a-z]+)*$/;

/**
 * Has Strapi's schema sync index the slugs of a type, without which each write would read the whole table to see whether
 * a slug is free. To be called in `register()`; the index goes with the plugin.
 */
export function addSlugIndex(strapi: Core.Strapi, type: SlugType): void {
  if (!PLAIN_CAMEL_CASE.test(type.slugField)) return;
  const column = type.slugField.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  const schema = (strapi.contentTypes as unknown as Record<string, IndexedSchema | undefined>)[type.uid];
  if (!schema) return;
  schema.indexes = [
    ...(schema.indexes ?? []),
    {
      name: strapi.db.metadata.identifiers.getIndexName([schema.collectionName, 'story_slugs']),
      columns: type.sharedSlug ? [column] : [column, 'locale'],
    },
  ];
}
