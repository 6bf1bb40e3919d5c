import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { CardKey } from '../../cards';
import { TABLES } from '../../db';
import type { Newsroom } from '../../newsroom';
import type { StoryRef } from '../wish';

/** A pin whose target was deleted for good, with the story on which it stands. */
export interface DeadPin {
  host: CardKey;
  target: StoryRef;
}

interface PinRow {
  type: string;
  document_id: string;
  locale: string;
  target_type: string;
  target_id: string;
}

/** Pins whose target is in no state in its table, or of a type that is no story any more. */
function deadPins(strapi: Core.Strapi, newsroom: Newsroom, sql: Sql) {
  const types = newsroom.config.types.story.map(({ uid }) => uid);
  return table(strapi, sql, TABLES.pins)
    .where({ kind: 'pin' })
    .where((dead) => {
      dead.whereNotIn('target_type', types);
      for (const uid of types) {
        const { tableName } = strapi.db.metadata.get(uid);
        const schema = strapi.db.getSchemaName();
        dead.orWhere((gone) =>
          gone.where({ target_type: uid }).whereNotExists((rows) => {
            const stories = schema ? rows.withSchema(schema) : rows;
            stories
              .select(sql.raw('1'))
              .from(`${tableName} as story`)
              .whereRaw('?? = ??', ['story.document_id', `${TABLES.pins}.target_id`]);
          })
        );
      }
    });
}

/** Counts pins whose target is gone, and names the first. */
export async function findDeadPins(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  limit: number
): Promise<{ total: number; named: DeadPin[] }> {
  const sql = await sqlNow(strapi);
  const row = await deadPins(strapi, newsroom, sql).count({ count: '*' }).first();
  const rows: PinRow[] = await deadPins(strapi, newsroom, sql)
    .orderBy(['type', 'document_id', 'locale', 'target_id'])
    .limit(limit)
    .select('type', 'document_id', 'locale', 'target_type', 'target_id');
  return {
    total: Number(row?.count ?? 0),
    named: rows.map((pin) => ({
      host: { type: pin.type, documentId: pin.document_id, locale: pin.locale },
      target: { type: pin.target_type, documentId: pin.target_id },
    })),
  };
}
