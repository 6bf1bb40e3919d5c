import type { Core } from '@strapi/strapi';
import { invalid, notFound, parse } from '@wiredesk/strapi-kit/server';
import { z } from 'zod';
import { type FilledBlock, type LinkKind, MAX_LIMIT } from '../../../shared/src';
import type { Assembly } from '../assemble';
import { bylineOf, datelineOf } from '../cards';
import { nameQuery } from '../lib/query';
import {
  FRONT_SIZE,
  type FrontKind,
  front,
  listRails,
  type Reader,
  storyPage,
  toFrontData,
  toPagination,
  toStoryPageData,
} from '../pages';
import { type Entry, loadStory, relatedOf, type StoryRequest, teaserOf } from '../stories';
import { callerFor, type GraphqlContext, limitArgument, requestFor } from './context';
import { sectionTeasers } from './section-teasers';
import type { OurTypes } from './types';

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

type BlockTypes = Pick<OurTypes, 'ofBlock' | 'genericBlock'>;

/** A filled block as its GraphQL type: its own, else the generic one. */
function toBlock(block: FilledBlock, { ofBlock, genericBlock }: BlockTypes) {
  const known = ofBlock.get(block.type);
  if (known) return { ...block, __typename: known };
  const { type, ...data } = block;
  return { __typename: genericBlock, type, data };
}

/** Bytes of an answer that is kept, about. */
const jsonSize = (value: unknown) => JSON.stringify(value).length;
const metaOf = ({ locale, at }: Reader) => ({ locale: locale || null, generation: at.generation.value });
const withoutNulls = <Args extends object>(args: Args) =>
  Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null)) as {
    [Key in keyof Args]?: NonNullable<Args[Key]>;
  };

/** The resolvers of our fields, each a thin call of what REST calls too. */
export function createResolvers(strapi: Core.Strapi, assembly: Assembly, types: BlockTypes) {
  const { newsroom } = assembly;
  const blocks = (filled: FilledBlock[]) => filled.map((block) => toBlock(block, types));

  const storyRequest = async (context: GraphqlContext): Promise<StoryRequest> => ({
    strapi,
    assembly,
    caller: await callerFor(strapi, assembly, context),
    koa: context.koaContext,
  });

  /** A text of a story in its site's style, or in the one that is asked for. */
  const textOf =
    (uid: string, write: typeof bylineOf) =>
    async (entry: Entry, { style }: { style?: string | null }, context: GraphqlContext) => {
      const story = await loadStory(await storyRequest(context), uid, entry);
      return story && write({ ...story.view, style: style ?? story.view.style }, story.card);
    };

  const storyFields = (uid: string) => ({
    [newsroom.config.graphql.relatedLinks]: async (entry: Entry, args: unknown, context: GraphqlContext) =>
      (await relatedOf(await storyRequest(context), uid, entry, parse(linksArgs, args))) ?? [],
    [newsroom.config.graphql.bylineText]: textOf(uid, bylineOf),
    [newsroom.config.graphql.datelineText]: textOf(uid, datelineOf),
    [newsroom.config.graphql.teaser]: async (entry: Entry, _args: unknown, context: GraphqlContext) =>
      teaserOf(await storyRequest(context), uid, entry),
  });

  const sectionFields = {
    [newsroom.config.graphql.teasers]: async (entry: Entry, args: unknown, context: GraphqlContext) => {
      const { limit, exclude } = parse(teasersArgs, args);
      const asked = { locale: entry.locale, limit: limit ?? undefined, exclude: exclude ?? undefined };
      return sectionTeasers(strapi, assembly, context, asked).load(entry.documentId);
    },
  };

  const queries = {
    [newsroom.config.graphql.relatedLinks]: async (
      _root: unknown,
      args: { documentId: string; limit?: number | null; kinds?: LinkKind[] | null; locale?: string | null },
      context: GraphqlContext
    ) => {
      parse(idArgs, args);
      const asked = parse(linksArgs, args);
      const { locale } = await requestFor(strapi, assembly, context, args.locale);
      const request = await storyRequest(context);
      // One after another, since the first type that has the story answers; aliases of one type are read together.
      for (const uid of request.caller.types) {
        // A type without languages is shown in the page's all the same.
        const entry = { documentId: args.documentId, locale, publishedAt: true };
        const links = await relatedOf(request, uid, entry, asked);
        if (links) return links;
      }
      throw notFound('No such story is published');
    },
    [newsroom.config.graphql.headlineRails]: async (
      _root: unknown,
      args: { sections: string[]; limit?: number | null; locale?: string | null },
      context: GraphqlContext
    ) => {
      const { limit } = parse(railsArgs, args);
      const request = await requestFor(strapi, assembly, context, args.locale);
      const { sections } = args;
      return request.keep(
        ['rails', sections, limit],
        () => listRails(request, { sections, limit: limit ?? undefined }),
        jsonSize
      );
    },
    [newsroom.config.graphql.storyPage]: async (
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
      const { documentId, slug, site, type } = withoutNulls(args);
      const fill = async () =>
        toStoryPageData(await storyPage({ ...request, documentId, slug, site, type }), request.caller);
      const data = await request.keep(['page', documentId, slug, site, type], fill, jsonSize);
      return { ...data, blocks: blocks(data.blocks), ...metaOf(request) };
    },
    [newsroom.config.graphql.front]: async (
      _root: unknown,
      args: Partial<Record<FrontKind | 'site' | 'locale' | 'date', string | null>> & {
        page?: number | null;
        pageSize?: number | null;
      },
      context: GraphqlContext
    ) => {
      const { page, pageSize, date } = parse(pageArgs, args);
      const kinds = (['section', 'topic', 'author'] as const).filter((kind) => args[kind]);
      if (kinds.length !== 1) throw invalid('section, topic or author: name one of them', ['section']);
      const [kind] = kinds;
      const request = await requestFor(strapi, assembly, context, args.locale);
      const pages = { page: page ?? 1, pageSize: pageSize ?? FRONT_SIZE };
      const named = args[kind] as string;
      const { site } = withoutNulls(args);
      const day = date ?? undefined;
      const fill = async () => {
        const filled = await front({ ...request, ...pages, kind, named, site, date: day });
        return { data: toFrontData(filled, request.caller), pagination: toPagination(pages, filled.total) };
      };
      const { data, pagination } = await request.keep(['front', kind, named, pages, site, day], fill, jsonSize);
      return { ...data, blocks: blocks(data.blocks), ...metaOf(request), pagination };
    },
  };
  return { storyFields, sectionFields, queries };
}
