import type { Core } from '@strapi/strapi';

/** The part of story-slugs that is used where it is installed. */
interface SlugHistory {
  resolve(question: {
    slug: string;
    locale: string;
    types: string[];
  }): Promise<{ documentId: string; moved: boolean } | null>;
}

/**
 * Whose a former slug is.
 *
 * @returns A document id, or `null` where story-slugs is not installed or knows of none.
 */
export async function ownerOfFormerSlug(
  strapi: Core.Strapi,
  question: { slug: string; locale: string; types: string[] }
): Promise<string | null> {
  if (!strapi.plugins['story-slugs']) return null;
  const history = strapi.plugin('story-slugs').service('history') as SlugHistory | undefined;
  const found = await history?.resolve(question);
  return found?.moved ? found.documentId : null;
}
