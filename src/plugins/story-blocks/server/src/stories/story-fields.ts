import type { Core } from '@strapi/strapi';
import type { LinkKind, RelatedLink, Teaser } from '../../../shared/src';
import type { Caller } from '../access/caller';
import type { Assembly } from '../assemble';
import { defaultCut, toTeaser } from '../blocks/teasers';
import { loadForViews } from '../cards';
import { createTags, listTag, namesTag, type Tags } from '../delivery/tags';
import { createPage, momentOf, openReader } from '../pages';
import { relatedLinks } from '../related';
import { type Entry, type LoadedStory, type Loaders, loadersFor } from './loaders';

const ALL_KINDS: readonly LinkKind[] = ['external', 'story', 'landing'];

/** A request as the fields of stories know it. */
export interface StoryRequest {
  strapi: Core.Strapi;
  assembly: Assembly;
  caller: Caller;
  /** Koa's context: what is read once for all stories lives as long as it. */
  koa: object;
}

const open = ({ strapi, assembly, koa }: StoryRequest, uid: string, entry: Entry): Loaders =>
  loadersFor(strapi, assembly, koa, uid, entry);

/** What the fields of one story need; null where the story is not there any more. */
export const loadStory = (request: StoryRequest, uid: string, entry: Entry): Promise<LoadedStory | null> =>
  open(request, uid, entry).story.load(entry.documentId);

/**
 * Related links of a story, read together with those of all others that the request asks for.
 *
 * @returns Null where there is no such story.
 */
export async function relatedOf(
  request: StoryRequest,
  uid: string,
  entry: Entry,
  { kinds, limit }: { kinds?: readonly LinkKind[] | null; limit?: number | null } = {}
): Promise<RelatedLink[] | null> {
  const wanted = kinds ?? ALL_KINDS;
  const most = limit ?? request.assembly.newsroom.config.blocks.relatedLimit;
  const isLive = !request.assembly.newsroom.hasDrafts(uid) || Boolean(entry.publishedAt);
  if (!isLive) return readRelated(request, uid, entry, wanted, most);
  const { strapi, assembly, caller, koa } = request;
  const at = await momentOf(assembly.moment, koa);
  const reader = await openReader({ strapi, ...assembly }, caller, undefined, at);
  return reader.keep(
    ['related', uid, entry.documentId, entry.locale, wanted, most],
    () => readRelated(request, uid, entry, wanted, most, reader.tags),
    // Stand-ins are of all the stories that are asked for together, and soon over.
    (links) => (links?.some(isStandIn) || links?.length === 0 ? Number.POSITIVE_INFINITY : JSON.stringify(links).length)
  );
}

const isStandIn = (link: RelatedLink): boolean =>
  link.kind === 'story' && link.reasons.some(({ type }) => type === 'latest');

/** @param tags - Collects what the links depend on. */
async function readRelated(
  request: StoryRequest,
  uid: string,
  entry: Entry,
  kinds: readonly LinkKind[],
  limit: number,
  tags: Tags = createTags()
): Promise<RelatedLink[] | null> {
  const { strapi, assembly, caller } = request;
  const { newsroom } = assembly;
  const loaders = open(request, uid, entry);
  // That there is none may be kept too.
  tags.shows('story', entry.documentId);
  const story = await loaders.story.load(entry.documentId);
  if (!story) return null;
  const { card, view, site, section } = story;
  const [stories, ownStories] = await Promise.all([
    kinds.includes('story') ? loaders.links.load({ card, limit }) : [],
    loaders.own.load(card),
  ]);
  // The view is shared by all stories that the request asks for; what this one shows is its own.
  const own = { ...view, tags };
  await loadForViews(own, [card], 'dateline');
  if (newsroom.config.defaultSite) tags.lists(namesTag('site'));
  if (site) tags.shows('site', site.documentId);
  // Stories that stand in until there are links are the newest of its topics and section.
  if (stories.every(({ pinned, score }) => pinned || score === null)) {
    for (const id of card.topicIds) tags.lists(listTag('topic', id, card.locale));
    if (card.sectionId) tags.lists(listTag('section', card.sectionId, card.locale));
  }
  const page = createPage(
    { strapi, newsroom, caller, locale: view.locale, now: assembly.now() },
    { view: own, site, section, story: { ...card, body: [] } }
  );
  return relatedLinks(strapi, card, page, { kinds, limit, stories, ownStories });
}

/** The teaser of a story, null where there is no such story. */
export async function teaserOf(request: StoryRequest, uid: string, entry: Entry): Promise<Teaser | null> {
  const story = await loadStory(request, uid, entry);
  return story && toTeaser(story.view, story.card, defaultCut(story.view));
}
