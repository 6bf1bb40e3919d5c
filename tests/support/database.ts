import type { Core } from '@strapi/strapi';

/** Rows of a statement, on either database. */
export async function rowsOf<Row = Record<string, unknown>>(
  strapi: Core.Strapi,
  statement: string,
  bindings: (string | number)[] = []
): Promise<Row[]> {
  const answer = await strapi.db.connection.raw(statement, bindings);
  return (Array.isArray(answer) ? answer : answer.rows) as Row[];
}

/** Both sides of a comparison in one statement: whatever else is written meanwhile, it sees one state of the database. */
const differences = (one: string, other: string, columns: string) => `
  select ${columns}, sum(left_side) as "left", sum(right_side) as "right" from (
    select ${columns}, 1 as left_side, 0 as right_side from (${one}) a
    union all
    select ${columns}, 0 as left_side, 1 as right_side from (${other}) b
  ) both_sides
  group by ${columns}
  having sum(left_side) <> 1 or sum(right_side) <> 1`;

const STORY = 'api::article.article';

/** Published stories that have no card of the same headline, and cards without such a story; none when all is well. */
export const cardDifferences = (strapi: Core.Strapi) =>
  rowsOf(
    strapi,
    differences(
      'select document_id, locale, title from articles where published_at is not null',
      `select document_id, locale, title from story_blocks_cards where type = '${STORY}'`,
      'document_id, locale, title'
    )
  );

const KINDS: Record<string, { table: string; localized: boolean; name: string }> = {
  section: { table: 'sections', localized: true, name: 'name' },
  topic: { table: 'topics', localized: true, name: 'name' },
  site: { table: 'sites', localized: true, name: 'name' },
  author: { table: 'authors', localized: false, name: 'name' },
  place: { table: 'datelines', localized: false, name: 'city' },
  source: { table: 'sources', localized: false, name: 'name' },
};

/** The same for sections, topics and the rest. */
export async function conceptDifferences(strapi: Core.Strapi): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const [kind, { table, localized, name }] of Object.entries(KINDS)) {
    const locale = localized ? 'locale' : "'' as locale";
    const rows = await rowsOf(
      strapi,
      differences(
        `select document_id, ${locale}, ${name} as name from ${table}`,
        `select document_id, locale, name from story_blocks_concepts where kind = '${kind}'`,
        'document_id, locale, name'
      )
    );
    found.push(...rows.map((row) => ({ kind, ...row })));
  }
  return found;
}

const pointsAt = (role: string, join: string, target: string, column: string) =>
  differences(
    `select distinct a.document_id, a.locale, t.document_id as ref_id
       from articles a join ${join} l on l.article_id = a.id join ${target} t on t.id = l.${column}
       where a.published_at is not null`,
    `select document_id, locale, ref_id from story_blocks_card_refs where role = '${role}'`,
    'document_id, locale, ref_id'
  );

/** What stories point at against what their cards say of it: agrees once the worker has done its part. */
export async function referenceDifferences(strapi: Core.Strapi): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  for (const [role, join, target, column] of [
    ['section', 'articles_section_lnk', 'sections', 'section_id'],
    ['topic', 'articles_topics_lnk', 'topics', 'topic_id'],
    ['source', 'articles_source_lnk', 'sources', 'source_id'],
    ['place', 'articles_datelines_lnk', 'datelines', 'dateline_id'],
  ]) {
    const rows = await rowsOf(strapi, pointsAt(role, join, target, column));
    found.push(...rows.map((row) => ({ role, ...row })));
  }
  return found;
}

/** Stories that are held and published all the same; none ever. */
export const heldAndPublished = (strapi: Core.Strapi) =>
  rowsOf(
    strapi,
    `select a.document_id, a.locale, h.state from articles a
       join story_blocks_holds h on h.document_id = a.document_id and h.type = '${STORY}'
       where a.published_at is not null and (h.state <> 'embargo' or h.until > ?)`,
    [Date.now()]
  );

/** Rows of the plugin's tables, and of others, that belong to nothing that is published. */
export const orphans = (strapi: Core.Strapi) =>
  rowsOf(
    strapi,
    [
      ['story_blocks_card_refs', 'story_blocks_card_refs'],
      ['story_blocks_index', '(select * from story_blocks_index where features is not null)'],
      [
        'story_blocks_links',
        '(select i.type, i.document_id, i.locale from story_blocks_links l join story_blocks_index i on i.id = l.host_id)',
      ],
    ]
      .map(
        ([table, rows]) => `select distinct '${table}' as "table", o.document_id, o.locale from ${rows} o
          left join story_blocks_cards c on c.type = o.type and c.document_id = o.document_id and c.locale = o.locale
          where c.document_id is null`
      )
      .join(' union all ')
  );

/** Deletes ranked links from a story, or to it, as if they had never been made. */
export async function forgetLinks(
  strapi: Core.Strapi,
  side: 'host_id' | 'target_id',
  documentId: string
): Promise<void> {
  const sql = strapi.db.connection;
  const numbers = sql('story_blocks_index').where({ document_id: documentId }).select('id');
  await sql('story_blocks_links').whereIn(side, numbers).delete();
  if (side === 'host_id') await sql('story_blocks_index').where({ document_id: documentId }).update({ ranked: null });
}

/** All that a write may change, to be compared before and after one that fails. */
export async function contents(strapi: Core.Strapi): Promise<Record<string, unknown[]>> {
  const read = (statement: string) => rowsOf(strapi, statement);
  const stories = 'document_id, locale, title, slug, case when published_at is null then 0 else 1 end as live';
  return {
    articles: await read(`select id, ${stories} from articles order by document_id, locale, 6, id`),
    articleSections: await read('select article_id, section_id from articles_section_lnk order by 1, 2'),
    articleTopics: await read('select article_id, topic_id from articles_topics_lnk order by 1, 2'),
    articleParts: await read('select entity_id, cmp_id, field from articles_cmps order by 1, 3, 2'),
    credits: await read('select id, name from components_story_credits order by 1'),
    sections: await read('select id, document_id, locale, name, label from sections order by 1'),
    sectionParents: await read('select section_id, inv_section_id from sections_parent_lnk order by 1, 2'),
    authors: await read('select id, document_id, name from authors order by 1'),
    cards: await read('select document_id, locale, title, fingerprint from story_blocks_cards order by 1, 2'),
    firsts: await read('select document_id, locale, "at" from story_blocks_first_publications order by 1, 2'),
    refs: await read('select document_id, locale, role, ref_id from story_blocks_card_refs order by 1, 2, 3, 4'),
    concepts: await read('select kind, document_id, locale, name, data from story_blocks_concepts order by 1, 2, 3'),
    holds: await read('select document_id, state, until from story_blocks_holds order by 1'),
    pins: await read('select document_id, locale, target_id, kind from story_blocks_pins order by 1, 2, 3'),
  };
}
