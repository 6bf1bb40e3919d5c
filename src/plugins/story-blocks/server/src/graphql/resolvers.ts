import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type FilledBlock, type LinkKind, MAX_LIMIT } from '../../../shared/src';
import type { Assembly } from '../assemble';
import { bylineOf, datelineOf } from '../cards';
import { currentGeneration } from '../db';
import { invalid } from '../http/errors';
import { nameQuery, parse } from '../http/query';
import {
  createPage,
  type FrontKind,
  front,
  listRails,
  listRelated,
  listTeasers,
  storyPage,
  toFrontData,
  toPagination,
  toStoryPageData,
} from '../pages';
import type { AnyBlock } from '../registry';
import { relatedLinks } from '../related';
import { defaultCut, toTeaser } from '../teasers';
import { callerFor, type GraphqlContext, limitArgument, requestFor } from './context';
import { type Entry, loadersFor } from './stories';
import { BLOCK_TYPES, GENERIC_BLOCK } from './type-defs';

const linksArgs = z.object({
  limit: limitArgument,
  kinds: z.array(z.enum(['story', 'landing', 'external'])).nullish(),
});
const teasersArgs = z.object({ limit: limitArgument, exclude: z.array(nameQuery).max(500).nullish() });
const railsArgs = z.object({ limit: limitArgument, sections: z.array(nameQuery).min(1).max(MAX_LIMIT) });
const name = nameQuery.nullish();
const idArgs = z.object({ documentId: name, slug: name, site: name, type: name });
const pageArgs = z.object({
  section: name,
  topic: name,
  author: name,
  site: name,
  page: z.int().min(1, 'must be at least 1').max(100_000).nullish(),
  pageSize: limitArgument,
  date: z.iso.date('must be a day such as 2026-04-22').nullish(),
});

const ALL_KINDS: LinkKind[] = ['external', 'story', 'landing'];
const PAGE_SIZE = 20;

/** A filled block as its GraphQL type: ours, one that the block names, else the generic one. */
function toBlock(block: FilledBlock, graphqlTypeOf: (type: string) => string | undefined) {
  const known = BLOCK_TYPES[block.type] ?? graphqlTypeOf(block.type);
  if (known) return { ...block, __typename: known };
  const { type, ...data } = block;
  return { __typename: GENERIC_BLOCK, type, data };
}

/** The resolvers of our fields, each a thin call of what REST calls too. */
export function createResolvers(strapi: Core.Strapi, assembly: Assembly, typeOf: (block: AnyBlock) => string) {
  const { desk, registry } = assembly;
  const graphqlTypes = new Map(
    registry.all().flatMap((block) => (block.graphql ? [[typeOf(block), block.graphql.type] as const] : []))
  );
  const blocks = (filled: FilledBlock[]) => filled.map((block) => toBlock(block, (type) => graphqlTypes.get(type)));

  async function loaded(uid: string, entry: Entry, context: GraphqlContext) {
    const loaders = loadersFor(strapi, assembly, context, uid, entry);
    return { loaders, story: await loaders.story.load(entry.documentId) };
  }

  const storyFields = (uid: string) => ({
    [desk.newsroom.graphql.relatedLinks]: async (entry: Entry, args: unknown, context: GraphqlContext) => {
      const { limit, kinds } = parse(linksArgs, args);
      const caller = await callerFor(strapi, assembly, context);
      const { loaders, story } = await loaded(uid, entry, context);
      if (!story) return [];
      const { card, view, site, section } = story;
      const request = { strapi, desk, caller, locale: view.locale, now: assembly.now() };
      const page = createPage(request, { view, site, section, story: { ...card, body: [] } });
      const wanted = kinds ?? ALL_KINDS;
      const stories = wanted.includes('story') ? await loaders.links.load(card) : [];
      return relatedLinks(strapi, card, page, {
        kinds: wanted,
        limit: limit ?? desk.newsroom.blocks.relatedLimit,
        stories,
      });
    },
    [desk.newsroom.graphql.bylineText]: async (
      entry: Entry,
      { style }: { style?: string | null },
      context: GraphqlContext
    ) => {
      const { story } = await loaded(uid, entry, context);
      return story && bylineOf({ ...story.view, style: style ?? story.view.style }, story.card);
    },
    [desk.newsroom.graphql.datelineText]: async (
      entry: Entry,
      { style }: { style?: string | null },
      context: GraphqlContext
    ) => {
      const { story } = await loaded(uid, entry, context);
      return story && datelineOf({ ...story.view, style: style ?? story.view.style }, story.card);
    },
    [desk.newsroom.graphql.teaser]: async (entry: Entry, _args: unknown, context: GraphqlContext) => {
      const { story } = await loaded(uid, entry, context);
      return story && toTeaser(story.view, story.card, defaultCut(story.view));
    },
  });

  const sectionFields = {
    [desk.newsroom.graphql.teasers]: async (
      entry: Entry,
      args: { limit?: number | null; exclude?: string[] | null },
      context: GraphqlContext
    ) => {
      const { limit } = parse(teasersArgs, args);
      const request = await requestFor(strapi, assembly, context, entry.locale);
      return listTeasers(request, {
        section: entry.documentId,
        limit: limit ?? undefined,
        exclude: args.exclude ?? undefined,
      });
    },
  };

  const queries = {
    [desk.newsroom.graphql.relatedLinks]: async (
      _root: unknown,
      args: { documentId: string; limit?: number | null; kinds?: LinkKind[] | null; locale?: string | null },
      context: GraphqlContext
    ) => {
      parse(idArgs, args);
      const { limit, kinds } = parse(linksArgs, args);
      const request = await requestFor(strapi, assembly, context, args.locale);
      return listRelated(request, {
        documentId: args.documentId,
        limit: limit ?? undefined,
        kinds: kinds ?? undefined,
      });
    },
    [desk.newsroom.graphql.headlineRails]: async (
      _root: unknown,
      args: { sections: string[]; limit?: number | null; locale?: string | null },
      context: GraphqlContext
    ) => {
      const { limit } = parse(railsArgs, args);
      const request = await requestFor(strapi, assembly, context, args.locale);
      return listRails(request, { sections: args.sections, limit: limit ?? undefined });
    },
    [desk.newsroom.graphql.storyPage]: async (
      _root: unknown,
      args: {
        documentId?: string | null;
        slug?: string | null;
        site?: string | null;
        type?: string | null;
        locale?: string | null;
      },
      context: GraphqlContext
    ) => {
      parse(idArgs, args);
      if (!args.documentId && !args.slug) throw invalid('documentId or slug: name the story', ['documentId']);
      const request = await requestFor(strapi, assembly, context, args.locale);
      const generation = await currentGeneration(strapi);
      const page = await storyPage({
        ...request,
        documentId: args.documentId ?? undefined,
        slug: args.slug ?? undefined,
        site: args.site ?? undefined,
        type: args.type ?? undefined,
      });
      const data = toStoryPageData(page, request.caller);
      return { ...data, blocks: blocks(data.blocks), locale: request.locale || null, generation };
    },
    [desk.newsroom.graphql.front]: async (
      _root: unknown,
      args: Partial<Record<FrontKind | 'site' | 'locale' | 'date', string | null>> & {
        page?: number | null;
        pageSize?: number | null;
      },
      context: GraphqlContext
    ) => {
      const { page, pageSize, date } = parse(pageArgs, args);
      const named = (['section', 'topic', 'author'] as const).filter((kind) => args[kind]);
      if (named.length !== 1) throw invalid('section, topic or author: name one of them', ['section']);
      const [kind] = named;
      const request = await requestFor(strapi, assembly, context, args.locale);
      const generation = await currentGeneration(strapi);
      const pages = { page: page ?? 1, pageSize: pageSize ?? PAGE_SIZE };
      const filled = await front({
        ...request,
        ...pages,
        kind,
        named: args[kind] as string,
        site: args.site ?? undefined,
        date: date ?? undefined,
      });
      const data = toFrontData(filled, request.caller);
      const pagination = toPagination(pages, filled.total);
      return { ...data, blocks: blocks(data.blocks), locale: request.locale || null, generation, pagination };
    },
  };
  return { storyFields, sectionFields, queries };
}
