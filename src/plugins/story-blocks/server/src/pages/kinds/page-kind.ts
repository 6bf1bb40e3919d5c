import type { Core } from '@strapi/strapi';
import type { ConceptKind } from '@wiredesk/newsroom';
import { parse } from '@wiredesk/strapi-kit/server';
import type { z } from 'zod';
import type { DeliveryRoute, FilledBlock } from '../../../../shared/src';
import type { Caller } from '../../access/caller';
import type { Filled } from '../../blocks';
import type { Card, Concept } from '../../cards';
import type { ContentRoute } from '../../lib/content-route';
import type { LayoutName, Newsroom } from '../../newsroom';
import type { FillRequest } from '../page-request';

/** What every page may be asked with. */
export interface PageAsked {
  locale?: string;
  /** Name or document id of the serving site. */
  site?: string;
  /** Whether the draft is shown instead of what is published: for callers who may preview, and kept by no cache. */
  draft?: boolean;
}

/** What every filled page has. */
export interface FilledPage {
  blocks: Filled[];
}

/** What readers get of every page. */
export interface PageData {
  blocks: FilledBlock[];
}

/** A route of the content API that gives a page. */
export interface PageRoute<Asked extends PageAsked = PageAsked> extends Omit<ContentRoute, 'answer'> {
  /** The controller's method that answers it; of all kinds, each once. */
  handler: string;
  /**
   * What a request asks for.
   *
   * @param params - Of the path, by their names.
   * @throws A 400 for a query that does not fit.
   */
  ask(params: Record<string, string>, query: unknown): Asked;
}

/** States a route with what its query means. */
export const pageRoute = <Query extends z.ZodObject, Asked extends PageAsked>(
  route: Omit<PageRoute<Asked>, 'ask'> & { query: Query },
  ask: (params: Record<string, string>, query: z.output<Query>) => Asked
): PageRoute<Asked> => ({ ...route, ask: (params, query) => ask(params, parse(route.query, query)) });

/** A page by GraphQL. Kinds whose fields have one name share the field, and a query names one of them. */
export interface PageField<Asked> {
  /** A field of `Query`; those of ours may have another name in `config/newsroom`. */
  name: string;
  /** The type of what it gives: its `data`, with what REST gives beside that. */
  type: string;
  /** Arguments beside `locale`, each with its type. */
  args: Record<string, string>;
  /** What a query asks for; null where it names a page of another kind. @throws A 400 for arguments that do not fit. */
  ask(args: Record<string, unknown>): Asked | null;
}

/** A story in a language, and what may bring it onto pages. */
export interface Sighting {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  card: Card;
  /** Language of the pages. */
  locale: string;
  /** Live stories whose links or pins name it. */
  linking: Card[];
  /** Document ids of the sections that list it: its own, and those whose boards pin it. */
  listing: string[];
  /** Whether one of these lists has it so far up that a block may show it. */
  isNearTop: boolean;
  /** Sections that have, in the layout of the kind that is asked, a block that draws on one of `listing`. */
  drawing: Concept<'section'>[];
  /** All of a kind in the language. */
  all<Kind extends ConceptKind>(kind: Kind): Promise<Concept<Kind>[]>;
}

/** Pages of a kind that may show a story: they are filled to be sure. */
export interface Candidates<Asked> {
  /** Pages whose own list or links name the story. */
  likely: Asked[];
  /** Pages whose blocks may have it. */
  possible: Asked[];
  /** How many more there are. */
  more: number;
}

/** How receipts find a story on pages of a kind. */
export interface Appearances<Asked, Page> {
  candidates(sighting: Sighting): Promise<Candidates<Asked>>;
  /** The same on pages of another language, whose stories link to it. Left out, there are none. */
  inOtherLanguage?(sighting: Pick<Sighting, 'linking'>): Candidates<Asked>;
  /** Asks for a page that a receipt names. */
  ask(documentId: string): Asked;
  /** How a receipt names a page. */
  name(page: Page): { documentId: string; title: string; url: string | null };
  /** Parts of a page beside its blocks that show a story. */
  partsWith(page: Page, documentId: string): string[];
}

/**
 * A kind of page: where it is asked for, how it is filled, answered and written as text, and where a story can appear on it.
 *
 * @typeParam Asked - What names one page.
 * @typeParam Page - A page that is filled.
 * @typeParam Data - What readers get of it.
 */
export interface PageKind<
  Asked extends PageAsked = PageAsked,
  Page extends FilledPage = FilledPage,
  Data extends PageData = PageData,
> {
  name: string;
  /** What receipts call its pages. With the subject it names one kind. */
  page: string;
  /** What it is a page of: who may read that is told of the page in receipts. */
  subject: 'story' | ConceptKind;
  /** The layout that its blocks stand in. */
  layout: LayoutName;
  /** How long caches keep it: as answers of this kind. */
  delivery: DeliveryRoute;
  routes: readonly PageRoute<Asked>[];
  graphql?: PageField<Asked>;
  /** What its routes answer. */
  answer: z.ZodObject<{ data: z.ZodObject; meta: z.ZodObject }>;
  /** @throws A 404 where there is no such page. */
  fill(request: FillRequest, asked: Asked): Promise<Page>;
  toData(page: Page, caller: Pick<Caller, 'may'>): Data;
  /** What stands in `meta` beside language and generation. */
  toMeta?(page: Page): Record<string, unknown>;
  /** The text edition. */
  toText(page: Page, caller: Pick<Caller, 'may'>): string;
  appearances?: Appearances<Asked, Page>;
}

/** States a kind of page, whose types then stand behind it. */
export const pageKind = <Asked extends PageAsked, Page extends FilledPage, Data extends PageData>(
  kind: PageKind<Asked, Page, Data>
) => kind;

/** What a receipt calls a page of this kind: `kind` is null where it is the page of a story. */
export const placeOf = ({ page, subject }: Pick<PageKind, 'page' | 'subject'>) => ({
  page,
  kind: subject === 'story' ? null : subject,
});
