import { z } from 'zod';
import { type BlockData, MAX_LIMIT, type Rail } from '../../../../shared/src';
import { type Card, type Concept, urlOf } from '../../cards';
import type { Block, Page } from '..';

const settingsSchema = z.object({
  rails: z
    .array(
      z.object({
        label: z.string().nullish(),
        section: z.string().nullish(),
        limit: z.int().min(1).max(MAX_LIMIT).nullish(),
      })
    )
    .default([]),
});

/**
 * A labelled list of a section's headlines. The section's own object is for callers who may read sections; its label is
 * the stories' kicker, and so for them alone as well where there are no stories.
 */
export function toRail(
  page: Pick<Page, 'view' | 'may'>,
  section: Concept<'section'>,
  cards: Card[],
  label?: string | null
): Rail {
  const mayName = cards.length > 0 || page.may('section');
  return {
    label: label?.trim() || (mayName ? section.data.label || section.name : ''),
    section: page.may('section') ? { slug: section.slug, name: section.name } : null,
    headlines: cards.map((card) => ({
      documentId: card.documentId,
      title: card.title,
      slug: card.slug,
      url: urlOf(page.view, card),
      filedAt: card.filedAt,
      firstPublishedAt: card.firstPublishedAt,
    })),
  };
}

/** Rails of headlines; a rail whose section is gone or has nothing to show is left out. */
export const headlineRailsBlock: Block<z.infer<typeof settingsSchema>, BlockData<'headline-rails'>> = {
  component: 'story-blocks.headline-rails',
  schema: settingsSchema,
  sections: ({ rails }) => rails.map(({ section }) => section),
  async fill({ rails }, page) {
    await page.view.concepts.load(rails.map((rail) => ({ kind: 'section', id: rail.section ?? null })));
    const placed = rails.flatMap(({ label, section: id, limit }) => {
      const section = page.view.concepts.get('section', id);
      return section ? [{ label, section, limit: limit ?? page.view.newsroom.config.blocks.railLimit }] : [];
    });
    const lists = await page.takeNewestOf(
      placed.map(({ section, limit }) => ({ sectionId: section.documentId, limit })),
      'address'
    );
    const filled = placed.flatMap(({ label, section }, at) =>
      lists[at].length > 0 ? [toRail(page, section, lists[at], label)] : []
    );
    return filled.length > 0 ? { rails: filled } : null;
  },
  toText: ({ rails }) => rails.flatMap(({ label, headlines }) => [label, ...headlines.map(({ title }) => title)]),
};
