import type { Core } from '@strapi/strapi';
import { ALL_LOCALES } from '../../../shared/src';
import { type Ability, visibleRows } from '../access/admin-reader';
import { type CardKey, storyId } from '../cards';
import type { Newsroom } from '../newsroom';

/**
 * Headlines of stories in their languages, as far as the content manager would show them to an administrator.
 *
 * @param stories - Those for all languages (`*`) take the headline of any.
 */
export async function titlesOf(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  ability: Ability | undefined,
  stories: readonly CardKey[]
): Promise<(story: CardKey) => string | null> {
  const titles = new Map<string, string>();
  const keyOf = (story: CardKey) => `${story.locale} ${storyId(story)}`;
  for (const type of new Set(stories.map((story) => story.type))) {
    const title = newsroom.storyType(type)?.fields.title;
    if (!ability || !title) continue;
    const ids = [...new Set(stories.flatMap((story) => (story.type === type ? story.documentId : [])))];
    for (const row of await visibleRows(strapi, ability, type, ids, { fields: [title], telling: title })) {
      if (typeof row[title] !== 'string') continue;
      const { documentId } = row;
      for (const locale of [newsroom.keyLocale(type, row.locale), ALL_LOCALES])
        titles.set(keyOf({ type, documentId, locale }), row[title]);
    }
  }
  return (story) => titles.get(keyOf(story)) ?? null;
}
