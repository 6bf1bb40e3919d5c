import type { Context } from 'koa';
import { z } from 'zod';
import { frontSchema, railSchema, relatedLinkSchema, storyPageSchema, teaserSchema } from '../../../shared/src';

type Handler = string | ((ctx: Context) => unknown);

const listOf = (item: z.ZodType) =>
  z.object({ data: z.array(item), meta: z.object({ locale: z.string().nullable(), generation: z.number() }) });

/**
 * The read routes. What a caller must hold is the permission to find stories, not an action of ours.
 *
 * @param scope - `<story uid>.find` of the one mapped story type. With several it is empty, which lets every caller in,
 *   and the controller gives each only the types that it may find.
 * @param call - Calls a controller's method. Only where a handler is a function does Strapi leave an empty scope empty.
 */
export const pagesRoutes = (scope: string[], call: (name: string) => (ctx: Context) => unknown) => {
  const read = (path: string, name: string, response: z.ZodType) => {
    const handler: Handler = scope.length > 0 ? `pages.${name}` : call(name);
    return { method: 'GET' as const, path, handler, response, config: { auth: { scope } } };
  };
  return [
    read('/pages', 'find', storyPageSchema),
    read('/pages/:documentId', 'findOne', storyPageSchema),
    read('/fronts/sections/:named', 'findSectionFront', frontSchema),
    read('/fronts/topics/:named', 'findTopicFront', frontSchema),
    read('/fronts/authors/:named', 'findAuthorFront', frontSchema),
    read('/related/:documentId', 'findRelated', listOf(relatedLinkSchema)),
    read('/teasers', 'findTeasers', listOf(teaserSchema)),
    read('/rails', 'findRails', listOf(railSchema)),
    // Strapi lists a permission only where a route bears it; this one bears the permission to see drafts.
    {
      method: 'GET' as const,
      path: '/previews/:documentId',
      handler: 'pages.preview',
      response: storyPageSchema,
      config: {},
    },
  ];
};
