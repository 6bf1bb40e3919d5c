import { z } from 'zod';
import { type BlockData, MAX_LIMIT, openingLines } from '../../../../shared/src';
import type { Block } from '..';
import { cutOf, toTeaser } from './teasers';

const settingsSchema = z.object({
  /** Document id; empty: the page's own section. */
  section: z.string().optional(),
  count: z.int().min(1).max(MAX_LIMIT).optional(),
  length: z.int().min(1).max(5000).optional(),
  cut: z.enum(['character', 'word', 'sentence', 'paragraph']).optional(),
  tail: z.string().optional(),
});

/** The first other stories of a section, each with its opening. */
export const sectionTeaserBlock: Block<z.infer<typeof settingsSchema>, BlockData<'section-teaser'>> = {
  component: 'story-blocks.section-teaser',
  schema: settingsSchema,
  sections: ({ section }, page) => [section ?? page.section?.documentId],
  async fill({ section, count, ...cut }, page) {
    if (section) await page.view.concepts.load([{ kind: 'section', id: section }]);
    const from = section ? page.view.concepts.get('section', section) : page.section;
    if (!from) return null;
    const cards = await page.takeNewest(
      { sectionId: from.documentId },
      count ?? page.view.newsroom.config.blocks.teaserCount
    );
    if (cards.length === 0) return null;
    const how = cutOf(page.view, cut);
    return { teasers: cards.map((card) => toTeaser(page.view, card, how)) };
  },
  toText: ({ teasers }) =>
    teasers.flatMap(({ kicker, title, dateline, datelineRunsIn, excerpt }) => [
      kicker ?? '',
      title,
      ...openingLines(dateline, datelineRunsIn, excerpt),
    ]),
};
