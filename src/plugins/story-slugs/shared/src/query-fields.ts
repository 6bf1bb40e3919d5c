import { z } from 'zod';

/** PostgreSQL takes no null character in a text. */
const isText = (value: string) => !value.includes('\0');

export const textOf = (longest: number) => z.string().max(longest).refine(isText, 'must be text');
export const nameQuery = textOf(500).min(1, 'must not be empty');
export const localeQuery = textOf(35).optional();

/** `GET /api/story-slugs/resolve`. */
export const resolveQuery = z.looseObject({
  slug: nameQuery.describe('The slug, present or former.'),
  locale: localeQuery.describe('A language of the application; left out, its default one.'),
  type: nameQuery.optional().describe('Uid of a content type; left out, all that the caller may find.'),
});
