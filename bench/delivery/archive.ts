// An archive whose stories have all that the views show: bylines, sources, places, links, and layouts with all blocks.
import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Report } from '../../scripts/lib/progress.mjs';
import { documentsOf, type Entry, type Type } from '../app/documents';
import { fillCards, upkeepOf } from '../app/upkeep';
import { readCorpus } from '../archive/corpus';
import { makeNetwork } from '../archive/make-network';
import { makeStories } from '../archive/make-stories';
import { writeArchive } from '../archive/write-archive';
import { openPlugin } from '../related/open-plugin';
import { comeToRest } from '../related/phases';
import { watchStatements } from '../related/statements';

const LOCALE = 'en';
const STORY = 'api::article.article';
const PLACES = [
  { label: 'Oslo', city: 'Oslo', country: 'NO', timezone: 'Europe/Oslo' },
  { label: 'Lima', city: 'Lima', country: 'PE', timezone: 'America/Lima' },
  { label: 'Perth', city: 'Perth', country: 'AU', timezone: 'Australia/Perth' },
];
const AUTHORS = [{ name: 'Ada Quill' }, { name: 'Ben Roux' }, { name: 'Inês Carvalhal' }, { name: 'Kofi Mensah' }];
const SOURCES = [
  { code: 'MW', name: 'Morning Wire', kind: 'staff' },
  { code: 'HWA', name: 'Harbour Wire Agency', kind: 'wire' },
];

/** More stories than these are given links by lot: to rank so many takes ten minutes, and reading does not know the difference. */
export const RANKED = 50_000;
const LINKS = 30;
const SEE_ALSO = 8;

/** A relation as stock Strapi would have it, for what it is held against. */
export function addRelation(distDir: string): void {
  const file = path.join(distDir, 'src/api/article/content-types/article/schema.json');
  const schema = JSON.parse(fs.readFileSync(file, 'utf8'));
  schema.attributes.seeAlso = { type: 'relation', relation: 'manyToMany', target: STORY };
  fs.writeFileSync(file, JSON.stringify(schema));
}

/** Numbers below a bound that are spread over all of them, the same each time. */
const lot = (row: string, turn: string, bound: number) => `((${row} * 7919 + ${turn} * 104729) % ${bound})`;
const isPostgres = (knex: Knex): boolean => knex.client.config.client === 'postgres';
const turns = (knex: Knex, most: number) =>
  isPostgres(knex)
    ? `(select n from generate_series(1, ${most}) as s(n))`
    : `(with recursive s(n) as (select 1 union all select n + 1 from s where n < ${most}) select n from s)`;

/** Each published story relates to as many others as a page shows links; and what stock Strapi's questions walk is indexed. */
async function giveRelations(knex: Knex): Promise<void> {
  const published =
    'select id, row_number() over (order by id) - 1 as place from articles where published_at is not null';
  const [counted] = await knex('articles').whereNotNull('published_at').count({ count: '*' });
  await knex.raw(`create table bench_published as ${published}`);
  await knex.raw('create index bench_published_place on bench_published (place)');
  await knex.raw(
    `insert into articles_see_also_lnk (article_id, inv_article_id, article_ord)
     select p.id, o.id, t.n from bench_published p cross join ${turns(knex, SEE_ALSO)} t
     join bench_published o on o.place = ${lot('p.place', 't.n', Number(counted?.count))} where o.id <> p.id
     on conflict do nothing`
  );
  await knex.raw('drop table bench_published');
  await knex.raw('create index bench_articles_newest on articles (locale, published_at, filed_at)');
  await knex.raw('create index bench_articles_filed on articles (filed_at)');
}

/** What changed as the archive came in, as a worker leaves it: told, and in one row. */
export async function foldChanges(knex: Knex): Promise<void> {
  const [sums] = await knex('story_blocks_generation').sum({ value: 'value', concepts: 'concepts' });
  await knex.transaction(async (trx) => {
    await trx('story_blocks_generation').delete();
    const folded = { value: Number(sums?.value ?? 0), concepts: Number(sums?.concepts ?? 0) };
    await trx('story_blocks_generation').insert(folded);
  });
}

/** Links as the plugin keeps them, to stories by lot. */
async function giveLinks(knex: Knex): Promise<void> {
  await knex.raw(
    `insert into story_blocks_index (type, document_id, locale, sort_at, version, model, ranked)
     select type, document_id, locale, sort_at, 1, 1, 1 from story_blocks_cards`
  );
  const [ids] = await knex('story_blocks_index').min({ least: 'id' }).max({ most: 'id' });
  const { least, most }: Record<string, number> = ids ?? {};
  const reasons = JSON.stringify([
    { type: 'names', labels: ['Harbour', 'Meridian'] },
    { type: 'terms', labels: ['tide'] },
  ]);
  await knex.raw(
    `insert into story_blocks_links (host_id, target_id, score, reasons)
     select i.id, ${least} + ${lot('i.id', 't.n', most - least + 1)}, 0.9 - t.n * 0.02, '${reasons}'
     from story_blocks_index i cross join ${turns(knex, LINKS)} t where true on conflict do nothing`
  );
  await knex('story_blocks_cards').update({ retry_at: null });
  await knex.raw('analyze');
}

const createAll = (strapi: Core.Strapi, type: Type, entries: object[]) =>
  Promise.all(entries.map((data) => documentsOf(strapi, type).create({ data })));

/** One of the entries for each story, the same for its draft and what is published of it. */
const spread = async (
  knex: Knex,
  { into, columns, entries }: { into: string; columns: string[]; entries: Entry[] }
): Promise<void> =>
  knex.raw(
    `insert into ${into} (${columns.join(', ')}) select id, case ((id + 1) / 2) % ${entries.length} ${entries
      .map(({ id }, at) => `when ${at} then ${Number(id)}`)
      .join(' ')} end${columns.length > 2 ? ', 1' : ''} from articles`
  );

async function giveDetails(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const entries = {
    dateline: await createAll(strapi, 'dateline', PLACES),
    source: await createAll(strapi, 'source', SOURCES),
  };
  await spread(knex, { into: 'articles_source_lnk', columns: ['article_id', 'source_id'], entries: entries.source });
  const places = ['article_id', 'dateline_id', 'dateline_ord'];
  await spread(knex, { into: 'articles_datelines_lnk', columns: places, entries: entries.dateline });
  await knex('articles').update({ byline_label: 'by Staff Writers' });
  await giveBylines(knex, await createAll(strapi, 'author', AUTHORS));
}

/** A credit of one author for each story, as Strapi keeps components. */
async function giveBylines(knex: Knex, authors: Entry[]): Promise<void> {
  await knex.raw('insert into components_story_credits (id) select id from articles');
  await spread(knex, {
    into: 'components_story_credits_author_lnk',
    columns: ['credit_id', 'author_id'],
    entries: authors,
  });
  await knex.raw(
    `insert into articles_cmps (entity_id, cmp_id, component_type, field, "order") select id, id, 'story.credit', 'byline', 1 from articles`
  );
  if (isPostgres(knex)) {
    await knex.raw(
      `select setval(pg_get_serial_sequence('components_story_credits', 'id'), (select max(id) from components_story_credits))`
    );
  }
}

async function giveLayouts(strapi: Core.Strapi): Promise<void> {
  const sections = await documentsOf(strapi, 'section').findMany({ locale: LOCALE, limit: 4 });
  const rails = sections.slice(0, 3).map(({ documentId }) => ({ section: documentId, limit: 5 }));
  const storyLayout = [
    { __component: 'story-blocks.related-links', heading: 'Related Links' },
    { __component: 'story-blocks.section-teaser', count: 5 },
    { __component: 'story-blocks.headline-rails', rails },
    { __component: 'story-blocks.share', heading: 'Share', targets: [{ name: 'Email' }, { name: 'X' }] },
    { __component: 'story-blocks.rights', from: 2001, owner: 'Morning Wire' },
    {
      __component: 'story-blocks.appeal',
      heading: 'Support us',
      text: 'News costs money.',
      offers: [{ name: 'Monthly', price: '$5', url: 'https://wire-1.example/support' }],
    },
  ];
  const frontLayout = [{ __component: 'story-blocks.headline-rails', rails }];
  const documents = documentsOf(strapi, 'site');
  for (const { documentId } of await documents.findMany({ locale: LOCALE })) {
    await documents.update({ documentId, locale: LOCALE, data: { storyLayout, frontLayout } });
  }
}

/**
 * Fills an empty database, and leaves a filled one as it is.
 *
 * @param strapi - Without its worker.
 */
export async function ensureArchive(
  strapi: Core.Strapi,
  { count, corpus: file, report }: { count: number; corpus?: string; report: Report }
): Promise<void> {
  const plugin = openPlugin(strapi);
  if ((await plugin.countLinks()) > 0) return;
  if ((await strapi.db.query(STORY).count()) > 0) {
    throw new Error('The archive was left half made. Remove it from the directory given by --keep and run again.');
  }
  const corpus = readCorpus(file);
  const network = await makeNetwork(strapi, corpus);
  const written = (done: number) => report({ what: 'stories', done, total: count });
  await writeArchive(strapi, makeStories({ corpus, count }), network, written);
  report({ what: 'bylines, places, sources' });
  await giveDetails(strapi);
  await giveRelations(strapi.db.connection);
  await giveLayouts(strapi);
  await fillCards(upkeepOf(strapi), count, (state) => report({ what: 'cards', ...state }));
  await plugin.analyzeCards();
  if (count > RANKED) {
    report({ what: 'links' });
    await giveLinks(strapi.db.connection);
    return;
  }
  await comeToRest(plugin, watchStatements(strapi.db.connection), {
    report: ({ what, ...state }) => report({ what: `links, ${what}`, ...state }),
    total: count,
    stopped: () => false,
  });
}
