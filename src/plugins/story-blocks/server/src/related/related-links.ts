import type { Core } from '@strapi/strapi';
import type { ConceptKind } from '@wiredesk/newsroom';
import type { LinkKind, Reason, RelatedLink } from '../../../shared/src';
import {
  type Card,
  type Concept,
  datelineAloneOf,
  fillPattern,
  kickerOf,
  loadConcepts,
  loadForViews,
  storyId,
  urlOf,
  type ViewContext,
} from '../cards';
import { relatedTag } from '../delivery/tags';
import { type OwnLinks, readOwnLinks } from './own-links';
import { readStoryLinks, type StoryLink } from './read-links';

/** Who asks, and for which page: a block's `Page` is one. */
export interface LinkReader {
  view: ViewContext;
  now: Date;
  site: Concept<'site'> | null;
  /** Story types that the caller may read. */
  types: string[];
  /** Whether the caller may read other types' own objects. */
  may(kind: ConceptKind): boolean;
  /** Whether the story stands on the page already. */
  isShown(documentId: string): boolean;
  /** Puts stories on the page, so that no later block shows them again. */
  show(documentIds: Iterable<string>): void;
}

/** Fills in the names of topics and sections, as they are called now; those that are gone are no reason any more. */
function present(reason: Reason, view: ViewContext, may: (kind: ConceptKind) => boolean): Reason[] {
  const { ids, of, ...rest } = reason as Reason & { ids?: string[]; of?: string };
  const kind = reason.type === 'latest' ? of : reason.type;
  // Any other is a registered signal's own, and stays as it gave it.
  if (!ids || (kind !== 'topic' && kind !== 'section')) return [reason];
  const names = ids.flatMap((id) => view.concepts.get(kind, id)?.name ?? []);
  if (names.length === 0) return [];
  // A section's name is the story's kicker and so the story's own; a topic's is for those who may read topics.
  return [kind === 'topic' && !may('topic') ? (rest as Reason) : { ...rest, label: names.join(', ') }];
}

function toLink(
  { card, pinned, score, reasons }: StoryLink,
  { view: page, may }: LinkReader,
  view: ViewContext
): RelatedLink {
  const presented = reasons.flatMap((reason) => present(reason, page, may));
  return {
    kind: 'story',
    documentId: card.documentId,
    locale: card.locale || null,
    title: card.title,
    slug: card.slug,
    url: urlOf(view, card),
    kicker: kickerOf(view, card),
    dateline: datelineAloneOf(view, card),
    filedAt: card.filedAt,
    firstPublishedAt: card.firstPublishedAt,
    pinned,
    score: score === null ? null : Math.round(score * 1000) / 1000,
    reasons: presented.length > 0 ? presented : [{ type: 'latest' }],
  };
}

/** Whether a story may stand among a story's links: the caller may read it, and it does not stand on the page yet. */
const mayStand = ({ target }: StoryLink, reader: LinkReader): boolean =>
  reader.types.includes(target.type) && !reader.isShown(target.documentId);

/** Links to stories as readers see them; the stories stand on the page from now on. */
async function toLinks(chosen: StoryLink[], reader: LinkReader): Promise<RelatedLink[]> {
  await loadLinks(reader.view, chosen);
  reader.show(chosen.map((link) => link.card.documentId));
  const views = await foreignViews(reader.view, chosen);
  return chosen.map((link) => {
    const view = views.get(link.card.locale);
    return toLink(link, reader, view ? { ...view, style: reader.view.style } : reader.view);
  });
}

/** What is borrowed from another language has its address, kicker and dateline in that language. */
async function foreignViews(view: ViewContext, links: StoryLink[]): Promise<Map<string, ViewContext>> {
  const locales = new Set(links.map(({ card }) => card.locale).filter((locale) => locale && locale !== view.locale));
  const { tags } = view;
  const views = [...locales].map(async (locale) => [locale, { ...(await view.inLanguage(locale)), tags }] as const);
  return new Map(await Promise.all(views));
}

async function loadInLanguage(view: ViewContext, links: StoryLink[]): Promise<void> {
  await loadForViews(
    view,
    links.map((link) => link.card),
    'dateline'
  );
  const ids = (kind: 'topic' | 'section') =>
    links.flatMap((link) =>
      link.reasons.flatMap((reason) => ((reason.ids as string[] | undefined) ?? []).map((id) => ({ kind, id })))
    );
  await loadConcepts(view, [...ids('topic'), ...ids('section')]);
}

/** Reads what links' views and reasons need, of those that are borrowed also in their own language. */
export async function loadLinks(view: ViewContext, links: StoryLink[]): Promise<void> {
  await loadInLanguage(view, links);
  for (const [locale, foreign] of await foreignViews(view, links)) {
    await loadInLanguage(
      foreign,
      links.filter(({ card }) => card.locale === locale)
    );
  }
}

/** Topics' own pages: of the story's topics, else of its section's. */
async function landingLinks(card: Card, { view, site, may }: LinkReader): Promise<RelatedLink[]> {
  if (!may('topic')) return [];
  const section = view.concepts.get('section', card.sectionId);
  const topicIds = card.topicIds.length > 0 ? card.topicIds : (section?.data.topicIds ?? []);
  await loadConcepts(
    view,
    topicIds.map((id) => ({ kind: 'topic', id }))
  );
  const topics = topicIds.flatMap((id) => view.concepts.get('topic', id) ?? []);
  await loadConcepts(
    view,
    topics.map((topic) => ({ kind: 'site', id: topic.data.siteId }))
  );
  return topics.flatMap((topic): RelatedLink[] => {
    const { landingPhrase, landingUrl, siteId } = topic.data;
    if (!landingPhrase) return [];
    const home = view.concepts.get('site', siteId) ?? site;
    // A page without a site has no name to put in.
    if (!home && landingPhrase.includes('{site}')) return [];
    const own = topic.slug
      ? `${home?.data.url ?? ''}${fillPattern(view.newsroom.config.urlPatterns.topic, { slug: topic.slug })}`
      : null;
    const title = landingPhrase.replaceAll('{site}', () => home?.name ?? '').trim();
    return [{ kind: 'landing', title, url: landingUrl ?? own, reasons: [{ type: 'landing', label: topic.name }] }];
  });
}

const toExternal = ({ title, url }: Card['externalLinks'][number]): RelatedLink => ({
  kind: 'external',
  title,
  url,
  reasons: [{ type: 'external', label: new URL(url).hostname || url }],
});

/** The story's own links in the editor's order: those that lead to stories of ours as these, and each of them once. */
async function ownLinks(
  card: Card,
  own: OwnLinks | undefined,
  reader: LinkReader,
  kinds: readonly LinkKind[],
  limit: number
): Promise<{ links: RelatedLink[]; stories: StoryLink[] }> {
  own?.tell(reader.view.tags);
  const all = card.externalLinks.flatMap((link, place): (StoryLink | RelatedLink)[] => {
    const story = own?.at.get(place);
    if (story === undefined) return kinds.includes('external') ? [toExternal(link)] : [];
    return story && kinds.includes('story') && mayStand(story, reader) ? [story] : [];
  });
  const chosen = all.slice(0, limit);
  const stories = chosen.filter((link): link is StoryLink => 'target' in link);
  const shown = await toLinks(stories, reader);
  return { links: chosen.map((link) => ('target' in link ? shown[stories.indexOf(link)] : link)), stories };
}

/** Which links are asked for. */
export interface LinksWanted {
  kinds: readonly LinkKind[];
  /** Kinds of the story's own links. @default kinds */
  own?: readonly LinkKind[];
  limit: number;
  /** The story links, where they have been read already, together with those of other stories. */
  stories?: StoryLink[];
  /** What the story's own links lead to, likewise. */
  ownStories?: OwnLinks;
}

/**
 * A story's related links: its own ones first, then stories, then topics' own pages; at most `limit` in all. The card's
 * view must be loaded. Stories that it gives count as shown on the page.
 */
export async function relatedLinks(
  strapi: Core.Strapi,
  card: Card,
  reader: LinkReader,
  { kinds, own = kinds, limit, stories, ownStories }: LinksWanted
): Promise<RelatedLink[]> {
  reader.view.tags.lists(relatedTag(card.documentId));
  const reading = { ...reader.view, now: reader.now };
  const asksOwn = own.includes('external') || own.includes('story');
  const led = asksOwn ? (ownStories ?? (await readOwnLinks(strapi, reading, [card])).get(storyId(card))) : undefined;
  const { links, stories: before } = await ownLinks(card, led, reader, own, limit);
  if (kinds.includes('story') && links.length < limit) {
    const found = stories ?? (await readStoryLinks(strapi, reading, [card])).get(storyId(card)) ?? [];
    // Not every page says what it shows.
    const shown = new Set(before.map(({ target }) => storyId(target)));
    const others = found.filter((link) => mayStand(link, reader) && !shown.has(storyId(link.target)));
    links.push(...(await toLinks(others.slice(0, limit - links.length), reader)));
  }
  if (kinds.includes('landing') && links.length < limit) {
    links.push(...(await landingLinks(card, reader)).slice(0, limit - links.length));
  }
  return links;
}
