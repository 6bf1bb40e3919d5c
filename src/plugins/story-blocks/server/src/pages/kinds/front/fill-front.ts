import type { Core } from '@strapi/strapi';
import { notFound } from '@wiredesk/strapi-kit/server';
import { DateTime } from 'luxon';
import type { Teaser } from '../../../../../shared/src';
import { type Filled, fillLayout, readLayout, sectionsOf } from '../../../blocks';
import { defaultCut, toTeaser } from '../../../blocks/teasers';
import {
  type Card,
  type CardQuery,
  type Concept,
  countCards,
  homeSite,
  loadForViews,
  newestCards,
  type ViewContext,
} from '../../../cards';
import {
  countSectionStories,
  NO_WILL,
  type SectionWill,
  type SectionWills,
  sectionStories,
} from '../../../curation/board';
import type { ListKind } from '../../../delivery/tags';
import { createPage, inStyleOf, servingSite, viewFor, willsFor } from '../../create-page';
import { findLayout, type Layout } from '../../find-layout';
import { listsStories, listTags } from '../../lists/list-tags';
import type { FillRequest } from '../../page-request';
import type { PageAsked } from '../page-kind';

/** Stories on a page of a front, where nobody says how many. */
export const FRONT_SIZE = 20;

/** Kinds of concepts whose stories are told of by tags of their own. */
export type FrontSubject = ListKind;

export interface FrontAsked extends PageAsked {
  /** Document id, slug or name. */
  named: string;
  /** A local day of the site, YYYY-MM-DD. */
  date?: string;
  page: number;
  pageSize: number;
}

export interface Front<Kind extends FrontSubject = FrontSubject> {
  site: Concept<'site'> | null;
  subject: Concept<Kind>;
  /** The stories of `teasers`. */
  cards: Card[];
  teasers: Teaser[];
  /** Document id of the story that leads: the first of the first page. */
  lead: string | null;
  layout: Layout;
  blocks: Filled[];
  total: number;
  /** The part of the list that it shows. */
  asked: Pick<FrontAsked, 'page' | 'pageSize'>;
  /** What editors want of the sections that it draws on. */
  wills: SectionWills;
}

/** What a front of one kind is the front of. */
export interface FrontOf<Kind extends FrontSubject> {
  kind: Kind;
  /** Which stories are its own. */
  stories(subject: Concept<Kind>): Pick<CardQuery, 'sectionId' | 'ref'>;
  /** The section whose layout and board it has. */
  section?(subject: Concept<Kind>): Concept<'section'>;
  /** The site that serves it, before any other. */
  siteId?(subject: Concept<Kind>): string | null;
}

/** The list that a front pages through, in its order. */
interface FrontList {
  take(limit: number, offset: number): Promise<Card[]>;
  count(): Promise<number>;
}

function listOf(strapi: Core.Strapi, query: CardQuery, will: SectionWill): FrontList {
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

/** Where no site is named, nor known of the subject: the home of its newest story. */
async function homeOfNewest(
  { strapi }: FillRequest,
  view: ViewContext,
  stories: CardQuery
): Promise<Concept<'site'> | null> {
  const [newest] = await newestCards(strapi, stories, 1);
  if (!newest) return null;
  await loadForViews(view, [newest], 'address');
  return homeSite(view, newest);
}

/** @throws A 404 for an unknown site. */
async function siteFor(
  request: FillRequest,
  view: ViewContext,
  {
    named,
    ownId,
    section,
    stories,
  }: { named?: string; ownId: string | null; section: Concept<'section'> | null; stories: CardQuery }
): Promise<Concept<'site'> | null> {
  await view.concepts.load([{ kind: 'site', id: ownId }]);
  const own = named === undefined ? view.concepts.get('site', ownId) : null;
  const found = own ?? (await servingSite(view, section, named));
  if (found === 'unknown') throw notFound('No such site');
  return found ?? (section ? null : homeOfNewest(request, view, stories));
}

/**
 * Fills a front: its stories as teasers, newest first, a page at a time; then the blocks of its layout, which show none of
 * them again. What editors pinned to a section stands before the newest; a day's front is a record of that day and knows no
 * pins.
 *
 * @throws A 404 where there is no such section, topic, author or site in this language.
 */
export async function fillFront<Kind extends FrontSubject>(
  of: FrontOf<Kind>,
  request: FillRequest,
  { named, site: siteName, date, page: pageNumber, pageSize }: FrontAsked
): Promise<Front<Kind>> {
  const { strapi, newsroom, caller, locale } = request;
  const { kind } = of;
  const plain = await viewFor(request);
  const subject = await plain.concepts.find(kind, named);
  if (!subject) throw notFound(`No such ${kind}`);
  listsStories(request, plain, kind, subject.documentId);
  const section = of.section?.(subject) ?? null;
  const stories: CardQuery = { locales: newsroom.storyLocales(locale), types: caller.types, ...of.stories(subject) };
  const site = await siteFor(request, plain, {
    named: siteName,
    ownId: of.siteId?.(subject) ?? null,
    section,
    stories,
  });
  const view = inStyleOf(plain, site);

  const query = date ? { ...stories, between: dayAt(date, site?.data.timezone) } : stories;
  const layout = findLayout('front', newsroom.config, section, site);
  const readable = readLayout(layout.blocks, request, layout.where);
  const wills = willsFor(request);
  await wills.load([...(section ? [section.documentId] : []), ...sectionsOf(readable, { section })]);
  const will = section && !date ? await wills.of(section.documentId) : NO_WILL;
  const list = listOf(strapi, query, will);
  const tags = listTags(request, kind, subject.documentId).join(',');
  const count = async () => ({ value: await list.count(), tags, size: 0 });
  const pinned = will.pins.map(({ card }) => card.documentId);
  const cards = await list.take(pageSize, (pageNumber - 1) * pageSize);
  await loadForViews(view, cards, 'image');

  const page = createPage(request, { view, site, story: null, section, wills });
  page.show(cards.map((card) => card.documentId));
  const blocks = await fillLayout(readable, page);
  return {
    site,
    subject,
    cards,
    teasers: cards.map((card) => toTeaser(view, card, defaultCut(view))),
    lead: pageNumber === 1 ? (cards[0]?.documentId ?? null) : null,
    layout,
    blocks,
    total: request.kept ? await request.kept(['count', query, pinned], count) : await list.count(),
    asked: { page: pageNumber, pageSize },
    wills,
  };
}
