import type { Context } from 'koa';
import type { z } from 'zod';
import {
  frontQuery,
  frontSchema,
  nameQuery,
  pageQuery,
  railsAnswerSchema,
  railsQuery,
  relatedAnswerSchema,
  relatedQuery,
  storyPageSchema,
  teasersAnswerSchema,
  teasersQuery,
} from '../../../shared/src';

type Handler = string | ((ctx: Context) => unknown);

/**
 * The read routes. What a caller must hold is the permission to find stories, not an action of ours.
 *
 * @param scope - `<story uid>.find` of the one mapped story type. With several it is empty, which lets every caller in,
 *   and the controller gives each only the types that it may find.
 * @param call - Calls a controller's method. Only where a handler is a function does Strapi leave an empty scope empty.
 */
export const pagesRoutes = (scope: string[], call: (name: string) => (ctx: Context) => unknown) => {
  const read = (path: string, name: string, query: z.ZodObject, response: z.ZodType) => {
    const handler: Handler = scope.length > 0 ? `pages.${name}` : call(name);
    const params = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, param]) => [param, nameQuery]));
    return {
      method: 'GET' as const,
      path,
      handler,
      request: { params, query: query.shape },
      response,
      config: { auth: { scope } },
    };
  };
  return [
    read('/pages', 'find', pageQuery, storyPageSchema),
    read('/pages/:documentId', 'findOne', pageQuery.omit({ slug: true }), storyPageSchema),
    read('/fronts/sections/:named', 'findSectionFront', frontQuery, frontSchema),
    read('/fronts/topics/:named', 'findTopicFront', frontQuery, frontSchema),
    read('/fronts/authors/:named', 'findAuthorFront', frontQuery, frontSchema),
    read('/related/:documentId', 'findRelated', relatedQuery, relatedAnswerSchema),
    read('/teasers', 'findTeasers', teasersQuery, teasersAnswerSchema),
    read('/rails', 'findRails', railsQuery, railsAnswerSchema),
    // Strapi lists a permission only where a route bears it; this one bears the permission to see drafts.
    {
      method: 'GET' as const,
      path: '/previews/:documentId',
      handler: 'pages.preview',
      request: {
        params: { documentId: nameQuery },
        query: pageQuery.pick({ locale: true, site: true, type: true }).shape,
      },
      response: storyPageSchema,
      config: {},
    },
  ];
};
