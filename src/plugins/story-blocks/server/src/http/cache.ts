import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/**
 * What time changes of a page: the year, which rights notices name. Between the new year's first and last zone it
 * changes at a quarter-hour, as zones do.
 */
export function timeTag(now: Date): string {
  const yearAt = (hours: number) => new Date(now.getTime() + hours * 3_600_000).getUTCFullYear();
  // From UTC−12 to UTC+14.
  const [last, first] = [yearAt(-12), yearAt(14)];
  return last === first ? String(first) : now.toISOString().slice(0, 14) + Math.floor(now.getUTCMinutes() / 15);
}

/**
 * Answers from the caller's own copy where that is still good, else by `fill`.
 *
 * The tag is made of what the answer depends on: what is published, the configuration, the caller's permissions, the
 * time, the next instant that changes it by itself, the address, the edition. So 304 is told without making the answer. Callers ask again each time: until caches
 * in front can be purged, a longer life would show a killed story.
 */
export async function answerCached(
  ctx: Context,
  depends: { generation: number; signature: string; now: Date; changesAt: number | null },
  fill: () => Promise<void>
): Promise<void> {
  const edition = ctx.accepts('json', 'text') || 'json';
  const parts = [depends.generation, depends.signature, timeTag(depends.now), depends.changesAt, ctx.url, edition];
  const etag = `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
  const isPrivate = ctx.get('Authorization') !== '';
  ctx.vary('Accept');
  ctx.vary('Authorization');
  // Not Koa's `fresh`, which never says so to a caller that sends no-cache, as `fetch` does with every tag: no-cache asks
  // to have the answer confirmed by us, and this is us.
  const known = ctx
    .get('If-None-Match')
    .split(',')
    .map((tag) => tag.trim());
  if (known.includes(etag)) ctx.status = 304;
  else await fill();
  // Only an answer has a tag: an error passes by here.
  ctx.set('ETag', etag);
  ctx.set('Cache-Control', `${isPrivate ? 'private' : 'public'}, max-age=0, must-revalidate`);
}
