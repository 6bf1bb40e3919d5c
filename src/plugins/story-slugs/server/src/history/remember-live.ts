import type { Core } from '@strapi/strapi';
import { type Sql, tableName } from '@wiredesk/strapi-kit/server';
import { LONGEST_KEPT, TABLES, whileStarting } from '../db';
import type { SlugType } from '../slug-types';

interface Meta {
  tableName: string;
  attributes: Record<string, { columnName?: string } | undefined>;
}

/**
 * Notes the slugs of what is published and not in the history yet: published before the plugin was installed, while it
 * was off, or past the document service. One statement a type; of those that are noted already nothing is written.
 *
 * A failure stops no start: a slug that is not noted here is noted by the write that takes it from its entry.
 */
export async function rememberLive(strapi: Core.Strapi, types: Iterable<SlugType>): Promise<void> {
  for (const type of types) {
    try {
      await whileStarting(strapi, (trx) => rememberType(strapi, trx, type));
    } catch (error) {
      strapi.log.error(`story-slugs: the published slugs of ${type.uid} could not be noted: ${error}`);
    }
  }
}

async function rememberType(strapi: Core.Strapi, sql: Sql, type: SlugType): Promise<void> {
  const meta = strapi.db.metadata.get(type.uid) as unknown as Meta;
  const column = meta.attributes[type.slugField]?.columnName ?? type.slugField;
  const locale = type.sharedSlug ? "''" : 'e.locale';
  const conditions = [
    // Rows without a language in a type that has languages are none that readers have.
    ...(type.sharedSlug ? [] : ['e.locale is not null']),
    ...(type.draftAndPublish ? ['e.published_at is not null'] : []),
  ];
  const statement = `
    insert into :history: (type, locale, slug, document_id, published_at)
    select :uid, ${locale}, e.:column:, min(e.document_id), cast(:now as bigint)
      from :entries: e
      where e.:column: <> '' and length(e.:column:) <= :longest and e.document_id is not null
        ${conditions.map((condition) => `and ${condition}`).join(' ')}
        and not exists (
          select 1 from :history: h where h.type = :uid and h.locale = ${locale} and h.slug = e.:column:
        )
      group by ${type.sharedSlug ? '' : 'e.locale, '}e.:column:
    on conflict (type, locale, slug) do nothing`;
  await sql.raw(statement, {
    history: tableName(strapi, TABLES.history),
    entries: tableName(strapi, meta.tableName),
    column,
    uid: type.uid,
    now: Date.now(),
    longest: LONGEST_KEPT,
  });
}
