import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import DataLoader from 'dataloader';
import type { Assembly } from '../assemble';
import {
  type Card,
  type Concept,
  createView,
  findCards,
  firstOf,
  loadForViews,
  readEntries,
  readFirstPublications,
  storyId,
  type ViewContext,
} from '../cards';
import { deriveCard } from '../cards/derive-card';
import { createTags } from '../delivery/tags';
import { inStyleOf, momentOf } from '../pages';
import { loadLinks, type OwnLinks, readOwnLinks, readStoryLinks, type StoryLink } from '../related';

/** An entry that Strapi gave: what our fields hang on. */
export interface Entry {
  documentId: string;
  locale?: string | null;
  publishedAt?: unknown;
}

/** A story with what its fields need: its texts' view, the site that serves it, its links. */
export interface LoadedStory {
  card: Card;
  view: ViewContext;
  site: Concept<'site'> | null;
  section: Concept<'section'> | null;
}

export interface Loaders {
  story: DataLoader<string, LoadedStory | null>;
  links: DataLoader<LinksWish, StoryLink[], string>;
  /** What stories' own links lead to; undefined of a story that has none. */
  own: DataLoader<Card, OwnLinks | undefined, string>;
}

async function readCards(
  strapi: Core.Strapi,
  { newsroom }: Assembly,
  uid: string,
  locale: string,
  ids: string[],
  draft: boolean
): Promise<Card[]> {
  if (!draft) return findCards(strapi, uid, newsroom.keyLocale(uid, locale), ids);
  const type = newsroom.storyType(uid);
  const where = { documentId: { $in: ids }, ...(newsroom.isLocalized(uid) ? { locale } : {}) };
  const rows = type ? await readEntries(strapi, newsroom, uid, where, 'draft') : [];
  if (!type) return [];
  const firsts = await readFirstPublications(strapi, await sqlNow(strapi), uid, ids);
  return rows.map((row) => deriveCard(row, type, newsroom, firstOf(firsts, newsroom, type, row)));
}

/** What landing links need beyond the cards themselves, for all of them at once. */
async function loadLandings({ concepts }: ViewContext, cards: Card[]): Promise<void> {
  const sections = cards.flatMap((card) => concepts.get('section', card.sectionId) ?? []);
  const topicIds = [...cards.flatMap((card) => card.topicIds), ...sections.flatMap(({ data }) => data.topicIds)];
  await concepts.load(topicIds.map((id) => ({ kind: 'topic', id })));
  await concepts.load(topicIds.map((id) => ({ kind: 'site', id: concepts.get('topic', id)?.data.siteId ?? null })));
}

/** The links of a story, as many as are shown of them. */
interface LinksWish {
  card: Card;
  limit: number;
}

async function openView(strapi: Core.Strapi, assembly: Assembly, request: object, locale: string) {
  const { generation, locales } = await momentOf(assembly.moment, request);
  const reading = { kept: assembly.keptConcepts(generation.concepts), tags: createTags() };
  // A type without languages may stand in sections and on sites that have them.
  return createView(strapi, assembly.newsroom, locale || (locales[0] ?? ''), reading);
}

function createLoaders(
  strapi: Core.Strapi,
  assembly: Assembly,
  request: object,
  uid: string,
  locale: string,
  draft: boolean
): Loaders {
  const view = openView(strapi, assembly, request, locale);
  const story = new DataLoader<string, LoadedStory | null>(async (ids) => {
    const plain = await view;
    const cards = await readCards(strapi, assembly, uid, locale, [...ids], draft);
    await loadForViews(plain, cards);
    await loadLandings(plain, cards);
    const byId = new Map(
      cards.map((card): [string, LoadedStory] => {
        const section = plain.concepts.get('section', card.sectionId);
        const site = (section && plain.concepts.get('site', section.data.siteId)) ?? plain.fallbackSite;
        return [card.documentId, { card, section, site, view: inStyleOf(plain, site) }];
      })
    );
    return ids.map((id) => byId.get(id) ?? null);
  });
  const links = new DataLoader<LinksWish, StoryLink[], string>(
    async (wishes) => {
      const cards = [...new Map(wishes.map(({ card }) => [storyId(card), card])).values()];
      const found = await readStoryLinks(strapi, { ...(await view), now: assembly.now() }, cards);
      const lists = wishes.map(({ card }) => found.get(storyId(card)) ?? []);
      await loadLinks(
        await view,
        lists.flatMap((list, at) => list.slice(0, wishes[at].limit))
      );
      return lists;
    },
    { cacheKeyFn: ({ card, limit }) => `${limit} ${storyId(card)}` }
  );
  const own = new DataLoader<Card, OwnLinks | undefined, string>(
    async (cards) => {
      const found = await readOwnLinks(strapi, { ...(await view), now: assembly.now() }, cards);
      const stories = [...found.values()].flatMap(({ at }) => [...at.values()]);
      await loadLinks(
        await view,
        stories.filter((story) => story !== null)
      );
      return cards.map((card) => found.get(storyId(card)));
    },
    { cacheKeyFn: storyId }
  );
  return { story, links, own };
}

const perRequest = new WeakMap<object, Map<string, Loaders>>();

/**
 * The loaders of one request, type, language and state: a batch never crosses a request.
 *
 * @param request - Koa's context.
 */
export function loadersFor(
  strapi: Core.Strapi,
  assembly: Assembly,
  request: object,
  uid: string,
  entry: Entry
): Loaders {
  const draft = assembly.newsroom.hasDrafts(uid) && !entry.publishedAt;
  const locale = entry.locale ?? '';
  const all = perRequest.get(request) ?? new Map<string, Loaders>();
  perRequest.set(request, all);
  const key = `${uid} ${locale} ${draft}`;
  const loaders = all.get(key) ?? createLoaders(strapi, assembly, request, uid, locale, draft);
  all.set(key, loaders);
  return loaders;
}
