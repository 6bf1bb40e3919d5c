import type { Core } from '@strapi/strapi';
import { appLocales, entries, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { FoundStory } from '../../../../shared/src';
import {
  type Ability,
  findVisible,
  mayManage,
  mayReadOf,
  type RowQuery,
  type VisibleRow,
} from '../../access/admin-reader';
import { readUrlPattern } from '../../addresses';
import {
  createConcepts,
  createView,
  filedAtOf,
  findCards,
  firstOf,
  kickerOf,
  loadForViews,
  readFirstPublications,
  sortAtOf,
} from '../../cards';
import { findTypes } from '../../curation/pins';
import { TABLES } from '../../db';
import type { Newsroom, StoryType } from '../../newsroom';
import { ownerOfFormerSlug } from '../../pages';
import type { Related } from '../../related';
import { activeHolds } from './active-holds';
import { readSearch, type Search } from './read-search';

/**
 * Rows of a type, those changed last first, whose headlines are looked through for parts of words. Older stories are found
 * by the index's own lists of words, so that no archive is read from end to end for a letter typed.
 */
const LATEST_ROWS = 50_000;

export interface SearchParts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  related: Related;
  now(): Date;
}

type Found = Pick<FoundStory, 'documentId' | 'type' | 'locale' | 'title'> & {
  filedAt: number;
  sortAt: number;
  tellsKicker: boolean;
};

interface Query {
  text: string;
  locale: string;
  limit: number;
}

/** SQLite knows small letters of ASCII alone. */
const spellings = (word: string): string[] => [
  ...new Set([
    word,
    word.toLowerCase(),
    word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    word.toUpperCase(),
  ]),
];

const titleHas = (field: string, words: readonly string[]) => ({
  $and: words.map((word) => ({ $or: spellings(word).map((spelling) => ({ [field]: { $containsi: spelling } })) })),
});

/** Patterns of stories' addresses: the sites' own, and the configured one. */
async function patternsOf({ strapi, newsroom }: SearchParts, locale: string): Promise<string[]> {
  const sites = await createConcepts(strapi, locale).all('site');
  const own = sites.flatMap(({ data }) => readUrlPattern(data.urlPattern) ?? []);
  return [...new Set([...own, newsroom.config.urlPatterns.story])];
}

/** Documents that are named outright: by their id, the slug that they have, or one that they had. */
async function namedBy({ strapi, newsroom }: SearchParts, { ids, slugs }: Search, locale: string): Promise<string[]> {
  const named = [...(await findTypes(strapi, newsroom, ids)).keys()];
  if (slugs.length === 0) return named;
  const types = newsroom.config.types.story.map(({ uid }) => uid);
  // The language that is asked for first: a slug may be another story's in another.
  const locales = [locale, ...(await appLocales(strapi)), ''];
  const rows: { document_id: string; locale: string }[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .whereIn('type', types)
    .whereIn('locale', locales)
    .whereIn('slug', slugs)
    .limit(50)
    .select('document_id', 'locale');
  rows.sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale));
  named.push(...rows.map((row) => row.document_id));
  for (const slug of named.length > 0 ? [] : slugs) {
    const owner = await ownerOfFormerSlug(strapi, { slug, locale, types });
    if (owner !== null) named.push(owner);
  }
  return [...new Set(named)];
}

async function latestRow({ strapi }: SearchParts, uid: string): Promise<number> {
  const [row] = (await entries(strapi, uid).findMany({ select: ['id'], orderBy: { id: 'desc' }, limit: 1 })) as {
    id: number;
  }[];
  return row?.id ?? 0;
}

/** Rows of one type of which an administrator may read the headline, those that are named first. */
async function rowsOf(
  parts: SearchParts,
  ability: Ability,
  type: StoryType,
  search: Search,
  { text, locale, limit }: Query,
  named: string[]
): Promise<VisibleRow[]> {
  const { strapi, newsroom, related } = parts;
  const { uid, fields } = type;
  const select = [fields.title, ...(fields.filedAt ? [fields.filedAt] : []), 'createdAt'];
  const find = (query: Omit<RowQuery, 'fields'>) =>
    findVisible(strapi, ability, uid, { ...query, fields: select, telling: fields.title });
  const rows = named.length > 0 ? await find({ filters: { documentId: { $in: named } } }) : [];
  const has = titleHas(fields.title, search.words);
  const here = newsroom.isLocalized(uid) ? { locale } : {};
  if (search.words.length > 0) {
    const from = (await latestRow(parts, uid)) - LATEST_ROWS;
    const filters = { $and: [{ id: { $gt: from } }, has] };
    rows.push(...(await find({ filters, ...here, sort: 'id:desc', limit })));
    const sharing = await related.findByWords(text, newsroom.keyLocale(uid, locale));
    const ids = sharing.filter((story) => story.type === uid).map(({ documentId }) => documentId);
    if (ids.length > 0) rows.push(...(await find({ filters: { $and: [{ documentId: { $in: ids } }, has] }, ...here })));
  }
  // A draft has no card to find its slug by.
  if (search.slugs.length > 0 && rows.length === 0 && fields.slug && mayManage(ability, uid, fields.slug)) {
    const from = (await latestRow(parts, uid)) - LATEST_ROWS;
    const filters = { id: { $gt: from }, [fields.slug]: { $in: search.slugs } };
    const mayRead = mayReadOf(strapi, ability, uid);
    const { slug } = fields;
    rows.push(...(await find({ filters, sort: 'id:desc', limit })).filter((row) => mayRead(row, slug)));
  }
  return rows;
}

/** Picks the asked language of a document, else its first. */
function oneEach(rows: VisibleRow[], locale: string): VisibleRow[] {
  const byId = new Map<string, VisibleRow>();
  for (const row of rows) {
    const before = byId.get(row.documentId);
    if (!before || (before.locale !== locale && row.locale === locale)) byId.set(row.documentId, row);
  }
  return [...byId.values()];
}

/** Published ones as readers get them: by language and document id, with the section's name. */
async function publishedOf({ strapi, newsroom }: SearchParts, stories: readonly Found[]) {
  const keyOf = ({ type, locale }: Found) => newsroom.keyLocale(type, locale);
  const published = new Map<string, string | null>();
  for (const locale of new Set(stories.map(keyOf))) {
    const view = await createView(strapi, newsroom, locale);
    for (const { uid } of newsroom.config.types.story) {
      const ids = stories.filter((one) => one.type === uid && keyOf(one) === locale).map((one) => one.documentId);
      const cards = ids.length > 0 ? await findCards(strapi, uid, locale, ids) : [];
      await loadForViews(view, cards);
      for (const card of cards) published.set(`${uid} ${card.documentId} ${locale}`, kickerOf(view, card));
    }
  }
  return (story: Found) => published.get(`${story.type} ${story.documentId} ${keyOf(story)}`);
}

/**
 * Stories that an editor may mean: by words of the headline, by an address, a slug or a document id; published or not,
 * and only those that the administrator may read in the content manager.
 *
 * @returns Those that are named outright first, then the newest.
 */
export async function searchStories(parts: SearchParts, ability: Ability, query: Query): Promise<FoundStory[]> {
  const { strapi, newsroom, now } = parts;
  const search = readSearch(query.text, await patternsOf(parts, query.locale));
  const named = await namedBy(parts, search, query.locale);
  const found: Found[] = [];
  for (const type of newsroom.config.types.story) {
    const { title, section, filedAt } = type.fields;
    if (!mayManage(ability, type.uid, title)) continue;
    const mayRead = mayReadOf(strapi, ability, type.uid);
    const rows = oneEach(await rowsOf(parts, ability, type, search, query, named), query.locale);
    const ids = rows.map(({ documentId }) => documentId);
    const firsts = await readFirstPublications(strapi, await sqlNow(strapi), type.uid, ids);
    for (const row of rows) {
      const dated = filedAt && !mayRead(row, filedAt) ? { ...row, [filedAt]: null } : row;
      const filed = filedAtOf(dated, type);
      found.push({
        documentId: row.documentId,
        type: type.uid,
        locale: row.locale,
        title: String(row[title] ?? ''),
        filedAt: filed,
        sortAt: sortAtOf(filed, firstOf(firsts, newsroom, type, row)),
        tellsKicker: section !== undefined && mayRead(row, section),
      });
    }
  }
  const place = ({ documentId }: Found) => (named.includes(documentId) ? named.indexOf(documentId) : named.length);
  found.sort((a, b) => place(a) - place(b) || b.sortAt - a.sortAt);
  const stories = found.slice(0, query.limit);
  const kickerIn = await publishedOf(parts, stories);
  const holdOf = await activeHolds(strapi, stories, now().getTime());
  return stories.map((story): FoundStory => {
    const { filedAt, sortAt: _order, tellsKicker, ...known } = story;
    const kicker = kickerIn(story);
    const state = kicker !== undefined ? 'published' : holdOf(story) ? 'held' : 'draft';
    return { ...known, kicker: (tellsKicker && kicker) || null, filedAt: new Date(filedAt).toISOString(), state };
  });
}
