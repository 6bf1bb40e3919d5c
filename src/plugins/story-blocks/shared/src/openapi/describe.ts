import type { z } from 'zod';

/** What the OpenAPI document says of a route: schemas that its controller checks by, and what they cannot say. */
export interface RouteDescription {
  method: 'get' | 'put' | 'post' | 'delete';
  /** Below `/api`, parameters in braces. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
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

/** A part of an application's API: one plugin's routes, and its shapes that have names. */
export interface ApiDescription {
  routes: readonly RouteDescription[];
  /** Schemas by the names that they have under `components`. */
  schemas: Record<string, z.ZodType>;
  /** What query parameters mean, by name; where a route differs, `operationId.name`. */
  parameters: Record<string, string>;
}
