import type { Core } from '@strapi/strapi';
import { appLocales, defaultLocale, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { Receipt, StandingPage } from '../../../../shared/src';
import { allSeeing } from '../../access/caller';
import type { BlockRegistry, Problems } from '../../blocks';
import { type Card, type CardKey, findCard } from '../../cards';
import { TABLES } from '../../db';
import type { Newsroom } from '../../newsroom';
import {
  type Appearances,
  type Candidates,
  type FilledPage,
  type PageAsked,
  type PageKind,
  placeOf,
} from '../kinds/page-kind';
import { findLeading } from './leading';
import { shownOn } from './shown-on';
import { sightingOf, storiesNaming } from './sighting';

const MAX_NAMED = 100;

export interface StandingPorts {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  /** Kinds of page. */
  kinds: { all(): readonly PageKind[] };
  registry: BlockRegistry;
  problems: Problems;
  now(): Date;
}

interface Found {
  pages: StandingPage[];
  /** Pages that were not filled, and may show the story. */
  unsure: number;
}

/** A page that may show a story. */
interface Candidate {
  kind: PageKind;
  of: Appearances<PageAsked, FilledPage>;
  asked: PageAsked;
}

/** Pages of all kinds, the surest first. */
interface Asked {
  candidates: Candidate[];
  /** How many more there are. */
  more: number;
}

const NONE: Candidates<PageAsked> = { likely: [], possible: [], more: 0 };

/** Finds where a story stands now: its own page, pages that link to it, pages and fronts whose blocks draw on its section. */
export function createStanding(ports: StandingPorts) {
  const { strapi, newsroom, kinds, registry, problems, now } = ports;
  const appearing = () => kinds.all().flatMap((kind) => (kind.appearances ? { kind, of: kind.appearances } : []));

  async function candidatesOf(
    ask: (
      kind: PageKind,
      of: Appearances<PageAsked, FilledPage>
    ) => Candidates<PageAsked> | Promise<Candidates<PageAsked>>
  ): Promise<Asked> {
    const likely: Candidate[] = [];
    const possible: Candidate[] = [];
    let more = 0;
    for (const { kind, of } of appearing()) {
      const found = await ask(kind, of);
      likely.push(...found.likely.map((asked) => ({ kind, of, asked })));
      possible.push(...found.possible.map((asked) => ({ kind, of, asked })));
      more += found.more;
    }
    return { candidates: [...likely, ...possible], more };
  }

  /** Those of the candidates that show the story, by kind. A page that cannot be filled is one that may. */
  async function among(card: Card, locale: string, { candidates, more }: Asked, until: number): Promise<Found> {
    const pages = new Map<PageKind, StandingPage[]>(kinds.all().map((kind) => [kind, []]));
    const caller = allSeeing(newsroom, [card.type]);
    let unsure = more;
    for (const { kind, of, asked } of candidates) {
      if (Date.now() > until) {
        unsure += 1;
        continue;
      }
      const request = { strapi, newsroom, registry, problems, locale, now: now(), caller };
      try {
        const shown = await shownOn(kind, request, asked, card.documentId);
        if (!shown || shown.blocks.length === 0) continue;
        const { blocks } = shown;
        pages.get(kind)?.push({ ...placeOf(kind), ...of.name(shown.page), locale: locale || null, blocks });
      } catch (error) {
        strapi.log.warn(`story-blocks: a page of the kind "${kind.name}" cannot be filled: ${error}`);
        unsure += 1;
      }
    }
    return { pages: [...pages.values()].flat(), unsure };
  }

  async function standingIn(card: Card, locale: string, external: CardKey[], until: number) {
    const { drawingBy, section, ...sighting } = await sightingOf(ports, card, locale, external);
    const found = await candidatesOf((kind, of) => of.candidates({ ...sighting, drawing: drawingBy(kind.layout) }));
    return { ...(await among(card, locale, found, until)), section };
  }

  /** On pages of another language, whose stories link to it. */
  async function standingAbroad(card: Card, locale: string, external: CardKey[], until: number): Promise<Found> {
    const linking = await storiesNaming(ports, card, locale, external);
    const found = await candidatesOf((_kind, of) => of.inOtherLanguage?.({ linking }) ?? NONE);
    return among(card, locale, found, until);
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
        const borrowed = await standingAbroad(card, borrower, external, until);
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
