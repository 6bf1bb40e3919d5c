import { heldAnswerSchema, holdAnswerSchema, holdBodySchema, liftedAnswerSchema } from '../holds.contract';
import {
  frontSchema,
  railsAnswerSchema,
  relatedAnswerSchema,
  storyPageSchema,
  teasersAnswerSchema,
} from '../pages.contract';
import { frontQuery, holdsQuery, pageQuery, railsQuery, relatedQuery, teasersQuery } from '../pages.queries';
import type { RouteDescription } from './describe';

const PREFIX = '/story-blocks';
const BAD_QUERY =
  'A parameter does not fit: `details.errors[0].path` names it. `UNKNOWN_LOCALE` for a language that the application does not have.';
const MAY_NOT_FIND = 'The caller may not find the story type.';
const DOCUMENT = { documentId: 'Document id of the story.' };

const read = { method: 'get', tag: 'Pages', revalidates: true } as const;
const errors = { 400: BAD_QUERY, 403: MAY_NOT_FIND };

const PAGE_FORBIDDEN = `${MAY_NOT_FIND} \`DRAFTS_REFUSED\`: a draft without the permission to preview.`;
const pageErrors = {
  400: BAD_QUERY,
  403: PAGE_FORBIDDEN,
  404: 'No such story is published, or no such site. `MOVED` for a former slug, with `slug` and `documentId`.',
};

const frontOf = (kind: 'section' | 'topic' | 'author', operationId: string): RouteDescription => ({
  ...read,
  path: `${PREFIX}/fronts/${kind}s/{named}`,
  operationId,
  summary: `The front of ${kind === 'author' ? 'an' : 'a'} ${kind}`,
  params: { named: `Document id, slug or name of the ${kind}.` },
  query: frontQuery,
  answer: frontSchema,
  errors: { ...errors, 404: `No such ${kind}, or no such site.` },
  hasText: true,
});

const pages: RouteDescription[] = [
  {
    ...read,
    path: `${PREFIX}/pages`,
    operationId: 'findStoryPage',
    summary: 'A story page, by its slug',
    query: pageQuery.required({ slug: true }),
    answer: storyPageSchema,
    errors: pageErrors,
    hasText: true,
  },
  {
    ...read,
    path: `${PREFIX}/pages/{documentId}`,
    operationId: 'getStoryPage',
    summary: 'A story page, by its document id',
    params: DOCUMENT,
    query: pageQuery.omit({ slug: true }),
    answer: storyPageSchema,
    errors: pageErrors,
    hasText: true,
  },
  frontOf('section', 'getSectionFront'),
  frontOf('topic', 'getTopicFront'),
  frontOf('author', 'getAuthorFront'),
  {
    method: 'get',
    tag: 'Pages',
    path: `${PREFIX}/previews/{documentId}`,
    operationId: 'previewStoryPage',
    summary: 'The page of a draft',
    params: DOCUMENT,
    query: pageQuery.pick({ locale: true, site: true, type: true }),
    answer: storyPageSchema,
    errors: { 400: BAD_QUERY, 403: 'The caller lacks `plugin::story-blocks.pages.preview`.', 404: 'No such story.' },
    hasText: true,
    needsToken: true,
  },
];

const lists: RouteDescription[] = [
  {
    ...read,
    tag: 'Lists',
    path: `${PREFIX}/related/{documentId}`,
    operationId: 'listRelatedLinks',
    summary: 'Related links of a story',
    params: DOCUMENT,
    query: relatedQuery,
    answer: relatedAnswerSchema,
    errors: { ...errors, 404: 'No such story is published.' },
  },
  {
    ...read,
    tag: 'Lists',
    path: `${PREFIX}/teasers`,
    operationId: 'listTeasers',
    summary: 'Teasers of a section, or of the newest stories of all',
    query: teasersQuery,
    answer: teasersAnswerSchema,
    errors: { ...errors, 404: 'No such section.' },
  },
  {
    ...read,
    tag: 'Lists',
    path: `${PREFIX}/rails`,
    operationId: 'listRails',
    summary: 'Headlines of several sections',
    query: railsQuery,
    answer: railsAnswerSchema,
    errors: { ...errors, 404: 'No such section.' },
  },
];

const hold = {
  tag: 'Holds',
  path: `${PREFIX}/holds/{documentId}`,
  params: DOCUMENT,
  query: holdsQuery,
  needsToken: true,
} as const;
const lacks = (action: string) => `The caller lacks \`plugin::story-blocks.holds.${action}\`.`;

const holds: RouteDescription[] = [
  {
    ...hold,
    method: 'get',
    operationId: 'getHold',
    summary: 'The hold of a story',
    answer: holdAnswerSchema,
    errors: { 403: lacks('get'), 404: 'No such story.' },
  },
  {
    ...hold,
    method: 'put',
    operationId: 'setHold',
    summary: 'Holds a story: unpublishes every language, and says where it stood',
    body: holdBodySchema,
    answer: heldAnswerSchema,
    errors: {
      400: 'The body does not fit, or the embargo is over. `NOT_HOLDABLE`: the type has no draft & publish.',
      403: lacks('set'),
      404: 'No such story.',
    },
  },
  {
    ...hold,
    method: 'delete',
    operationId: 'liftHold',
    summary: 'Lifts a hold; the story stays a draft',
    answer: liftedAnswerSchema,
    errors: { 403: lacks('lift'), 404: 'No such story, or it is not held.' },
  },
];

/** The content API of the plugin. */
export const routes: readonly RouteDescription[] = [...pages, ...lists, ...holds];
