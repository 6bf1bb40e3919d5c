import type { Core } from '@strapi/strapi';
import { invalid, notFound, parse } from '@wiredesk/strapi-kit/server';
import { z } from 'zod';
import { type FilledBlock, type LinkKind, MAX_LIMIT } from '../../../shared/src';
import type { Assembly } from '../assemble';
import { bylineOf, datelineOf } from '../cards';
import { limitArgument, nameQuery } from '../lib/query';
import { listRails, type Reader } from '../pages';
import { type Entry, loadStory, relatedOf, type StoryRequest, teaserOf } from '../stories';
import { callerFor, type GraphqlContext, requestFor } from './context';
import { type Asking, namingArgs, type PageFields } from './page-fields';
import { sectionTeasers } from './section-teasers';
import type { OurTypes } from './types';

const linksArgs = z.object({
  limit: limitArgument,
  kinds: z.array(z.enum(['story', 'landing', 'external'])).nullish(),
});
const teasersArgs = z.object({ limit: limitArgument, exclude: z.array(nameQuery).max(500).nullish() });
const railsArgs = z.object({ limit: limitArgument, sections: z.array(nameQuery).min(1).max(MAX_LIMIT) });
const name = nameQuery.nullish();
const idArgs = z.object({ documentId: name });
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
/** @example oneOf(['section', 'topic', 'author']) // → 'section, topic or author' */
const oneOf = (names: readonly string[]) => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');

/** The resolvers of our fields, each a thin call of what REST calls too. */
export function createResolvers(strapi: Core.Strapi, assembly: Assembly, types: BlockTypes, pages: PageFields) {
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

  const pageQuery =
    (asking: readonly Asking[]) =>
    async (_root: unknown, args: { locale?: string | null }, context: GraphqlContext) => {
      const found = asking.flatMap(({ kind, field }) => {
        const asked = field.ask(args);
        return asked ? { kind, asked } : [];
      });
      if (found.length !== 1) {
        const naming = namingArgs(asking);
        throw invalid(`${oneOf(naming)}: name one of them`, [naming[0]]);
      }
      const [{ kind, asked }] = found;
      const request = await requestFor(strapi, assembly, context, args.locale);
      const fill = async () => {
        const page = await kind.fill(request, asked);
        return { ...kind.toData(page, request.caller), ...kind.toMeta?.(page) };
      };
      const data = await request.keep(['page', kind.name, asked], fill, jsonSize);
      return { ...data, blocks: blocks(data.blocks), ...metaOf(request) };
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
    ...Object.fromEntries([...pages].map(([name, asking]) => [name, pageQuery(asking)])),
  };
  return { storyFields, sectionFields, queries };
}
