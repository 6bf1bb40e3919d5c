import type { Context } from 'koa';
import {
  frontQuery,
  frontSchema,
  pageBySlugQuery,
  pageQuery,
  railsAnswerSchema,
  railsQuery,
  relatedAnswerSchema,
  relatedQuery,
  storyPageSchema,
  teasersAnswerSchema,
  teasersQuery,
} from '../../../shared/src';
import { type ContentRoute, toStrapiRoute } from '../lib/content-route';

const BAD_QUERY =
  'A parameter does not fit: `details.errors[0].path` names it. `UNKNOWN_LOCALE` for a language that the application does not have.';
const MAY_NOT_FIND = 'The caller may not find the story type.';
const DOCUMENT = { documentId: 'Document id of the story.' };

const errors = { 400: BAD_QUERY, 403: MAY_NOT_FIND };
const pageErrors = {
  400: BAD_QUERY,
  403: `${MAY_NOT_FIND} \`DRAFTS_REFUSED\`: a draft without the permission to preview.`,
  404: 'No such story is published, or no such site. `MOVED` for a former slug, with `slug` and `documentId`.',
};

const read = { method: 'GET', tag: 'Pages', revalidates: true } as const;
const list = { ...read, tag: 'Lists' } as const;

const frontOf = <Kind extends 'section' | 'topic' | 'author'>(kind: Kind, operationId: string) => ({
  ...read,
  path: `/fronts/${kind}s/:named`,
  operationId,
  summary: `The front of ${kind === 'author' ? 'an' : 'a'} ${kind}`,
  params: { named: `Document id, slug or name of the ${kind}.` },
  query: frontQuery,
  answer: frontSchema,
  errors: { ...errors, 404: `No such ${kind}, or no such site.` },
  hasText: true,
});

/** The read routes of the content API, by the controller's method that answers them. */
export const pagesApi = {
  find: {
    ...read,
    path: '/pages',
    operationId: 'findStoryPage',
    summary: 'A story page, by its slug',
    query: pageBySlugQuery,
    answer: storyPageSchema,
    errors: pageErrors,
    hasText: true,
  },
  findOne: {
    ...read,
    path: '/pages/:documentId',
    operationId: 'getStoryPage',
    summary: 'A story page, by its document id',
    params: DOCUMENT,
    query: pageQuery.omit({ slug: true }),
    answer: storyPageSchema,
    errors: pageErrors,
    hasText: true,
  },
  findSectionFront: frontOf('section', 'getSectionFront'),
  findTopicFront: frontOf('topic', 'getTopicFront'),
  findAuthorFront: frontOf('author', 'getAuthorFront'),
  findRelated: {
    ...list,
    path: '/related/:documentId',
    operationId: 'listRelatedLinks',
    summary: 'Related links of a story',
    params: DOCUMENT,
    query: relatedQuery,
    answer: relatedAnswerSchema,
    errors: { ...errors, 404: 'No such story is published.' },
  },
  findTeasers: {
    ...list,
    path: '/teasers',
    operationId: 'listTeasers',
    summary: 'Teasers of a section, or of the newest stories of all',
    query: teasersQuery,
    answer: teasersAnswerSchema,
    errors: { ...errors, 404: 'No such section.' },
  },
  findRails: {
    ...list,
    path: '/rails',
    operationId: 'listRails',
    summary: 'Headlines of several sections',
    query: railsQuery,
    answer: railsAnswerSchema,
    errors: { ...errors, 404: 'No such section.' },
  },
  preview: {
    method: 'GET',
    tag: 'Pages',
    path: '/previews/:documentId',
    operationId: 'previewStoryPage',
    summary: 'The page of a draft',
    params: DOCUMENT,
    query: pageQuery.pick({ locale: true, site: true, type: true }),
    answer: storyPageSchema,
    errors: { 400: BAD_QUERY, 403: 'The caller lacks `plugin::story-blocks.pages.preview`.', 404: 'No such story.' },
    hasText: true,
    needsToken: true,
  },
} as const satisfies Record<string, ContentRoute>;

/** The methods of the controller. */
export type PagesHandler = keyof typeof pagesApi;

/**
 * The read routes as Strapi mounts them. What a caller must hold is the permission to find stories, not an action of ours.
 *
 * @param scope - `<story uid>.find` of the one mapped story type. With several it is empty, which lets every caller in,
 *   and the controller gives each only the types that it may find.
 * @param call - Calls a controller's method. Only where a handler is a function does Strapi leave an empty scope empty.
 */
export function pagesRoutes(scope: string[], call: (name: PagesHandler) => (ctx: Context) => unknown) {
  const { preview, ...reads } = pagesApi;
  return [
    ...Object.entries(reads).map(([key, route]) => {
      const name = key as keyof typeof reads;
      return toStrapiRoute(route, scope.length > 0 ? `pages.${name}` : call(name), { auth: { scope } });
    }),
    // Strapi lists a permission only where a route bears it; this one bears the permission to see drafts.
    toStrapiRoute(preview, 'pages.preview', {}),
  ];
}
