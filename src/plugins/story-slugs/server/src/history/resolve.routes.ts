import type { Context } from 'koa';
import { resolvedAnswerSchema, resolveQuery } from '../../../shared/src';

/** The content API, as its OpenAPI document says it too. */
export const resolveApi = {
  resolve: {
    method: 'GET',
    path: '/resolve',
    operationId: 'resolveSlug',
    tag: 'Old addresses',
    summary: 'Where a slug leads, present or former',
    query: resolveQuery,
    answer: resolvedAnswerSchema,
    errors: {
      400: 'A parameter does not fit. `UNKNOWN_LOCALE` for a language that the application does not have.',
      403: 'The caller may find none of the types, or not the one named.',
      404: 'Nothing is published under this slug.',
    },
  },
} as const;

/**
 * What a caller must hold is the permission to find a type, not an action of ours: the scope is empty, and the
 * controller gives each caller the types that it may find.
 *
 * @param resolve - Only where a handler is a function does Strapi leave an empty scope empty.
 */
export function resolveRoutes(resolve: (ctx: Context) => unknown) {
  const { method, path, query, answer } = resolveApi.resolve;
  const config = { auth: { scope: [] as string[] } };
  return [{ method, path, handler: resolve, request: { query: query.shape }, response: answer, config }];
}
