import { notFound } from '@wiredesk/strapi-kit/server';
import type { StoryView } from '../../../../../shared/src';
import { type Filled, fillLayout, readLayout } from '../../../blocks';
import {
  type CardKey,
  type Concept,
  deriveCard,
  type FullCard,
  findCard,
  findCardBySlug,
  firstPublicationOf,
  loadForViews,
  readEntries,
  toStoryView,
} from '../../../cards';
import { slugTag } from '../../../delivery/tags';
import { moved } from '../../../lib/errors';
import { createPage, inStyleOf, servingSite, viewFor } from '../../create-page';
import { findLayout } from '../../find-layout';
import type { FillRequest, PageRequest } from '../../page-request';
import type { PageAsked } from '../page-kind';
import { ownerOfFormerSlug } from './former-slug';

export interface StoryAsked extends PageAsked {
  documentId?: string;
  slug?: string;
  /** A story type, where several are mapped. */
  type?: string;
  /** A story that is known to be live, in whichever language. */
  live?: CardKey;
}

type StoryPageRequest = FillRequest & StoryAsked;

export interface StoryPage {
  site: Concept<'site'> | null;
  story: StoryView;
  blocks: Filled[];
  card: FullCard;
}

const typesOf = ({ caller, type }: StoryPageRequest) => caller.types.filter((uid) => !type || uid === type);

async function findLive(request: StoryPageRequest): Promise<FullCard | null> {
  const { strapi, newsroom, locale, documentId, slug, live } = request;
  if (live) return findCard(strapi, live);
  for (const type of typesOf(request)) {
    const keyLocale = newsroom.keyLocale(type, locale);
    const card = documentId
      ? await findCard(strapi, { type, documentId, locale: keyLocale } satisfies CardKey)
      : await findCardBySlug(strapi, type, keyLocale, slug ?? '');
    if (card) return card;
  }
  return null;
}

async function findDraft(request: StoryPageRequest): Promise<FullCard | null> {
  const { strapi, newsroom, locale, documentId, slug } = request;
  for (const uid of typesOf(request)) {
    const type = newsroom.storyType(uid);
    const slugField = type?.fields.slug;
    if (!type || (!documentId && !slugField)) continue;
    const named = documentId ? { documentId } : { [slugField as string]: slug };
    const where = { ...named, ...(newsroom.isLocalized(uid) ? { locale } : {}) };
    const rows = await readEntries(strapi, newsroom, uid, where, 'draft');
    const [row] = rows.sort((a, b) => (String(a.documentId) < String(b.documentId) ? -1 : 1));
    if (row) return deriveCard(row, type, newsroom, await firstPublicationOf(strapi, newsroom, type, row));
  }
  return null;
}

/** The story that was published under a slug before, as far as the caller may find it and it is live now. */
async function findMoved(request: StoryPageRequest): Promise<FullCard | null> {
  const { strapi, locale, slug } = request;
  if (request.documentId || !slug) return null;
  const documentId = await ownerOfFormerSlug(strapi, { slug, locale, types: typesOf(request) });
  return documentId === null ? null : findLive({ ...request, documentId, slug: undefined });
}

/**
 * Fills a story's page: the story, and the blocks of its layout from top to bottom.
 *
 * @throws A 404, the same for an unknown story, a draft, a held one and an unknown site; for a former slug it names the
 *   present one.
 */
export async function storyPage(request: FillRequest & StoryAsked): Promise<StoryPage> {
  if (request.slug && !request.documentId) request.reading?.tags?.lists(slugTag(request.slug));
  const card = request.draft ? await findDraft(request) : await findLive(request);
  if (!card) {
    const { documentId, slug } = (request.draft ? null : await findMoved(request)) ?? {};
    throw documentId && slug ? moved({ documentId, slug }) : notFound('No such story is published');
  }
  return fillStoryPage(request, card);
}

/** The page of a card before its blocks are filled, and the layout that is to fill it. @throws A 404 for an unknown site. */
export async function openStoryPage(request: PageRequest & { site?: string }, card: FullCard) {
  const plain = await viewFor(request);
  await loadForViews(plain, [card]);
  const section = plain.concepts.get('section', card.sectionId);
  const site = await servingSite(plain, section, request.site);
  if (site === 'unknown') throw notFound('No such site');
  const view = inStyleOf(plain, site);
  const page = createPage(request, { view, site, story: card, section });
  const layout = findLayout('story', request.newsroom.config, section, site);
  return { site, view, page, layout };
}

/** Fills the page of a card. */
export async function fillStoryPage(request: FillRequest & { site?: string }, card: FullCard): Promise<StoryPage> {
  const { site, view, page, layout } = await openStoryPage(request, card);
  const blocks = await fillLayout(readLayout(layout.blocks, request, layout.where), page);
  return { site, story: toStoryView(view, card), blocks, card };
}
