import type { z } from 'zod';
import { invalid } from './errors';

/**
 * Reads what a caller sent.
 *
 * @throws A 400 that names the field, one that the schema does not have too.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const path = issue.code === 'unrecognized_keys' ? [...at, ...issue.keys.slice(0, 1)] : at;
  throw invalid(`${path.join('.') || 'The request'}: ${issue.message}`, path);
}
