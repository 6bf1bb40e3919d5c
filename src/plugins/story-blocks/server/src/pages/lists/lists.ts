import { notFound } from '@wiredesk/strapi-kit/server';
import { type LinkKind, MAX_LIMIT, type Rail, type RelatedLink, type Teaser } from '../../../../shared/src';
import { toRail } from '../../blocks/rails';
import { defaultCut, toTeaser } from '../../blocks/teasers';
import { type Card, findCard, homeSite, loadForViews, newestCards } from '../../cards';
import { chooseStories, readSections } from '../../curation/board';
import { relatedLinks } from '../../related';
import { createPage, inStyleOf, servingSite, viewFor, willsFor } from '../create-page';
import type { PageRequest } from '../page-request';
import { listReader } from './kept-lists';
import { listsNewest, listsStories } from './list-tags';

const ALL_KINDS: readonly LinkKind[] = ['external', 'story', 'landing'];

/** A live story with what its views need, and the page that its links are for. */
async function pageOf(request: PageRequest, documentId: string, type?: string) {
  const { strapi, newsroom, caller, locale } = request;
  let card = null;
  for (const uid of caller.types.filter((candidate) => !type || candidate === type)) {
    card ??= await findCard(strapi, { type: uid, documentId, locale: newsroom.keyLocale(uid, locale) });
  }
  if (!card) throw notFound('No such story is published');
  return { card, page: await pageOfCard(request, card) };
}

async function pageOfCard(request: PageRequest, card: Card) {
  const plain = await viewFor(request);
  await loadForViews(plain, [card]);
  const section = plain.concepts.get('section', card.sectionId);
  const site = await servingSite(plain, section, undefined);
  if (site === 'unknown') throw notFound('No such site');
  return createPage(request, { view: inStyleOf(plain, site), site, story: { ...card, body: [] }, section });
}

/** Related links of a live story. */
export async function listRelated(
  request: PageRequest,
  query: { documentId: string; limit?: number; kinds?: LinkKind[]; type?: string }
): Promise<RelatedLink[]> {
  const { card, page } = await pageOf(request, query.documentId, query.type);
  const limit = query.limit ?? request.newsroom.config.blocks.relatedLimit;
  return relatedLinks(request.strapi, card, page, { kinds: query.kinds ?? ALL_KINDS, limit });
}

/**
 * Teasers of several sections, each as if it were asked for alone: a constant number of statements, however many there
 * are. The sections are named by document id.
 *
 * @returns By section; one that is not known in this language is missing.
 */
export async function listTeasersOf(
  request: PageRequest,
  { sections: ids, limit: asked, exclude }: { sections: readonly string[]; limit?: number; exclude?: string[] }
): Promise<Map<string, Teaser[]>> {
  const { newsroom, caller, locale } = request;
  const limit = asked ?? newsroom.config.blocks.railLimit;
  const view = await viewFor(request);
  await view.concepts.load(ids.map((id) => ({ kind: 'section', id })));
  const sections = ids.flatMap((id) => view.concepts.get('section', id) ?? []);
  await view.concepts.load(sections.map(({ data }) => ({ kind: 'site', id: data.siteId })));
  const wishes = sections.map(({ documentId: sectionId }) => ({ sectionId, limit }));
  const wills = await willsFor(request).ofEach(ids);
  const stories = { locales: newsroom.storyLocales(locale), types: caller.types, exclude };
  const parts = await readSections(listReader(request), stories, wishes, wills);
  const lists = wishes.map((wish) => chooseStories([wish], parts, new Set())[0]);
  await loadForViews(view, lists.flat());
  return new Map(
    sections.map((section, at) => {
      const styled = inStyleOf(view, view.concepts.get('site', section.data.siteId) ?? view.fallbackSite);
      return [section.documentId, lists[at].map((card) => toTeaser(styled, card, defaultCut(styled)))];
    })
  );
}

async function sectionPage(request: PageRequest, named: string, exclude?: string[]) {
  const plain = await viewFor(request);
  const section = await plain.concepts.find('section', named);
  if (!section) throw notFound(`No such section: ${named}`);
  const site = await servingSite(plain, section, undefined);
  if (site === 'unknown') throw notFound('No such site');
  return { section, page: createPage(request, { view: inStyleOf(plain, site), site, story: null, section, exclude }) };
}

/** Teasers of a section's stories, as editors want them; of the newest of all where no section is named. */
export async function listTeasers(
  request: PageRequest,
  query: { section?: string; limit?: number; exclude?: string[] }
): Promise<Teaser[]> {
  const limit = query.limit ?? request.newsroom.config.blocks.railLimit;
  if (query.section !== undefined) {
    const { section, page } = await sectionPage(request, query.section, query.exclude);
    const cards = await page.takeNewest({ sectionId: section.documentId }, limit);
    return cards.map((card) => toTeaser(page.view, card, defaultCut(page.view)));
  }
  const { strapi, newsroom, caller, locale } = request;
  const view = await viewFor(request);
  listsNewest(request, view);
  const cards = await newestCards(
    strapi,
    { locales: newsroom.storyLocales(locale), types: caller.types, exclude: query.exclude },
    limit
  );
  for (const card of cards) view.tags.shows('story', card.documentId);
  await loadForViews(view, cards, 'image');
  // They may come from several sites: each in its own site's style.
  return cards.map((card) => toTeaser(inStyleOf(view, homeSite(view, card)), card, defaultCut(view)));
}

/** Rails of several sections, in the order asked for, no story and no section twice. */
export async function listRails(request: PageRequest, query: { sections: string[]; limit?: number }): Promise<Rail[]> {
  const { newsroom, caller, locale } = request;
  const limit = query.limit ?? newsroom.config.blocks.railLimit;
  const view = await viewFor(request);
  const named = [...new Set(query.sections)].slice(0, MAX_LIMIT);
  const found = await view.concepts.findAll('section', named);
  const unknown = named.find((name) => !found.has(name));
  if (unknown !== undefined) throw notFound(`No such section: ${unknown}`);
  const sections = new Map([...found.values()].map((section) => [section.documentId, section]));
  await view.concepts.load([...sections.values()].map(({ data }) => ({ kind: 'site', id: data.siteId })));
  const wishes = [...sections.keys()].map((sectionId) => ({ sectionId, limit }));
  const stories = { locales: newsroom.storyLocales(locale), types: caller.types };
  const parts = await readSections(
    listReader(request),
    stories,
    wishes,
    await willsFor(request).ofEach(sections.keys())
  );
  for (const id of sections.keys()) listsStories(request, view, 'section', id);
  const lists = chooseStories(wishes, parts, new Set());
  for (const { documentId } of lists.flat()) view.tags.shows('story', documentId);
  await loadForViews(view, lists.flat(), 'address');
  return [...sections.values()].map((section, at) => toRail({ view, may: caller.may }, section, lists[at]));
}
