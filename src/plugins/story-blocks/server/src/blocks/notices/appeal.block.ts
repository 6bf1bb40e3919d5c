import { z } from 'zod';
import type { BlockData } from '../../../../shared/src';
import { safeUrl } from '../../lib/safe-url';
import type { Block } from '..';

const settingsSchema = z.object({
  heading: z.string().default(''),
  text: z.string().default(''),
  offers: z
    .array(
      z.object({
        name: z.string(),
        price: z.string().nullish(),
        note: z.string().nullish(),
        url: z.string().nullish(),
      })
    )
    .default([]),
});

/** A call to readers, with offers. */
export const appealBlock: Block<z.infer<typeof settingsSchema>, BlockData<'appeal'>> = {
  component: 'story-blocks.appeal',
  schema: settingsSchema,
  fill({ heading, text, offers }) {
    const paragraphs = text
      .split(/\r?\n[^\S\n]*\r?\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean);
    if (!heading && paragraphs.length === 0 && offers.length === 0) return null;
    return {
      heading: heading.trim() || null,
      paragraphs,
      offers: offers.map(({ name, price, note, url }) => ({
        name,
        price: price || null,
        note: note || null,
        url: safeUrl(url),
      })),
    };
  },
  toText: ({ heading, paragraphs, offers }) => [
    heading ?? '',
    ...paragraphs,
    ...offers.flatMap(({ name, price, note }) => [name, price ?? '', note ?? '']),
  ],
};
