import { parse, tooLarge } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { z } from 'zod';

/** A dateline takes a line, a check some lines more. */
const MAX_BYTES = 100 * 1024;

/**
 * Reads what a caller sent.
 *
 * @throws A 413 above 100 KB; a 400 that names the field.
 */
export function parseBody<Schema extends z.ZodType>(schema: Schema, ctx: Context): z.output<Schema> {
  const body = ctx.request.body ?? {};
  // A body without a Content-Length is measured itself.
  const bytes = ctx.request.length ?? Buffer.byteLength(JSON.stringify(body));
  if (bytes > MAX_BYTES) throw tooLarge(`The request has ${bytes} bytes; ${MAX_BYTES} is the most.`);
  return parse(schema, body, { namesUnknownKeys: true });
}
