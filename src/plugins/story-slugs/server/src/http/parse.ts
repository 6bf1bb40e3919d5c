import { z } from 'zod';
import { invalid } from './errors';

/** PostgreSQL takes no null character in a text. */
const isText = (value: string) => !value.includes('\0');

export const textOf = (longest: number) => z.string().max(longest).refine(isText, 'must be text');
export const nameQuery = textOf(500).min(1, 'must not be empty');
export const localeQuery = textOf(35).optional();

/**
 * Reads what a caller sent.
 *
 * @throws A 400 that names the field.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
  throw invalid(`${path.join('.') || 'The request'}: ${issue?.message ?? 'is wrong'}`, path);
}
