import { z } from 'zod';
import type { BlockData } from '../../../../shared/src';
import type { Block } from '..';

const settingsSchema = z.object({ text: z.string().default('') });

/** The line over the comments. */
export const commentsBlock: Block<z.infer<typeof settingsSchema>, BlockData<'comments'>> = {
  component: 'story-blocks.comments',
  schema: settingsSchema,
  fill: ({ text }) => (text.trim() ? { text: text.trim() } : null),
  toText: ({ text }) => [text],
};
