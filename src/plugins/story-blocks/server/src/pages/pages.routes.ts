import { z } from 'zod';
import { frontSchema, railSchema, relatedLinkSchema, storyPageSchema, teaserSchema } from '../../../shared/src';

/** A read route of the content API. `scope` is what a caller must hold: to find stories, not an action of ours. */
const read = (path: string, handler: string, scope: string[], response: z.ZodType) => ({
  method: 'GET' as const,
  path,
  handler: `pages.${handler}`,
  response,
  config: { auth: { scope } },
});

const listOf = (item: z.ZodType) =>
  z.object({ data: z.array(item), meta: z.object({ locale: z.string().nullable(), generation: z.number() }) });

/**
 * The read routes.
 *
 * @param scope - `<story uid>.find` of the one mapped story type. With several it is empty, which lets every
 *   authenticated caller in, and the controller gives each only the types that it may find.
 */
export const pagesRoutes = (scope: string[]) => [
  read('/pages', 'find', scope, storyPageSchema),
  read('/pages/:documentId', 'findOne', scope, storyPageSchema),
  read('/fronts/sections/:named', 'findSectionFront', scope, frontSchema),
  read('/fronts/topics/:named', 'findTopicFront', scope, frontSchema),
  read('/fronts/authors/:named', 'findAuthorFront', scope, frontSchema),
  read('/related/:documentId', 'findRelated', scope, listOf(relatedLinkSchema)),
  read('/teasers', 'findTeasers', scope, listOf(teaserSchema)),
  read('/rails', 'findRails', scope, listOf(railSchema)),
  // Strapi lists a permission only where a route bears it; this one bears the permission to see drafts.
  {
    method: 'GET' as const,
    path: '/previews/:documentId',
    handler: 'pages.preview',
    response: storyPageSchema,
    config: {},
  },
];
