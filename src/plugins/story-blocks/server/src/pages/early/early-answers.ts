import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { pathOf } from '@wiredesk/strapi-kit/server';
import type { Context, Next } from 'koa';
import { LRUCache } from 'lru-cache';
import { type DeliveryRoute, PLUGIN_ID } from '../../../../shared/src';
import type { Answers } from '../../delivery/answers';
import { answerKept } from '../../delivery/cache';
import { editionOf } from '../../delivery/edition';
import type { Newsroom } from '../../newsroom';
import { type Moment, type Moments, momentOf } from '../moment';
import type { Reader } from '../reader';

const HOUR_MS = 3_600_000;
/** Questions of which it is remembered that they may be answered; each takes some hundred bytes. */
const MOST = 20_000;

/** That a caller may have the answer to a question. */
interface Right {
  route: DeliveryRoute;
  /** What its answer depends on beside its address and what is published. */
  signature: string;
  /** What everybody may, as it was before the caller was let in. */
  rights: string;
  /** The configuration under which it was made. */
  configured: string;
  /** When Strapi is to be asked again, in milliseconds: a token expires, and each hour it notes that one is used. */
  until: number;
}

/** What Strapi says of a caller that it let in, as far as it is read here. */
interface LetIn {
  strategy?: { name?: string };
  credentials?: { expiresAt?: string | null; lastUsedAt?: string | null } | null;
}

/** Answers that leave before Strapi asks who may have them: it was asked before, and nothing of that has changed. */
export interface EarlyAnswers {
  /** Koa's middleware, for where they leave. */
  handle(ctx: Context, next: Next): Promise<void>;
  /** Notes that a caller, whom Strapi has let in, is given an answer. */
  remember(ctx: Context, route: DeliveryRoute, reader: Reader): void;
}

/**
 * What is asked, word for word, and by whom; as short for a long question as for any.
 *
 * @returns Undefined for one who may be known by something else than a token.
 */
function questionIn(ctx: Context): string | undefined {
  const said = ctx.get('Authorization');
  const [scheme, token, ...more] = said.split(/\s+/);
  if (said !== '' && (scheme.toLowerCase() !== 'bearer' || !token || more.length > 0)) return undefined;
  const question = JSON.stringify([token ?? null, editionOf(ctx.get('Accept')), ctx.url]);
  return createHash('sha256').update(question).digest('base64url');
}

/** Until when Strapi need not be asked again; undefined where it is asked each time. */
function goodUntil(ctx: Context): number | undefined {
  const { strategy, credentials } = (ctx.state.auth ?? {}) as LetIn;
  const isNamed = ctx.get('Authorization') !== '';
  if (strategy?.name === 'users-permissions') return credentials || isNamed ? undefined : Infinity;
  if (strategy?.name !== 'content-api-token' || !credentials || !isNamed) return undefined;
  const { expiresAt, lastUsedAt } = credentials;
  const noted = lastUsedAt ? new Date(lastUsedAt).getTime() + HOUR_MS : 0;
  return Math.min(noted, expiresAt ? new Date(expiresAt).getTime() : Infinity);
}

/** Whether an application has put something of its own before our route, which would be left out. */
function isGuarded(ctx: Context): boolean {
  const { policies, middlewares } = (ctx.state.route?.config ?? {}) as {
    policies?: unknown[];
    middlewares?: unknown[];
  };
  return Boolean(policies?.length || middlewares?.length);
}

export function createEarlyAnswers(
  strapi: Core.Strapi,
  { newsroom, moment, answers }: { newsroom: Newsroom; moment: Moments; answers: Answers }
): EarlyAnswers {
  const prefix = `${strapi.config.get('api.rest.prefix', '/api')}/${PLUGIN_ID}/`.toLowerCase();
  const known = new LRUCache<string, Right>({ max: MOST });
  const { early, memory } = newsroom.configured.delivery;
  const isOff = early === 'off' || memory === 0;
  /** What requests may be remembered for, once they are answered, and the answer that they were given. */
  const given = new WeakMap<Context, { right: Right; body: unknown }>();

  const holds = (right: Right, at: Moment): boolean =>
    right.rights === at.generation.rights && right.configured === newsroom.signature && at.now.getTime() < right.until;

  /** A caller's right to what it asks, if it still holds. */
  function rightTo(question: string, at: Moment): Right | undefined {
    const right = known.get(question);
    if (!right || holds(right, at)) return right;
    known.delete(question);
    return undefined;
  }

  function isAnswered(ctx: Context, { route, signature }: Right, at: Moment): boolean {
    const depends = { generation: at.generation.value, signature, now: at.now, changesAt: at.changesAt };
    return answerKept(ctx, { answers, policy: newsroom.config.delivery[route], depends });
  }

  return {
    async handle(ctx, next) {
      const isOurs = !isOff && ['GET', 'HEAD'].includes(ctx.method) && pathOf(ctx).toLowerCase().startsWith(prefix);
      const question = isOurs ? questionIn(ctx) : undefined;
      if (question === undefined) return next();
      // Before Strapi reads what the caller may, and, below, after it: what it was let in by lies between the two.
      const at = await momentOf(moment, ctx);
      const right = rightTo(question, at);
      if (right && isAnswered(ctx, right, at)) return;
      await next();
      const answer = given.get(ctx);
      // It is remembered already: its answer alone had to be made anew.
      if (!answer || answer.right.signature === right?.signature) return;
      // Whoever stands between has left the answer, and who asks for it, as they were.
      if (ctx.status !== 200 || ctx.body !== answer.body || questionIn(ctx) !== question) return;
      const { generation } = await moment();
      if (generation.rights === answer.right.rights) known.set(question, answer.right);
    },
    remember(ctx, route, { signature, configured, at }) {
      const until = goodUntil(ctx);
      const { rights } = at.generation;
      if (isOff || until === undefined || rights === undefined || isGuarded(ctx)) return;
      given.set(ctx, { right: { route, signature, rights, configured, until }, body: ctx.body });
    },
  };
}
