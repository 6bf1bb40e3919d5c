import type { Core } from '@strapi/strapi';
import type { LinkKind, RelatedLink, Teaser } from '../../../shared/src';
import type { Assembly } from '../assemble';
import type { Caller } from '../http/caller';
import { createPage } from '../pages';
import { relatedLinks } from '../related';
import { defaultCut, toTeaser } from '../teasers';
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
  const { strapi, assembly, caller } = request;
  const { desk } = assembly;
  const loaders = open(request, uid, entry);
  const story = await loaders.story.load(entry.documentId);
  if (!story) return null;
  const { card, view, site, section } = story;
  const page = createPage(
    { strapi, desk, caller, locale: view.locale, now: assembly.now() },
    { view, site, section, story: { ...card, body: [] } }
  );
  const wanted = kinds ?? ALL_KINDS;
  return relatedLinks(strapi, card, page, {
    kinds: wanted,
    limit: limit ?? desk.newsroom.blocks.relatedLimit,
    stories: wanted.includes('story') ? await loaders.links.load(card) : [],
  });
}

/** The teaser of a story, null where there is no such story. */
export async function teaserOf(request: StoryRequest, uid: string, entry: Entry): Promise<Teaser | null> {
  const story = await loadStory(request, uid, entry);
  return story && toTeaser(story.view, story.card, defaultCut(story.view));
}
