import { notFound } from '@wiredesk/strapi-kit/server';
import { DateTime } from 'luxon';
import type { Teaser } from '../../../shared/src';
import { type BlockRegistry, type Filled, fillLayout, type Problems, readLayout, sectionsOf } from '../blocks';
import { defaultCut, toTeaser } from '../blocks/teasers';
import {
  type Card,
  type CardQuery,
  type Concept,
  countCards,
  homeSite,
  loadForViews,
  newestCards,
  type ViewContext,
} from '../cards';
import { countSectionStories, NO_WILL, type SectionWill, type SectionWills, sectionStories } from '../curation/board';
import { createPage, inStyleOf, servingSite, viewFor, willsFor } from './create-page';
import { findLayout, type Layout } from './find-layout';
import { listsStories, listTags } from './list-tags';
import type { PageRequest } from './page-request';

/** Stories on a page of a front, where nobody says how many. */
export const FRONT_SIZE = 20;

export type FrontKind = 'section' | 'topic' | 'author';

export interface FrontRequest extends PageRequest {
  registry: BlockRegistry;
  problems: Problems;
  kind: FrontKind;
  /** Document id, slug or name. */
  named: string;
  site?: string;
  /** A local day of the site, YYYY-MM-DD. */
  date?: string;
  page: number;
  pageSize: number;
}

export interface Front {
  kind: FrontKind;
  site: Concept<'site'> | null;
  subject: Concept<FrontKind>;
  /** The stories of `teasers`. */
  cards: Card[];
  teasers: Teaser[];
  /** Document id of the story that leads: the first of the first page. */
  lead: string | null;
  layout: Layout;
  blocks: Filled[];
  total: number;
  /** What editors want of the sections that it draws on. */
  wills: SectionWills;
}

/** The list that a front pages through, in its order. */
interface FrontList {
  take(limit: number, offset: number): Promise<Card[]>;
  count(): Promise<number>;
}

function listOf(strapi: FrontRequest['strapi'], query: CardQuery, will: SectionWill): FrontList {
  const { sectionId } = query;
  if (typeof sectionId !== 'string') {
    return {
      take: (limit, offset) => newestCards(strapi, query, limit, offset),
      count: () => countCards(strapi, query),
    };
  }
  const section = { ...query, sectionId };
  return {
    take: (limit, offset) => sectionStories(strapi, section, will, limit, offset),
    count: () => countSectionStories(strapi, section, will),
  };
}

/** The instants at which a local day begins and ends. */
function dayAt(date: string, zone: string | null | undefined): { from: number; to: number } {
  const local = DateTime.fromISO(date, { zone: zone || 'utc' });
  const day = local.isValid ? local : DateTime.fromISO(date, { zone: 'utc' });
  return { from: day.startOf('day').toMillis(), to: day.plus({ days: 1 }).startOf('day').toMillis() };
}

/** An author or topic of no site: its front is served where its newest story lives. */
async function homeOfNewest(
  { strapi, newsroom, caller, locale }: FrontRequest,
  view: ViewContext,
  { kind, documentId }: Concept
): Promise<Concept<'site'> | null> {
  if (kind !== 'author' && kind !== 'topic') return null;
  const query = { locales: newsroom.storyLocales(locale), types: caller.types, ref: { role: kind, id: documentId } };
  const [newest] = await newestCards(strapi, query, 1);
  if (!newest) return null;
  await loadForViews(view, [newest], 'address');
  return homeSite(view, newest);
}

/**
 * Fills the front of a section, topic or author: its stories as teasers, newest first, a page at a time; then the
 * blocks of its layout, which show none of them again. What editors pinned to a section stands before the newest; a
 * day's front is a record of that day and knows no pins.
 *
 * @throws A 404 where there is no such section, topic, author or site in this language.
 */
export async function front(request: FrontRequest): Promise<Front> {
  const { strapi, newsroom, caller, kind, named, locale } = request;
  const plain = await viewFor(request);
  const subject = await plain.concepts.find(kind, named);
  if (!subject) throw notFound(`No such ${kind}`);
  listsStories(request, plain, kind, subject.documentId);
  const section = kind === 'section' ? (subject as Concept<'section'>) : null;
  const owner = kind === 'topic' ? (subject as Concept<'topic'>).data.siteId : null;
  await plain.concepts.load([{ kind: 'site', id: owner }]);
  const own = request.site === undefined ? plain.concepts.get('site', owner) : null;
  const found =
    own ?? (await servingSite(plain, section, request.site)) ?? (await homeOfNewest(request, plain, subject));
  if (found === 'unknown') throw notFound('No such site');
  const view = inStyleOf(plain, found);

  const query: CardQuery = {
    locales: newsroom.storyLocales(locale),
    types: caller.types,
    ...(kind === 'section' ? { sectionId: subject.documentId } : { ref: { role: kind, id: subject.documentId } }),
    ...(request.date ? { between: dayAt(request.date, found?.data.timezone) } : {}),
  };
  const layout = findLayout('front', newsroom.config, section, found);
  const readable = readLayout(layout.blocks, request, layout.where);
  const wills = willsFor(request);
  await wills.load([...(section ? [section.documentId] : []), ...sectionsOf(readable, { section })]);
  const will = section && !request.date ? await wills.of(section.documentId) : NO_WILL;
  const list = listOf(strapi, query, will);
  const tags = listTags(request, kind, subject.documentId).join(',');
  const count = async () => ({ value: await list.count(), tags, size: 0 });
  const pinned = will.pins.map(({ card }) => card.documentId);
  const cards = await list.take(request.pageSize, (request.page - 1) * request.pageSize);
  await loadForViews(view, cards, 'image');

  const page = createPage(request, { view, site: found, story: null, section, wills });
  page.show(cards.map((card) => card.documentId));
  const blocks = await fillLayout(readable, page);
  return {
    kind,
    site: found,
    subject: subject as Concept<FrontKind>,
    cards,
    teasers: cards.map((card) => toTeaser(view, card, defaultCut(view))),
    lead: request.page === 1 ? (cards[0]?.documentId ?? null) : null,
    layout,
    blocks,
    total: request.kept ? await request.kept(['count', query, pinned], count) : await list.count(),
    wills,
  };
}
