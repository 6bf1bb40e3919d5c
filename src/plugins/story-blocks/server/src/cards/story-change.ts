import type { Core } from '@strapi/strapi';
import { type Change, linksByTarget, type Sql, TABLES, table } from '../db';
import { changeTags, EVERYTHING, listTag, relatedTag } from '../http/tags';
import type { CardKey } from './card';
import { type ImageChange, type StoryChange, storyChangeTags } from './changes';
import { byLanguage } from './store-cards';

/** More stories than these at once are told as a change of everything. */
const MOST_TOLD = 200;

/**
 * The tags of answers that stories return to although nobody writes to them: of stories that link to them or pin them, and
 * of sections that pin them. All of them stand while a story is not live, and show nothing. One statement a type and
 * language.
 */
async function awaiting(strapi: Core.Strapi, sql: Sql, keys: CardKey[]): Promise<string[]> {
  const tags: string[] = [];
  await byLanguage(keys, async (where, documentIds) => {
    const numbers = table(strapi, sql, TABLES.index).where(where).whereIn('document_id', documentIds).select('id');
    const hosts = linksByTarget(strapi, sql).whereIn('target_id', numbers).select('host_id');
    const pins = (name: typeof TABLES.pins | typeof TABLES.boardWishes) =>
      table(strapi, sql, name).where({ target_type: where.type, kind: 'pin' }).whereIn('target_id', documentIds);
    const none = sql.raw('null as locale');
    const rows: { document_id: string; locale: string | null }[] = await pins(TABLES.pins)
      .select('document_id', none)
      .unionAll([
        table(strapi, sql, TABLES.index).whereIn('id', hosts).select('document_id', none),
        pins(TABLES.boardWishes).select('section_id as document_id', 'locale'),
      ]);
    for (const { document_id: id, locale } of rows) {
      tags.push(locale === null ? relatedTag(id) : listTag('section', id, locale));
    }
  });
  return tags;
}

/**
 * What readers see otherwise where stories' cards changed.
 *
 * @param images - Pictures of the stories that were kept on the way.
 * @returns Null where nothing changed.
 */
export async function storyChange(
  strapi: Core.Strapi,
  sql: Sql,
  changes: readonly StoryChange[],
  images: readonly ImageChange[]
): Promise<Change | null> {
  if (changes.length === 0 && images.length === 0) return null;
  // One that nobody has seen yet is no change of what is kept for many requests.
  const concepts = images.some(({ isNew }) => !isNew);
  if (changes.length > MOST_TOLD) return { tags: [EVERYTHING], concepts };
  const returned = changes.flatMap(({ key, before }) => (before ? [] : [key]));
  const shown = images.flatMap(({ documentId }) => changeTags('image', documentId));
  return {
    tags: [...changes.flatMap(storyChangeTags), ...shown, ...(await awaiting(strapi, sql, returned))],
    concepts,
  };
}
