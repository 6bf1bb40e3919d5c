import { createHash } from 'node:crypto';
import type { Context } from 'koa';

/**
 * Says what an answer may be cached by, and whether the caller has it already.
 *
 * The tag is made of what the answer depends on (what is published, the caller's permissions, the year, the address,
 * the edition), so that 304 is told without making the answer. Callers ask again each time: until caches in front can
 * be purged, a longer life would show a killed story.
 *
 * @returns True where the caller's copy is still good: the answer is 304 and needs no body.
 */
export function answerFromCache(ctx: Context, depends: { generation: number; signature: string; now: Date }): boolean {
  const edition = ctx.accepts('json', 'text') || 'json';
  const parts = [depends.generation, depends.signature, depends.now.toISOString().slice(0, 10), ctx.url, edition];
  const etag = `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
  ctx.set('ETag', etag);
  ctx.vary('Accept');
  ctx.vary('Authorization');
  const isPrivate = ctx.get('Authorization') !== '';
  ctx.set('Cache-Control', `${isPrivate ? 'private' : 'public'}, max-age=0, must-revalidate`);
  // Not Koa's `fresh`, which never says so to a caller that sends no-cache, as `fetch` does with every tag: no-cache asks
  // to have the answer confirmed by us, and this is us.
  const known = ctx
    .get('If-None-Match')
    .split(',')
    .map((tag) => tag.trim());
  if (!known.includes(etag)) return false;
  ctx.status = 304;
  return true;
}
