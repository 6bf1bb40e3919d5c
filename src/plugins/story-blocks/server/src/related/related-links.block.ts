import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type LinkKind, MAX_LIMIT, type RelatedLink } from '../../../shared/src';
import type { Block } from '../registry';
import { relatedLinks } from './related-links';

const settingsSchema = z.object({
  heading: z.string().optional(),
  stories: z.boolean().default(true),
  landings: z.boolean().default(true),
  externals: z.boolean().default(true),
  limit: z.int().min(1).max(MAX_LIMIT).optional(),
});

interface RelatedLinks {
  heading: string | null;
  links: RelatedLink[];
}

/** The related links of the page's story. */
export const relatedLinksBlock = (strapi: Core.Strapi): Block<z.infer<typeof settingsSchema>, RelatedLinks> => ({
  component: 'story-blocks.related-links',
  schema: settingsSchema,
  async fill({ heading, stories, landings, externals, limit }, page) {
    if (!page.story) return null;
    const kinds: LinkKind[] = [
      ...(externals ? (['external'] as const) : []),
      ...(stories ? (['story'] as const) : []),
      ...(landings ? (['landing'] as const) : []),
    ];
    const links = await relatedLinks(strapi, page.story, page, {
      kinds,
      limit: limit ?? page.view.desk.newsroom.blocks.relatedLimit,
    });
    return links.length > 0 ? { heading: heading?.trim() || null, links } : null;
  },
  toText: ({ heading, links }) => [heading ?? '', ...links.map(({ title }) => title)],
});
