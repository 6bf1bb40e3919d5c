import { notFound } from '@wiredesk/strapi-kit/server';
import { nameQuery } from '../../../shared/src';

export { listQuery, localeQuery, nameQuery, wholeNumber } from '../../../shared/src';

/** A document's id or name in an address; one that none can have is unknown like any other. @throws A 404. */
export function nameInPath(value: unknown): string {
  const parsed = nameQuery.safeParse(value);
  if (!parsed.success) throw notFound();
  return parsed.data;
}
