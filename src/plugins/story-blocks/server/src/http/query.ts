import { z } from 'zod';
import { MAX_LIMIT } from '../../../shared/src';
import { invalid, notFound } from './errors';

/** A whole number in an address, within bounds. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(
      z
        .int()
        .min(min, `must be a whole number from ${min} to ${max}`)
        .max(max, `must be a whole number from ${min} to ${max}`)
    );

export const limitQuery = wholeNumber(1, MAX_LIMIT).optional();
/** PostgreSQL takes no null character in a text. */
const isText = (value: string) => !value.includes('\0');

export const nameQuery = z.string().min(1).max(500).refine(isText, 'must be text');
export const localeQuery = z.string().max(35).optional();

/** A list written with commas. */
export const listQuery = z
  .string()
  .max(5000)
  .refine(isText, 'must be text')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
  );

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
