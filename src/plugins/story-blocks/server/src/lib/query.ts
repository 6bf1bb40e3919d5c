import { notFound } from '@wiredesk/strapi-kit/server';
import { z } from 'zod';
import { MAX_LIMIT, nameQuery } from '../../../shared/src';

export { listQuery, localeQuery, nameQuery, wholeNumber } from '../../../shared/src';

/** A document's id or name in an address; one that none can have is unknown like any other. @throws A 404. */
export function nameInPath(value: unknown): string {
  const parsed = nameQuery.safeParse(value);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

const range = `must be 1 to ${MAX_LIMIT}`;
/** How many items a field of GraphQL gives. */
export const limitArgument = z.int().min(1, range).max(MAX_LIMIT, range).nullish();

/** An argument of GraphQL, which says null where it is left out. */
export const argument = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);
