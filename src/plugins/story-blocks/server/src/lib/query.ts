import type { z } from 'zod';
import { nameQuery } from '../../../shared/src';
import { invalid, notFound } from './errors';

export { limitQuery, listQuery, localeQuery, nameQuery, wholeNumber } from '../../../shared/src';

/**
 * Reads what a caller sent.
 *
 * @throws A 400 that names the field.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  throw invalid(`${path.join('.') || 'The request'}: ${issue.message}`, path);
}

/** A document's id or name in an address; one that none can have is unknown like any other. @throws A 404. */
export function nameInPath(value: unknown): string {
  const parsed = nameQuery.safeParse(value);
  if (!parsed.success) throw notFound();
  return parsed.data;
}
