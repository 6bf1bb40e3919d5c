import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { CachePolicy } from '../../../shared/src';
import type { Answer, Answers } from './answers';
import { editionOf } from './edition';

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
/** The new year's first zone is UTC+14, its last one UTC−12. */
const FIRST_ZONE = 14;
const LAST_ZONE = -12;

const yearAt = (now: Date, hours: number) => new Date(now.getTime() + hours * HOUR_MS).getUTCFullYear();

/**
 * What time changes of a page: the year, which rights notices name. Between the new year's first and last zone it
 * changes at a quarter-hour, as zones do.
 */
export function timeTag(now: Date): string {
  const [last, first] = [yearAt(now, LAST_ZONE), yearAt(now, FIRST_ZONE)];
  return last === first ? String(first) : now.toISOString().slice(0, 14) + Math.floor(now.getUTCMinutes() / 15);
}

/** The next instant at which {@link timeTag} changes, in milliseconds. */
export function nextTimeTag(now: Date): number {
  const [last, first] = [yearAt(now, LAST_ZONE), yearAt(now, FIRST_ZONE)];
  if (last !== first) return (Math.floor(now.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  return Date.UTC(first + 1, 0, 1) - FIRST_ZONE * HOUR_MS;
}

/** What an answer depends on beside its address. */
export interface Depends {
  generation: number;
  /** The mapping, the settings, the caller's permissions, the language. */
  signature: string;
  now: Date;
  /** The next instant at which it changes without any write, in milliseconds. */
  changesAt: number | null;
}

/** Names an answer by all that it depends on beside what is published; as short for a long question as for any. */
export function answerKey({ signature, now, changesAt }: Omit<Depends, 'generation'>, name: unknown[]): string {
  const parts = JSON.stringify([signature, timeTag(now), changesAt, ...name]);
  return createHash('sha256').update(parts).digest('base64url').slice(0, 27);
}

/**
 * The `Cache-Control` of an answer. A copy is never used past the instant at which the answer changes by itself; one
 * for a caller with a name is asked about each time.
 */
export function cacheControl(
  policy: CachePolicy,
  isPrivate: boolean,
  { now, changesAt }: Omit<Depends, 'signature' | 'generation'>
): string {
  if (isPrivate) return 'private, max-age=0, must-revalidate';
  const left = Math.floor((Math.min(changesAt ?? Infinity, nextTimeTag(now)) - now.getTime()) / 1000);
  const within = (seconds: number) => Math.max(0, Math.min(seconds, left));
  const [maxAge, shared] = [within(policy.maxAge), within(policy.sharedMaxAge)];
  const stale = within(shared + policy.staleWhileRevalidate) - shared;
  return `public, max-age=${maxAge}, s-maxage=${shared}${stale > 0 ? `, stale-while-revalidate=${stale}` : ''}`;
}

/** What an answer is kept under, what it is called, and whether the caller's own copy is still good. */
function nameAnswer(ctx: Context, { generation, signature, now, changesAt }: Depends) {
  const key = answerKey({ signature, now, changesAt }, [ctx.url, editionOf(ctx.get('Accept'))]);
  const etag = `W/"${generation.toString(36)}.${key}"`;
  // Not Koa's `fresh`, which never says so to a caller that sends no-cache, as `fetch` does with every tag: no-cache asks
  // to have the answer confirmed by us, and this is us.
  const known = ctx
    .get('If-None-Match')
    .split(',')
    .map((tag) => tag.trim());
  return { key, etag, isKnown: known.includes(etag) };
}

/** Says how long caches may keep an answer, and by what they may ask for it again. */
function markCached(ctx: Context, etag: string, policy: CachePolicy, depends: Depends): void {
  // Errors have no tag and pass by here.
  ctx.vary(['Accept', 'Authorization']);
  ctx.set('ETag', etag);
  ctx.set('Cache-Control', cacheControl(policy, isNamed(ctx), depends));
}

/** What an answer is given by. */
interface Delivery {
  answers: Answers;
  policy: CachePolicy;
  depends: Depends;
}

/** Answers from the caller's own copy, or from what is kept. @returns Whether it did; else nothing is said yet. */
export function answerKept(
  ctx: Context,
  { answers, policy, depends }: Delivery,
  { key, etag, isKnown } = nameAnswer(ctx, depends)
): boolean {
  if (isKnown) ctx.status = 304;
  else {
    const answer = answers.peek<Answer>(key);
    if (!answer) return false;
    send(ctx, answer, depends.generation);
    ctx.set('Cache-Tag', answer.tags);
  }
  markCached(ctx, etag, policy, depends);
  return true;
}

/**
 * Answers from the caller's own copy where that is still good, else from what is kept of answers, else by `fill`.
 *
 * The `ETag` is made of what the answer depends on: what is published, the configuration, the caller's permissions, the
 * time, the next instant that changes it by itself, the address, the edition. So 304 is told without making the answer. An
 * answer that is kept serves as long as no change named a tag of its own, under whatever generation.
 */
export async function answerCached(ctx: Context, delivery: Delivery, fill: () => Promise<Answer>): Promise<void> {
  const { answers, policy, depends } = delivery;
  const named = nameAnswer(ctx, depends);
  if (answerKept(ctx, delivery, named)) return;
  const { key, etag } = named;
  const answer = await answers.get(key, depends.generation, async () => {
    const made = await fill();
    return { value: made, tags: made.tags, size: 2 * made.body.length };
  });
  send(ctx, answer, depends.generation);
  ctx.set('Cache-Tag', answer.tags);
  markCached(ctx, etag, policy, depends);
}

/** Whether the caller has said who it is, in whatever way the application knows. */
export const isNamed = (ctx: Context): boolean =>
  ctx.get('Authorization') !== '' || Boolean((ctx.state.auth as { credentials?: unknown } | undefined)?.credentials);

/** Sends an answer, with the number of the generation under which it holds. */
export function send(ctx: Context, answer: Answer, generation: number): void {
  ctx.type = answer.type;
  if (!answer.tail) {
    ctx.body = answer.body;
    return;
  }
  if (answer.sent?.generation !== generation) {
    answer.sent = { generation, body: Buffer.concat([answer.body, Buffer.from(String(generation)), answer.tail]) };
  }
  ctx.body = answer.sent.body;
}

/** Has no cache keep what comes of it: an error is over as soon as its cause is. */
export function uncached(ctx: Context): void {
  ctx.set('Cache-Control', 'no-store');
}
