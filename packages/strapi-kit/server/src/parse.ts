import type { z } from 'zod';
import { invalid } from './errors';

export interface ParseOptions {
  /**
   * Whether the path of a key that the schema does not have ends in that key; else in what holds it, as zod has it. Clients
   * rely on either: a plugin keeps to its own.
   *
   * @default false
   */
  namesUnknownKeys?: boolean;
}

/**
 * Reads what a caller sent.
 *
 * @throws A 400 that names the field.
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { namesUnknownKeys = false }: ParseOptions = {}
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const isUnknown = namesUnknownKeys && issue.code === 'unrecognized_keys';
  const path = isUnknown ? [...at, ...issue.keys.slice(0, 1)] : at;
  throw invalid(`${path.join('.') || 'The request'}: ${issue.message}`, path);
}
