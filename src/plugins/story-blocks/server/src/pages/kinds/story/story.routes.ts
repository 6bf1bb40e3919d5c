import { pageBySlugQuery, pageQuery } from '../../../../../shared/src';
import { pageRoute } from '../page-kind';
import { BAD_QUERY, MAY_NOT_FIND } from '../query-errors';
import type { StoryAsked } from './story-page';

const errors = {
  400: BAD_QUERY,
  403: `${MAY_NOT_FIND} \`DRAFTS_REFUSED\`: a draft without the permission to preview.`,
  404: 'No such story is published, or no such site. `MOVED` for a former slug, with `slug` and `documentId`.',
};
const read = { method: 'GET', tag: 'Pages', errors, hasText: true } as const;
const params = { documentId: 'Document id of the story.' };

interface Query {
  locale?: string;
  site?: string;
  type?: string;
  slug?: string;
  status?: 'published' | 'draft';
}
const ask = ({ locale, site, type, status }: Query, named: Pick<StoryAsked, 'documentId' | 'slug'>): StoryAsked => ({
  ...named,
  locale,
  site,
  type,
  draft: status === 'draft',
});

export const storyRoutes = [
  pageRoute(
    {
      ...read,
      handler: 'find',
      path: '/pages',
      operationId: 'findStoryPage',
      summary: 'A story page, by its slug',
      query: pageBySlugQuery,
      revalidates: true,
    },
    (_params, query) => ask(query, { slug: query.slug })
  ),
  pageRoute(
    {
      ...read,
      handler: 'findOne',
      path: '/pages/:documentId',
      operationId: 'getStoryPage',
      summary: 'A story page, by its document id',
      params,
      query: pageQuery.omit({ slug: true }),
      revalidates: true,
    },
    ({ documentId }, query) => ask(query, { documentId })
  ),
  pageRoute(
    {
      ...read,
      handler: 'preview',
      path: '/previews/:documentId',
      operationId: 'previewStoryPage',
      summary: 'The page of a draft',
      params,
      query: pageQuery.pick({ locale: true, site: true, type: true }),
      errors: { 400: BAD_QUERY, 403: 'The caller lacks `plugin::story-blocks.pages.preview`.', 404: 'No such story.' },
      needsToken: true,
    },
    ({ documentId }, query) => ask({ ...query, status: 'draft' }, { documentId })
  ),
];
