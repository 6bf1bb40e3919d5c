import { z } from 'zod';
import { DEFAULT_MAX_LENGTH } from './make-slug';

/** Room for a word and for the number that makes a slug unique. */
const SHORTEST = 20;

const settingsSchema = z.strictObject({
  /** Length of slugs that are made, in characters; a shorter `maxLength` of the field wins. @default 80 */
  maxLength: z.int().min(SHORTEST).max(1000),
  /**
   * Words that are left out of slugs that are made, by base language (`en`, not `en-GB`), unless nothing else is there.
   *
   * @default {} none
   */
  stopWords: z.record(z.string().regex(/^[a-z]{2,3}$/), z.array(z.string())),
});

/** The plugin's settings, `config/plugins.ts` → `'story-slugs'.config`. */
export type SlugSettings = z.infer<typeof settingsSchema>;

export const config = {
  default: { maxLength: DEFAULT_MAX_LENGTH, stopWords: {} } satisfies SlugSettings,
  validator(settings: unknown): void {
    const { error } = settingsSchema.safeParse(settings);
    if (error) throw new Error(`story-slugs: ${z.prettifyError(error)}`);
  },
};
