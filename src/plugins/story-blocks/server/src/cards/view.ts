import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import {
  firstParagraphText,
  type Image,
  openingParagraph,
  type StoryView,
  standAlone,
  type Teaser,
  withoutDateline,
} from '../../../shared/src';
import { readUrlPattern } from '../addresses';
import { createTags, type Tags } from '../delivery/tags';
import type { Newsroom } from '../newsroom';
import type { Card, FullCard } from './card';
import type { Concept } from './concept';
import { type ConceptRef, type Concepts, createConcepts, type ReadingOf } from './find-concepts';
import { pictureAddresses, shownBody, shownPicture } from './pictures';
import { type CreditText, type PlaceText, type TextService, textService } from './text-service';

/** What turns cards into what readers see: one language, one style, the concepts that the cards name. */
export interface ViewContext {
  newsroom: Newsroom;
  concepts: Concepts;
  text: TextService;
  /** Language of the page; BCP 47. */
  locale: string;
  /** Style of datelines and bylines: the serving site's, or one that the caller names. */
  style: string;
  /** The site of what has none of its own, as configured. */
  fallbackSite: Concept<'site'> | null;
  /** What the answer that it is made for depends on. */
  tags: Tags;
  /** The same in another language, made once for all that ask. */
  inLanguage(locale: string): Promise<ViewContext>;
}

/** A view in one language; the style is the configured one until a site is known. */
export async function createView(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  locale: string,
  reading: ReadingOf = {}
): Promise<ViewContext> {
  const tags = reading.tags ?? createTags();
  const concepts = createConcepts(strapi, locale, { ...reading, tags });
  const { defaultSite, datelineStyle } = newsroom.config;
  const fallbackSite = defaultSite ? await concepts.find('site', defaultSite) : null;
  const others = new Map<string, Promise<ViewContext>>();
  return {
    newsroom,
    concepts,
    text: textService(strapi),
    locale,
    style: datelineStyle,
    fallbackSite,
    tags,
    inLanguage(other) {
      const view = others.get(other) ?? createView(strapi, newsroom, other, { ...reading, tags });
      others.set(other, view);
      return view;
    },
  };
}

/** How much of a card is shown: each with what those before it have. */
const PARTS = ['address', 'dateline', 'image', 'byline'] as const;
export type Shown = (typeof PARTS)[number];

function refsOf(card: Card, upTo: number): ConceptRef[] {
  const refs: ConceptRef[] = [{ kind: 'section', id: card.sectionId }];
  if (upTo >= 1) refs.push({ kind: 'source', id: card.sourceId });
  if (upTo >= 1) for (const id of card.placeIds) refs.push({ kind: 'place', id });
  if (upTo >= 2) refs.push({ kind: 'image', id: card.imageId });
  if (upTo >= 3) for (const { authorId } of card.credits) refs.push({ kind: 'author', id: authorId });
  return refs;
}

/** Reads concepts that a view shows, and says so: of what others ask for with the same concepts it does not know. */
export async function loadConcepts({ concepts, tags }: ViewContext, refs: readonly ConceptRef[]): Promise<void> {
  for (const { kind, id } of refs) if (id) tags.shows(kind, id);
  await concepts.load(refs);
}

/**
 * Reads what the cards' views need, in two statements at most however many cards there are.
 *
 * @param shown - The most that is shown of each: its address and kicker; its dateline; its picture, as a teaser has it;
 *   its byline.
 */
export async function loadForViews(context: ViewContext, cards: Card[], shown: Shown = 'byline'): Promise<void> {
  const { concepts } = context;
  const upTo = PARTS.indexOf(shown);
  await loadConcepts(
    context,
    cards.flatMap((card) => refsOf(card, upTo))
  );
  const siteOf = (card: Card) => concepts.get('section', card.sectionId)?.data.siteId ?? null;
  await loadConcepts(
    context,
    cards.map((card) => ({ kind: 'site', id: siteOf(card) }))
  );
}

const orUndefined = <T>(value: T | null): T | undefined => value ?? undefined;

function placesOf({ concepts }: ViewContext, card: Card): PlaceText[] {
  return card.placeIds.flatMap((id) => {
    const place = concepts.get('place', id);
    if (!place?.name) return [];
    const { region, country, timezone, standsAlone, names } = place.data;
    return [
      {
        city: place.name,
        region: orUndefined(region),
        country: orUndefined(country),
        timezone: orUndefined(timezone),
        standsAlone,
        names: names.map((name) => ({ ...name, region: orUndefined(name.region) })),
      },
    ];
  });
}

/** Where, by which source and when: null where the story names no place. */
export function datelineOf(context: ViewContext, card: Card): string | null {
  if (card.placeIds.length === 0) return null;
  const { placeIds, sourceId, datelineDate, datedAt } = card;
  const key = `dateline ${context.style} ${placeIds.join(',')} ${sourceId} ${datelineDate ?? datedAt}`;
  return context.concepts.text(key, () => writeDateline(context, card));
}

function writeDateline(context: ViewContext, card: Card): string | null {
  const places = placesOf(context, card);
  if (places.length === 0) return null;
  const source = context.concepts.get('source', card.sourceId);
  const dateline = context.text.formatDateline(
    {
      places,
      source: source?.data.code ?? undefined,
      date: card.datelineDate ?? context.text.localDate(card.datedAt, places[0].timezone) ?? undefined,
    },
    { style: context.style, locale: context.locale }
  );
  return dateline.trim() || null;
}

/** Texts' own datelines, by all that tells them: reading one takes a millisecond or more. */
const leading = new LRUCache<string, { line: string | null }>({ max: 20_000 });
/** No dateline is longer, in code units. */
const LONGEST_DATELINE = 300;

/**
 * The dateline that a text of the story begins with although its fields have one, so that readers see one of them.
 *
 * @param name - Which of the story's texts it is.
 * @returns As it stands there; null where the fields have none, which leaves the text its own.
 */
export function ownDatelineOf(
  context: ViewContext,
  card: Card,
  name: 'summary' | 'lead' | 'body',
  text: () => string | null | undefined
): string | null {
  if (datelineOf(context, card) === null) return null;
  const places = placesOf(context, card);
  const locale = card.locale || context.locale;
  const cities = places.flatMap(({ city, names = [] }) => [city, ...names.map((other) => other.city)]);
  const read = () => text()?.slice(0, LONGEST_DATELINE) ?? '';
  const key = JSON.stringify([name, locale, cities, card.fingerprint ?? read()]);
  const known = leading.get(key) ?? { line: context.text.leadingDateline(read(), { locale, places }) };
  leading.set(key, known);
  return known.line;
}

/** The dateline for where no text follows it. */
export function datelineAloneOf(context: ViewContext, card: Card): string | null {
  const dateline = datelineOf(context, card);
  return dateline !== null && context.text.datelineRunsIn(context.style) ? standAlone(dateline) : dateline;
}

/**
 * The dateline for where a text may follow it.
 *
 * @param isFollowed - Whether there is such a text, and one that begins as a line does.
 */
export function datelineBefore(
  context: ViewContext,
  card: Card,
  isFollowed: boolean
): Pick<Teaser, 'dateline' | 'datelineRunsIn'> {
  const dateline = datelineOf(context, card);
  const datelineRunsIn = isFollowed && dateline !== null && context.text.datelineRunsIn(context.style);
  return { dateline: datelineRunsIn ? dateline : datelineAloneOf(context, card), datelineRunsIn };
}

/** Who wrote it, else the label that stands for nobody in particular. */
export function bylineOf(context: ViewContext, card: Card): string | null {
  const credits = card.credits.flatMap((credit): CreditText[] => {
    const author = context.concepts.get('author', credit.authorId);
    const name = author?.name || credit.name;
    if (!name) return [];
    return [
      {
        name,
        familyName: orUndefined(author?.data.familyName ?? null),
        location: orUndefined(credit.location),
        role: orUndefined(credit.role),
      },
    ];
  });
  if (credits.length === 0) return card.bylineLabel;
  return (
    context.text.formatByline(credits, { style: context.style, locale: context.locale }).trim() || card.bylineLabel
  );
}

export function kickerOf({ concepts }: ViewContext, card: Card): string | null {
  const section = concepts.get('section', card.sectionId);
  return section ? section.data.label || section.name || null : null;
}

/** The site where a story lives: its section's, else the configured one. */
export function homeSite({ concepts, fallbackSite }: ViewContext, card: Card): Concept<'site'> | null {
  const section = concepts.get('section', card.sectionId);
  return (section && concepts.get('site', section.data.siteId)) ?? fallbackSite;
}

/** Fills `{section}` and the like; an empty one falls away with its slash. */
export function fillPattern(pattern: string, values: Record<string, string | null>): string {
  const filled = pattern.replace(/\/?\{(\w+)\}/g, (place, key: string) => {
    if (!(key in values)) return place;
    const value = values[key];
    return value ? place.replace(`{${key}}`, () => encodeURIComponent(value)) : '';
  });
  return filled.startsWith('/') ? filled : `/${filled}`;
}

/** The story's address: its home site's `url` and `urlPattern`. A path alone where no site is known; null without a slug. */
export function urlOf(context: ViewContext, card: Card): string | null {
  if (!card.slug) return null;
  const site = homeSite(context, card);
  const section = context.concepts.get('section', card.sectionId);
  const pattern = readUrlPattern(site?.data.urlPattern ?? null) ?? context.newsroom.config.urlPatterns.story;
  const path = fillPattern(pattern, {
    section: section?.slug ?? null,
    slug: card.slug,
    locale: card.locale || null,
    documentId: card.documentId,
  });
  return `${site?.data.url ?? ''}${path}`;
}

export function imageOf({ concepts, newsroom }: ViewContext, card: Card): Image | null {
  const image = concepts.get('image', card.imageId)?.data;
  return image ? shownPicture(image, pictureAddresses(newsroom.serverUrl)) : null;
}

export function toStoryView(context: ViewContext, card: FullCard): StoryView {
  const source = context.concepts.get('source', card.sourceId);
  const bodyDateline = ownDatelineOf(context, card, 'body', () => firstParagraphText(card.body));
  return {
    documentId: card.documentId,
    locale: card.locale || null,
    title: card.title,
    slug: card.slug,
    kicker: kickerOf(context, card),
    byline: bylineOf(context, card),
    ...datelineBefore(context, card, openingParagraph(withoutDateline(card.body, bodyDateline)) >= 0),
    bodyDateline,
    url: urlOf(context, card),
    summary: card.summary,
    body: shownBody(card.body, pictureAddresses(context.newsroom.serverUrl)),
    filedAt: card.filedAt,
    firstPublishedAt: card.firstPublishedAt,
    priority: card.priority,
    source: source ? { code: source.data.code ?? source.name, name: source.name } : null,
    image: imageOf(context, card),
  };
}

/** A teaser without its excerpt, which depends on where it stands, and with a dateline that stands alone. */
export type TeaserFrame = Omit<Teaser, 'excerpt' | 'truncated' | 'datelineRunsIn'>;

export function toTeaserFrame(context: ViewContext, card: Card): TeaserFrame {
  return {
    documentId: card.documentId,
    kicker: kickerOf(context, card),
    title: card.title,
    slug: card.slug,
    dateline: datelineAloneOf(context, card),
    url: urlOf(context, card),
    filedAt: card.filedAt,
    firstPublishedAt: card.firstPublishedAt,
    image: imageOf(context, card),
  };
}
