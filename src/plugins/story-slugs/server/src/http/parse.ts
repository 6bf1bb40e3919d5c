import type { z } from 'zod';
import { invalid } from './errors';

export { localeQuery, nameQuery, textOf } from '../../../shared/src';

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
