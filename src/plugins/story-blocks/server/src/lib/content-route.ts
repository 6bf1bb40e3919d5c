import type { Context } from 'koa';
import type { z } from 'zod';
import { nameQuery } from '../../../shared/src';

/** A route of the content API, stated once: Strapi's route, the check of what is asked and the OpenAPI path are made of it. */
export interface ContentRoute {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the plugin's own prefix, as Strapi writes it. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  /** Parameters in the path, each with what it names. */
  params?: Record<string, string>;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  /** Statuses of errors beside 401, each with when it comes. */
  errors: Partial<Record<400 | 403 | 404 | 409 | 413, string>>;
  /** Answered by an `ETag`, and by 304 to whoever sends it. */
  revalidates?: boolean;
  /** Has a text edition, for `Accept: text/plain`. */
  hasText?: boolean;
  /** Needs a token with a permission that is not to be given to everyone. */
  needsToken?: boolean;
}

/** As Strapi mounts it. */
export const toStrapiRoute = <Config extends object>(
  { method, path, params, query, body, answer }: ContentRoute,
  handler: string | ((ctx: Context) => unknown),
  config: Config
) => ({
  method,
  path,
  handler,
  request: {
    ...(params ? { params: Object.fromEntries(Object.keys(params).map((name) => [name, nameQuery])) } : {}),
    ...(query ? { query: query.shape } : {}),
    ...(body ? { body: { 'application/json': body } } : {}),
  },
  response: answer,
  // Strapi writes into it what a caller must hold.
  config: { ...config },
});
