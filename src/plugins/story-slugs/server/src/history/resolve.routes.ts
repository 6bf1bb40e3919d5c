import type { Context } from 'koa';
import { resolvedAnswerSchema, resolveQuery } from '../../../shared/src';

/**
 * What a caller must hold is the permission to find a type, not an action of ours: the scope is empty, and the
 * controller gives each caller the types that it may find.
 *
 * @param resolve - Only where a handler is a function does Strapi leave an empty scope empty.
 */
export const resolveRoutes = (resolve: (ctx: Context) => unknown) => [
  {
    method: 'GET' as const,
    path: '/resolve',
    handler: resolve,
    request: { query: resolveQuery.shape },
    response: resolvedAnswerSchema,
    config: { auth: { scope: [] as string[] } },
  },
];
