import { z } from 'zod';
import type { BlockData } from '../../../../shared/src';
import { urlOf } from '../../cards';
import { safeUrl } from '../../lib/safe-url';
import type { Block } from '..';
import { shareUrl } from './share-targets';

const settingsSchema = z.object({
  heading: z.string().default(''),
  targets: z.array(z.object({ name: z.string(), urlTemplate: z.string().nullish() })).default([]),
});

/** Where readers can share the page's story: real addresses with the story's own in them. */
export const shareBlock: Block<z.infer<typeof settingsSchema>, BlockData<'share'>> = {
  component: 'story-blocks.share',
  schema: settingsSchema,
  fill({ heading, targets }, page) {
    const { story } = page;
    if (!story || targets.length === 0) return null;
    const url = safeUrl(urlOf(page.view, story));
    return {
      heading: heading.trim() || null,
      targets: targets.map(({ name, urlTemplate }) => ({
        name,
        url: shareUrl({ name, urlTemplate: urlTemplate ?? null }, { url, title: story.title }),
      })),
    };
  },
  toText: ({ heading, targets }) => [heading ?? '', targets.map(({ name }) => name).join(' ')],
};
