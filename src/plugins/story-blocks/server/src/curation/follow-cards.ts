import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import type { CardListener } from '../cards';
import { TABLES, whereIn } from '../db';
import { listTag, relatedTag } from '../delivery/tags';

const pinning = (
  strapi: Core.Strapi,
  sql: Sql,
  name: typeof TABLES.pins | typeof TABLES.boardWishes,
  type: string,
  documentIds: string[]
) => whereIn(strapi, table(strapi, sql, name).where({ target_type: type, kind: 'pin' }), 'target_id', documentIds);

/** Pins outlive unpublishing, and go with the story or the section that they are of. */
export const curationFollowsCards: CardListener = {
  async storyDeleted(strapi, sql, type, documentId) {
    await table(strapi, sql, TABLES.pins).where({ type, document_id: documentId }).delete();
    await table(strapi, sql, TABLES.wills).where({ type, document_id: documentId }).delete();
    // What others want of it stays, for them to see that it is gone; that it is hidden everywhere is of no use to anyone.
    await table(strapi, sql, TABLES.pins)
      .where({ target_type: type, target_id: documentId, type: '', document_id: '' })
      .delete();
  },
  async sectionDeleted(strapi, sql, documentId) {
    for (const name of [TABLES.boards, TABLES.boardWishes])
      await table(strapi, sql, name).where({ section_id: documentId }).delete();
  },
  waiting: {
    rows: (strapi, sql, { type }, documentIds) => [
      pinning(strapi, sql, TABLES.pins, type, documentIds).select(
        'document_id',
        sql.raw('cast(null as varchar) as locale'),
        sql.raw('cast(null as integer) as number')
      ),
      pinning(strapi, sql, TABLES.boardWishes, type, documentIds).select(
        'section_id as document_id',
        'locale',
        sql.raw('cast(null as integer) as number')
      ),
    ],
    tags: (_strapi, _sql, rows) =>
      rows.flatMap(({ document_id: id, locale }) =>
        id === null ? [] : locale === null ? relatedTag(id) : listTag('section', id, locale)
      ),
  },
};
