import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type BlockData, COMPONENT_PREFIX, type LinkKind, MAX_LIMIT } from '../../../../shared/src';
import type { ViewContext } from '../../cards';
import { relatedLinks } from '../../related/related-links';
import type { Block } from '..';

/** The component's uid. */
export const RELATED_LINKS = `${COMPONENT_PREFIX}related-links`;

const settingsSchema = z.object({
  heading: z.string().optional(),
  stories: z.boolean().default(true),
  landings: z.boolean().default(true),
  externals: z.boolean().default(true),
  limit: z.int().min(1).max(MAX_LIMIT).optional(),
});

export type RelatedSettings = z.output<typeof settingsSchema>;

/** Which links a block with these settings gives, and how many at most. */
export const asksFor = ({ stories, landings, externals, limit }: RelatedSettings, { newsroom }: ViewContext) => ({
  kinds: [
    ...(externals ? (['external'] as const) : []),
    ...(stories ? (['story'] as const) : []),
    ...(landings ? (['landing'] as const) : []),
  ] satisfies LinkKind[],
  // What an editor listed is shown or not as a whole, whether it leads to a story of ours or elsewhere.
  own: (externals ? ['external', 'story'] : []) satisfies LinkKind[],
  limit: limit ?? newsroom.config.blocks.relatedLimit,
});

/** The related links of the page's story. */
export const relatedLinksBlock = (strapi: Core.Strapi): Block<RelatedSettings, BlockData<'related-links'>> => ({
  component: RELATED_LINKS,
  schema: settingsSchema,
  async fill(settings, page) {
    if (!page.story) return null;
    const links = await relatedLinks(strapi, page.story, page, asksFor(settings, page.view));
    return links.length > 0 ? { heading: settings.heading?.trim() || null, links } : null;
  },
  toText: ({ heading, links }) => [heading ?? '', ...links.map(({ title }) => title)],
});
