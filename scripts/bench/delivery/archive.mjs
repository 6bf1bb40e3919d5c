// An archive whose stories have all that the views show: bylines, sources, places, links, and layouts with all blocks.
import { readCorpus } from '../corpus.mjs';
import { makeNetwork } from '../make-network.mjs';
import { makeStories } from '../make-stories.mjs';
import { openPlugin } from '../related/open-plugin.mjs';
import { comeToRest } from '../related/phases.mjs';
import { watchStatements } from '../related/statements.mjs';
import { writeArchive } from '../write-archive.mjs';

const LOCALE = 'en';
const STORY = 'api::article.article';
const PLACES = [
  { label: 'Oslo', city: 'Oslo', country: 'NO', timezone: 'Europe/Oslo' },
  { label: 'Lima', city: 'Lima', country: 'PE', timezone: 'America/Lima' },
  { label: 'Perth', city: 'Perth', country: 'AU', timezone: 'Australia/Perth' },
];
const SOURCES = [
  { code: 'MW', name: 'Morning Wire', kind: 'staff' },
  { code: 'HWA', name: 'Harbour Wire Agency', kind: 'wire' },
];

const createAll = (strapi, type, entries) =>
  Promise.all(entries.map((data) => strapi.documents(`api::${type}.${type}`).create({ data })));

/** One of the entries for each story, the same for its draft and what is published of it. */
const spread = (knex, { into, columns, entries }) =>
  knex.raw(
    `insert into ${into} (${columns.join(', ')}) select id, case ((id + 1) / 2) % ${entries.length} ${entries
      .map(({ id }, at) => `when ${at} then ${Number(id)}`)
      .join(' ')} end${columns.length > 2 ? ', 1' : ''} from articles`
  );

async function giveDetails(strapi) {
  const knex = strapi.db.connection;
  const entries = {
    dateline: await createAll(strapi, 'dateline', PLACES),
    source: await createAll(strapi, 'source', SOURCES),
  };
  await spread(knex, { into: 'articles_source_lnk', columns: ['article_id', 'source_id'], entries: entries.source });
  const places = ['article_id', 'dateline_id', 'dateline_ord'];
  await spread(knex, { into: 'articles_datelines_lnk', columns: places, entries: entries.dateline });
  await knex('articles').update({ byline_label: 'by Staff Writers' });
}

async function giveLayouts(strapi) {
  const sections = await strapi.documents('api::section.section').findMany({ locale: LOCALE, limit: 4 });
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
  const documents = strapi.documents('api::site.site');
  for (const { documentId } of await documents.findMany({ locale: LOCALE })) {
    await documents.update({ documentId, locale: LOCALE, data: { storyLayout, frontLayout } });
  }
}

/**
 * Fills an empty database, and leaves a filled one as it is.
 *
 * @param {import('@strapi/strapi').Core.Strapi} strapi - Without its worker.
 * @param {{ count: number, corpus?: string, report: (state: object) => void }} options
 */
export async function ensureArchive(strapi, { count, corpus: file, report }) {
  const plugin = openPlugin(strapi);
  if ((await plugin.countLinks()) > 0) return;
  if ((await strapi.db.query(STORY).count()) > 0) {
    throw new Error('The archive was left half made. Remove it from the directory given by --keep and run again.');
  }
  const corpus = readCorpus(file);
  const network = await makeNetwork(strapi, corpus);
  const written = (done) => report({ what: 'stories', done, total: count });
  await writeArchive(strapi, makeStories({ corpus, count }), network, written);
  await giveDetails(strapi);
  await giveLayouts(strapi);
  let areFilled = false;
  await strapi
    .plugin('story-blocks')
    .service('upkeep')
    .reconcile({
      progress({ repaired }) {
        report({ what: 'cards', done: repaired, total: count });
        areFilled = repaired >= count;
      },
      stopped: () => areFilled,
    });
  await plugin.analyzeCards();
  const told = ({ what, done, total }) => report({ what: `links, ${what}`, done, total });
  await comeToRest(plugin, watchStatements(strapi.db.connection), { report: told, total: count, stopped: () => false });
}
