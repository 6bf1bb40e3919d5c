import {
  railsAnswerSchema,
  railsQuery,
  relatedAnswerSchema,
  relatedQuery,
  teasersAnswerSchema,
  teasersQuery,
} from '../../../../shared/src';
import type { ContentRoute } from '../../lib/content-route';
import { READ_ERRORS } from '../kinds/query-errors';

const list = { method: 'GET', tag: 'Lists', revalidates: true } as const;

/** Routes of what stands on pages, by itself; by the controller's method that answers them. */
export const listsApi = {
  findRelated: {
    ...list,
    path: '/related/:documentId',
    operationId: 'listRelatedLinks',
    summary: 'Related links of a story',
    params: { documentId: 'Document id of the story.' },
    query: relatedQuery,
    answer: relatedAnswerSchema,
    errors: { ...READ_ERRORS, 404: 'No such story is published.' },
  },
  findTeasers: {
    ...list,
    path: '/teasers',
    operationId: 'listTeasers',
    summary: 'Teasers of a section, or of the newest stories of all',
    query: teasersQuery,
    answer: teasersAnswerSchema,
    errors: { ...READ_ERRORS, 404: 'No such section.' },
  },
  findRails: {
    ...list,
    path: '/rails',
    operationId: 'listRails',
    summary: 'Headlines of several sections',
    query: railsQuery,
    answer: railsAnswerSchema,
    errors: { ...READ_ERRORS, 404: 'No such section.' },
  },
} as const satisfies Record<string, ContentRoute>;
