import type { Core } from '@strapi/strapi';
import { type Change, linksByTarget, readRows, type Sql, TABLES, table, whereIn } from '../db';
import { EVERYTHING, listTag, relatedTag } from '../delivery/tags';
import { byLanguage } from './by-language';
import type { CardKey } from './card';
import { type StoryChange, storyChangeTags } from './changes';

/** More stories than these at once are told as a change of everything. */
const MOST_TOLD = 200;

interface Waiting {
  /** Null where it is the story itself that is found, by its number. */
  document_id: string | null;
  locale: string | null;
  number: number | null;
}

/**
 * The tags of answers that stories return to although nobody writes to them: of stories that link to them or pin them, and
 * of sections that pin them. All of them stand while a story is not live, and show nothing. One statement a type and
 * language, and one for links where any of the stories was live before.
 */
async function awaiting(strapi: Core.Strapi, sql: Sql, keys: CardKey[]): Promise<string[]> {
  const tags: string[] = [];
  await byLanguage(keys, async (where, documentIds) => {
    const pins = (name: typeof TABLES.pins | typeof TABLES.boardWishes) =>
      whereIn(
        strapi,
        table(strapi, sql, name).where({ target_type: where.type, kind: 'pin' }),
        'target_id',
        documentIds
      );
    const none = (type: string, column: string) => sql.raw('cast(null as ??) as ??', [sql.raw(type), column]);
    const text = (column: string) => none('varchar', column);
    const stories = whereIn(strapi, table(strapi, sql, TABLES.index).where(where), 'document_id', documentIds);
    const rows: Waiting[] = await readRows(
      strapi,
      pins(TABLES.pins)
        .select('document_id', text('locale'), none('integer', 'number'))
        .unionAll([
          pins(TABLES.boardWishes).select('section_id as document_id', 'locale', none('integer', 'number')),
          stories.select(text('document_id'), text('locale'), 'id as number'),
        ])
    );
    for (const { document_id: id, locale } of rows) {
      if (id !== null) tags.push(locale === null ? relatedTag(id) : listTag('section', id, locale));
    }
    const numbers = rows.flatMap(({ number }) => number ?? []);
    if (numbers.length === 0) return;
    const hosts = linksByTarget(strapi, sql).whereIn('target_id', numbers).select('host_id');
    const linking: string[] = await table(strapi, sql, TABLES.index).whereIn('id', hosts).pluck('document_id');
    tags.push(...linking.map(relatedTag));
  });
  return tags;
}

/** What readers see otherwise where stories' cards changed; null where nothing did. */
export async function storyChange(
  strapi: Core.Strapi,
  sql: Sql,
  changes: readonly StoryChange[]
): Promise<Change | null> {
  if (changes.length === 0) return null;
  if (changes.length > MOST_TOLD) return { tags: [EVERYTHING], concepts: false };
  const returned = changes.flatMap(({ key, before }) => (before ? [] : [key]));
  return { tags: [...changes.flatMap(storyChangeTags), ...(await awaiting(strapi, sql, returned))], concepts: false };
}
