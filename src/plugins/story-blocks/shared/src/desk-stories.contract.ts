import { z } from 'zod';

/** Story types that an administrator may read in the content manager, and what he may do with their stories. */
export const storyTypesSchema = z.object({
  stories: z.array(
    z.object({
      uid: z.string(),
      isLocalized: z.boolean(),
      canBeHeld: z.boolean(),
      /** Every field of the form that the newsroom maps. */
      mapped: z.array(z.string()),
      /** Names of the fields of which links are made; null where the newsroom maps none. */
      fields: z.object({
        title: z.string(),
        body: z.string().nullable(),
        section: z.string().nullable(),
        topics: z.string().nullable(),
        filedAt: z.string().nullable(),
        externalLinks: z.object({ field: z.string(), title: z.string(), url: z.string() }).nullable(),
      }),
    })
  ),
  may: z.object({ blocks: z.boolean(), pins: z.boolean(), holds: z.boolean() }),
});
export type StoryTypes = z.infer<typeof storyTypesSchema>;
export type DeskStoryType = StoryTypes['stories'][number];

/** Most stories that a search gives. */
export const MAX_FOUND = 20;

/** A story that was searched. */
export const foundStorySchema = z.object({
  documentId: z.string(),
  type: z.string(),
  locale: z.string().nullable(),
  title: z.string(),
  /** The section's name, where it is published and the caller may read it. */
  kicker: z.string().nullable(),
  /** ISO 8601 UTC. */
  filedAt: z.string(),
  state: z.enum(['published', 'draft', 'held']),
});
export type FoundStory = z.infer<typeof foundStorySchema>;
