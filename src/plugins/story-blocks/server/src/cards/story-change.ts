import type { Core } from '@strapi/strapi';
import { type Change, linksByTarget, type Sql, TABLES, table } from '../db';
import { changeTags, EVERYTHING, listTag, relatedTag } from '../http/tags';
import { type CardKey, keyColumns } from './card';
import { type ImageChange, type StoryChange, storyChangeTags } from './changes';

/** More stories than these at once are told as a change of everything. */
const MOST_TOLD = 200;

/**
 * The tags of answers that a story returns to although nobody writes to them: of stories that link to it or pin it, and of
 * sections that pin it. All of them stand while it is not live, and show nothing. One statement.
 */
async function awaiting(strapi: Core.Strapi, sql: Sql, key: CardKey): Promise<string[]> {
  const target = { target_type: key.type, target_id: key.documentId, kind: 'pin' };
  const numbers = table(strapi, sql, TABLES.index).where(keyColumns(key)).select('id');
  const hosts = linksByTarget(strapi, sql).whereIn('target_id', numbers).select('host_id');
  const none = sql.raw('null as locale');
  const rows: { document_id: string; locale: string | null }[] = await table(strapi, sql, TABLES.pins)
    .where(target)
    .select('document_id', none)
    .unionAll([
      table(strapi, sql, TABLES.index).whereIn('id', hosts).select('document_id', none),
      table(strapi, sql, TABLES.boardWishes).where(target).select('section_id as document_id', 'locale'),
    ]);
  return rows.map(({ document_id: id, locale }) => (locale === null ? relatedTag(id) : listTag('section', id, locale)));
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
  const returned: string[] = [];
  for (const { key, before } of changes) if (!before) returned.push(...(await awaiting(strapi, sql, key)));
  const shown = images.flatMap(({ documentId }) => changeTags('image', documentId));
  return { tags: [...changes.flatMap(storyChangeTags), ...shown, ...returned], concepts };
}
