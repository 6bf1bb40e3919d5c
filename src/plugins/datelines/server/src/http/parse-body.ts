import type { Context } from 'koa';
import type { z } from 'zod';
import { invalid, tooLarge } from './errors';

/** A dateline takes a line, a check some lines more. */
const MAX_BYTES = 100 * 1024;

/**
 * Reads what a caller sent.
 *
 * @throws A 413 above 100 KB; a 400 that names the field.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, ctx: Context): z.output<Schema> {
  const body = ctx.request.body ?? {};
  // Without a Content-Length the body itself tells.
  const bytes = ctx.request.length ?? Buffer.byteLength(JSON.stringify(body));
  if (bytes > MAX_BYTES) throw tooLarge(`The request has ${bytes} bytes; ${MAX_BYTES} is the most.`);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const path = issue.code === 'unrecognized_keys' ? [...at, ...issue.keys.slice(0, 1)] : at;
  throw invalid(`${path.join('.') || 'The request'}: ${issue.message}`, path);
}
