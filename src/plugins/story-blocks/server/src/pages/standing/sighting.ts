import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import { ALL_LOCALES, MAX_BOARD } from '../../../../shared/src';
import {
  type Card,
  type CardKey,
  type Concept,
  createConcepts,
  findCards,
  type LayoutBlock,
  newestCards,
} from '../../cards';
import { sectionsPinning } from '../../curation/board';
import { storiesPinning } from '../../curation/pins';
import type { LayoutName, Newsroom } from '../../newsroom';
import { storiesLinking } from '../../related';
import { findLayout } from '../find-layout';
import type { Sighting } from '../kinds/page-kind';

/** Stories that a page may have shown already when a block looks further down its section. */
const SLACK = 60;

export interface SightingPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  now(): Date;
}

/** Whether a block's settings draw on a section: named anywhere in them, or the page's own where none is named. */
function drawsOn(block: LayoutBlock, sectionId: string, own: string | null): boolean {
  if (JSON.stringify(block).includes(JSON.stringify(sectionId))) return true;
  return own === sectionId && block.__component.endsWith('section-teaser') && !block.section;
}

async function isNearTop(strapi: Core.Strapi, card: Card): Promise<boolean> {
  if (!card.sectionId) return false;
  const query = { locales: [card.locale], types: [card.type], sectionId: card.sectionId };
  // Stories that were sent down or pinned leave their places to those behind them.
  const newest = await newestCards(strapi, query, SLACK + 2 * MAX_BOARD);
  return newest.some((one) => one.documentId === card.documentId);
}

/**
 * Stories whose links or pins name a story, as they are on pages in a language.
 *
 * @param external - Stories whose own links lead to it.
 */
export async function storiesNaming(
  { strapi, newsroom, now }: SightingPorts,
  key: CardKey,
  page: string,
  external: CardKey[]
): Promise<Card[]> {
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

/** What may bring a story onto pages of all kinds. */
export interface StorySighting extends Omit<Sighting, 'drawing'> {
  /** What `drawing` is for kinds with this layout; found out once. */
  drawingBy(layout: LayoutName): Concept<'section'>[];
  /** The story's section, where it has one. */
  section: Concept<'section'> | null;
}

/** Finds what may bring a story onto pages in a language. */
export async function sightingOf(
  ports: SightingPorts,
  card: Card,
  locale: string,
  external: CardKey[]
): Promise<StorySighting> {
  const { strapi, newsroom, now } = ports;
  const pinning = (await sectionsPinning(strapi, card, now().getTime()))
    .filter((board) => board.locale === locale)
    .map(({ sectionId }) => sectionId);
  const listing = [...new Set([...(card.sectionId ? [card.sectionId] : []), ...pinning])];
  const concepts = createConcepts(strapi, locale);
  const sections = await concepts.all('section');
  await concepts.load(sections.map((section) => ({ kind: 'site', id: section.data.siteId })));
  const drawing = new Map<LayoutName, Concept<'section'>[]>();
  function drawingBy(layout: LayoutName): Concept<'section'>[] {
    const known = drawing.get(layout);
    if (known) return known;
    const found = sections.filter((section) => {
      const site = concepts.get('site', section.data.siteId);
      const { blocks } = findLayout(layout, newsroom.config, section, site);
      return listing.some((id) => blocks.some((block) => drawsOn(block, id, section.documentId)));
    });
    drawing.set(layout, found);
    return found;
  }
  return {
    strapi,
    newsroom,
    card,
    locale,
    listing,
    linking: await storiesNaming(ports, card, locale, external),
    isNearTop: pinning.length > 0 || (await isNearTop(strapi, card)),
    drawingBy,
    all: concepts.all,
    section: concepts.get('section', card.sectionId),
  };
}
