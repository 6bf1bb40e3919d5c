import type { Core } from '@strapi/strapi';
import { appLocales, defaultLocale, sqlNow, table } from '@wiredesk/strapi-kit/server';
import { ALL_LOCALES, MAX_BOARD, type Receipt, type StandingPage } from '../../../shared/src';
import { allSeeing } from '../access/caller';
import { type BlockRegistry, type Filled, type Problems, toAnswer } from '../blocks';
import { type Card, type CardKey, type Concept, createConcepts, type LayoutBlock, newestCards } from '../cards';
import { findCard, findCards } from '../cards/find-cards';
import { sectionsPinning } from '../curation/board';
import { storiesPinning } from '../curation/pins';
import { TABLES } from '../db';
import type { Newsroom } from '../newsroom';
import { storiesLinking } from '../related';
import { findLayout } from './find-layout';
import { FRONT_SIZE, type FrontKind, front } from './front';
import { findLeading } from './leading';
import { fillStoryPage } from './story-page';

/** Pages that are filled to be sure; more are counted as they may show the story. */
const MAX_FILLED = 150;
const MAX_NAMED = 100;
const MAX_FRONTS = 50;
/** Stories that a page may have shown already when a block looks further down its section. */
const SLACK = 60;

export interface StandingPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  registry: BlockRegistry;
  problems: Problems;
  now(): Date;
}

interface Found {
  pages: StandingPage[];
  /** Pages that were not filled, and may show the story. */
  unsure: number;
}

/** Whether a block's settings draw on a section: named anywhere in them, or the page's own where none is named. */
function drawsOn(block: LayoutBlock, sectionId: string, own: string | null): boolean {
  if (JSON.stringify(block).includes(JSON.stringify(sectionId))) return true;
  return own === sectionId && block.__component.endsWith('section-teaser') && !block.section;
}

/** Whether a filled block shows a story. */
export const shows = (filled: Filled, documentId: string) =>
  JSON.stringify(toAnswer(filled)).includes(`"documentId":${JSON.stringify(documentId)}`);

/** Finds where a story stands now: its own page, pages that link to it, pages and fronts whose blocks draw on its section. */
export function createStanding({ strapi, newsroom, registry, problems, now }: StandingPorts) {
  const request = (locale: string, type: string) => ({
    strapi,
    newsroom,
    registry,
    problems,
    caller: allSeeing(newsroom, [type]),
    locale,
    now: now(),
  });

  /** Stories whose links, own ones among them, or pins name it, as they are on pages in a language. */
  async function linking(key: CardKey, page: string, external: CardKey[]): Promise<Card[]> {
    const links = await storiesLinking(strapi, await sqlNow(strapi), key);
    const pins = await storiesPinning(strapi, key, now().getTime());
    const cards: Card[] = [];
    for (const { uid } of newsroom.config.types.story) {
      const locale = newsroom.keyLocale(uid, page);
      const ids = [
        ...[...external, ...links]
          .filter((link) => link.type === uid && link.locale === locale)
          .map((link) => link.documentId),
        ...pins
          .filter((pin) => pin.type === uid && [locale, ALL_LOCALES].includes(pin.locale))
          .map((pin) => pin.documentId),
      ];
      cards.push(...(await findCards(strapi, uid, locale, [...new Set(ids)].slice(0, 500))));
    }
    return cards;
  }

  /** Sections whose pages, and fronts, have a block that draws on a section that may show the story. */
  async function drawing(sources: string[], locale: string) {
    const concepts = createConcepts(strapi, locale);
    const sections = await concepts.all('section');
    await concepts.load(sections.map((section) => ({ kind: 'site', id: section.data.siteId })));
    const draws = (kind: 'story' | 'front') => (section: Concept<'section'>) => {
      const site = concepts.get('site', section.data.siteId);
      const layout = findLayout(kind, newsroom.config, section, site);
      return sources.some((id) => layout.blocks.some((block) => drawsOn(block, id, section.documentId)));
    };
    return { concepts, pages: sections.filter(draws('story')), fronts: sections.filter(draws('front')) };
  }

  async function isNearTop(card: Card): Promise<boolean> {
    if (!card.sectionId) return false;
    const query = { locales: [card.locale], types: [card.type], sectionId: card.sectionId };
    // Stories that were sent down or pinned leave their places to those behind them.
    const newest = await newestCards(strapi, query, SLACK + 2 * MAX_BOARD);
    return newest.some((one) => one.documentId === card.documentId);
  }

  async function storyPages(card: Card, locale: string, candidates: Card[], until: number): Promise<Found> {
    const pages: StandingPage[] = [];
    let reached = 0;
    for (const candidate of candidates.slice(0, MAX_FILLED)) {
      if (Date.now() > until) break;
      reached += 1;
      const full = await findCard(strapi, candidate);
      if (!full) continue;
      const filled = await fillStoryPage(request(locale, card.type), full);
      const blocks = filled.blocks
        .filter((block) => shows(block, card.documentId))
        .map((block) => toAnswer(block).type);
      const own = full.documentId === card.documentId;
      if (!own && blocks.length === 0) continue;
      const { documentId, title, url } = filled.story;
      pages.push({
        page: 'story',
        kind: null,
        documentId,
        title,
        url,
        locale: locale || null,
        blocks: own ? ['story', ...blocks] : blocks,
      });
    }
    return { pages, unsure: candidates.length - reached };
  }

  async function fronts(card: Card, locale: string, subjects: [FrontKind, string][], until: number): Promise<Found> {
    const pages: StandingPage[] = [];
    let reached = 0;
    for (const [kind, id] of subjects) {
      if (Date.now() > until) break;
      reached += 1;
      const filled = await front({
        ...request(locale, card.type),
        kind,
        named: id,
        page: 1,
        pageSize: FRONT_SIZE,
      }).catch(() => null);
      if (!filled) continue;
      const blocks = filled.blocks
        .filter((block) => shows(block, card.documentId))
        .map((block) => toAnswer(block).type);
      const listed = filled.teasers.some((teaser) => teaser.documentId === card.documentId);
      if (!listed && blocks.length === 0) continue;
      pages.push({
        page: 'front',
        kind,
        documentId: id,
        title: filled.subject.name,
        url: null,
        locale: locale || null,
        blocks: listed ? ['teasers', ...blocks] : blocks,
      });
    }
    return { pages, unsure: subjects.length - reached };
  }

  async function standingIn(card: Card, locale: string, external: CardKey[], until: number) {
    const pinning = (await sectionsPinning(strapi, card, now().getTime()))
      .filter((board) => board.locale === locale)
      .map(({ sectionId }) => sectionId);
    const sources = [...new Set([...(card.sectionId ? [card.sectionId] : []), ...pinning])];
    const { concepts, pages: sections, fronts: drawnFronts } = await drawing(sources, locale);
    const candidates = new Map<string, Card>([[card.documentId, card]]);
    for (const one of await linking(card, locale, external)) candidates.set(one.documentId, one);
    let more = 0;
    if (pinning.length > 0 || (await isNearTop(card))) {
      for (const section of sections) {
        const query = { locales: [card.locale], types: [card.type], sectionId: section.documentId };
        const cards = await newestCards(strapi, query, MAX_FILLED + 1);
        for (const one of cards) candidates.set(one.documentId, one);
        if (cards.length > MAX_FILLED) more += 1;
      }
    }
    const found = await storyPages(card, locale, [...candidates.values()], until);
    const subjects: [FrontKind, string][] = [
      ...sources.map((id): [FrontKind, string] => ['section', id]),
      ...drawnFronts
        .filter(({ documentId }) => !sources.includes(documentId))
        .map(({ documentId }): [FrontKind, string] => ['section', documentId]),
      ...card.topicIds.map((id): [FrontKind, string] => ['topic', id]),
      ...card.credits.flatMap(({ authorId }): [FrontKind, string][] => (authorId ? [['author', authorId]] : [])),
    ];
    // A site's front layout is that of its topics' and authors' fronts too.
    if (drawnFronts.length > 0) {
      for (const kind of ['topic', 'author'] as const) {
        const named = new Set(subjects.map(([, id]) => id));
        const others = (await concepts.all(kind)).filter(({ documentId }) => !named.has(documentId));
        subjects.push(...others.slice(0, MAX_FRONTS).map(({ documentId }): [FrontKind, string] => [kind, documentId]));
        more += Math.max(0, others.length - MAX_FRONTS);
      }
    }
    const onFronts = await fronts(card, locale, subjects, until);
    const pages = [...found.pages, ...onFronts.pages];
    const section = card.sectionId ? concepts.get('section', card.sectionId) : null;
    return { pages, unsure: found.unsure + onFronts.unsure + more, section };
  }

  /** Languages whose stories may link to those of another. */
  const borrowers = (locale: string) =>
    Object.entries(newsroom.config.related.borrow).flatMap(([borrower, sources]) =>
      locale !== '' && sources.includes(locale) ? [borrower] : []
    );

  /** The receipt: what readers saw of the story until now. A story that is not live stands nowhere. */
  return async function standing(uid: string, documentId: string): Promise<Receipt> {
    const rows: { locale: string }[] = await table(strapi, await sqlNow(strapi), TABLES.cards)
      .where({ type: uid, document_id: documentId })
      .select('locale');
    // The desk reads its own language first.
    const first = await defaultLocale(strapi);
    rows.sort((a, b) => Number(b.locale === first) - Number(a.locale === first) || (a.locale < b.locale ? -1 : 1));
    const { external, textLinks } = await findLeading(strapi, newsroom, { type: uid, documentId });
    const pages: StandingPage[] = [];
    const sections = new Map<string, string>();
    let unsure = 0;
    const until = Date.now() + newsroom.configured.holds.receiptSeconds * 1_000;
    // An own link may lead to a language that is not that of its page.
    const foreign = new Set(external.map(({ locale }) => locale).filter((locale) => locale !== ''));
    for (const { locale } of rows) foreign.delete(locale);
    // A story without languages stands on the pages of all.
    const everywhere = newsroom.isLocalized(uid) ? [] : await appLocales(strapi);
    const places = rows.flatMap(({ locale }) =>
      (everywhere.length > 0 ? everywhere : [locale]).map((page) => ({ locale, page }))
    );
    for (const { locale, page } of places) {
      const card = await findCard(strapi, { type: uid, documentId, locale });
      if (!card) continue;
      const found = await standingIn(card, page, external, until);
      pages.push(...found.pages);
      unsure += found.unsure;
      for (const borrower of new Set([...borrowers(locale), ...(newsroom.isLocalized(uid) ? foreign : [])])) {
        // It shows the story once, in whichever of its languages.
        foreign.delete(borrower);
        const borrowed = await storyPages(card, borrower, await linking(card, borrower, external), until);
        pages.push(...borrowed.pages);
        unsure += borrowed.unsure;
      }
      if (found.section && !sections.has(found.section.documentId))
        sections.set(found.section.documentId, found.section.name);
    }
    const blocks = new Map<string, number>();
    for (const page of pages) for (const type of page.blocks) blocks.set(type, (blocks.get(type) ?? 0) + 1);
    return {
      blocks: [...blocks].map(([type, count]) => ({ type, pages: count })),
      sections: [...sections].map(([id, name]) => ({ documentId: id, name })),
      pages: { total: pages.length + unsure, exact: unsure === 0, named: pages.slice(0, MAX_NAMED) },
      textLinks,
    };
  };
}

export type Standing = ReturnType<typeof createStanding>;
