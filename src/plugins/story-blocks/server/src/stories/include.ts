import type { Core } from '@strapi/strapi';
import { forbidden, invalid, parse, resolveLocale } from '@wiredesk/strapi-kit/server';
import type { Context, Next } from 'koa';
import { z } from 'zod';
import { ERROR_CODES } from '../../../shared/src';
import { callerOf, mayPreview } from '../access/caller';
import type { Assembly } from '../assemble';
import { listQuery } from '../lib/query';
import type { Newsroom } from '../newsroom';
import type { Entry } from './loaders';
import { relatedOf, type StoryRequest, teaserOf } from './story-fields';

type Part = 'related' | 'teaser';
const PARTS: readonly Part[] = ['related', 'teaser'];

/** A route of Strapi's content API, as far as it is told by. */
interface Route {
  method?: string;
  handler?: unknown;
  info?: { apiName?: string };
  request?: { query?: object };
}

/** The story type that a route lists or gives one entry of; a controller of the application's own makes no difference. */
function storyTypeOf(newsroom: Newsroom, { method, handler, info }: Route): string | undefined {
  if (method !== 'GET' || typeof handler !== 'string') return undefined;
  const full = handler.includes('::') ? handler : `api::${info?.apiName}.${handler}`;
  return newsroom.config.types.story
    .map(({ uid }) => uid)
    .find((uid) => full === `${uid}.find` || full === `${uid}.findOne`);
}

const knowsInclude = ({ request }: Route): boolean => request?.query !== undefined && 'include' in request.query;

/** Makes `include` known to Strapi on the routes of stories, so that `strictParams` lets it pass. */
export function registerIncludes(strapi: Core.Strapi, newsroom: Newsroom): void {
  strapi.contentAPI.addQueryParams({
    include: {
      schema: (zod) => zod.string().optional(),
      // Where several applications run in one process, one after the other, they share their routes.
      matchRoute: (route) => storyTypeOf(newsroom, route as Route) !== undefined && !knowsInclude(route as Route),
    },
  });
}

const query = z.looseObject({ include: listQuery });

/** The parts that a caller asks for. @throws A 400 for a word that is none, or that the type has a field of. */
function partsOf(newsroom: Newsroom, uid: string, asked: unknown): Part[] {
  const { include } = parse(query, { include: asked });
  return [...new Set(include)].map((word) => {
    const part = PARTS.find((one) => one === word);
    if (!part) throw invalid(`include: "${word}" is none of ${PARTS.join(', ')}`, ['include']);
    if (newsroom.model(uid).attributes[part]) {
      throw invalid(`include: ${uid} has a field "${part}" of its own; ask GET /api/story-blocks for ours`, [
        'include',
      ]);
    }
    return part;
  });
}

async function partsFor(request: StoryRequest, uid: string, parts: Part[], entry: Entry) {
  // An entry without a card, unpublished this instant, has empty parts.
  const related = parts.includes('related') ? { related: (await relatedOf(request, uid, entry)) ?? [] } : {};
  const teaser = parts.includes('teaser') ? { teaser: await teaserOf(request, uid, entry) } : {};
  return { ...related, ...teaser };
}

const isEntry = (value: unknown): value is Entry & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'documentId' in value;

/** What the address says of all entries, since `fields` may have left it out of them. */
interface Known {
  /** Undefined where each entry has its own. */
  locale: string | undefined;
  publishedAt: true | null;
}

/** @throws A 403 where the caller may not see drafts. */
async function refuseDrafts(strapi: Core.Strapi, ctx: Context): Promise<void> {
  if (await mayPreview(strapi, ctx.state.auth)) return;
  throw forbidden('Drafts need the permission to preview pages', { code: ERROR_CODES.draftsRefused });
}

/** @throws A 403 for drafts without the permission to see them, whatever a controller made of `status`. */
async function knownOf(strapi: Core.Strapi, newsroom: Newsroom, ctx: Context, uid: string): Promise<Known> {
  const { locale, status } = ctx.query;
  const isDraft = newsroom.hasDrafts(uid) && status !== undefined && status !== 'published';
  if (isDraft) await refuseDrafts(strapi, ctx);
  const publishedAt = isDraft ? null : true;
  if (!newsroom.isLocalized(uid)) return { locale: '', publishedAt };
  const isOne = locale === undefined || (typeof locale === 'string' && locale !== '*');
  return { locale: isOne ? await resolveLocale(strapi, locale) : undefined, publishedAt };
}

function completed(known: Known, entry: Entry): Entry {
  const locale = entry.locale ?? known.locale;
  if (locale === undefined)
    throw invalid('fields: with several languages "include" needs the field "locale"', ['fields']);
  return { ...known, ...entry, locale };
}

async function include(strapi: Core.Strapi, assembly: Assembly, ctx: Context, uid: string): Promise<void> {
  const { newsroom } = assembly;
  const parts = partsOf(newsroom, uid, ctx.query.include);
  const body = ctx.body as { data?: unknown } | undefined;
  if (typeof body !== 'object' || body === null || ctx.status !== 200 || parts.length === 0) return;
  const caller = await callerOf(strapi, newsroom, ctx.state.auth);
  if (!caller.types.includes(uid)) throw forbidden('Forbidden');
  const request: StoryRequest = { strapi, assembly, caller, koa: ctx };
  const known = await knownOf(strapi, newsroom, ctx, uid);
  const { data } = body;
  const hasDraft = [data].flat().some((entry) => isEntry(entry) && entry.publishedAt === null);
  if (newsroom.hasDrafts(uid) && hasDraft) await refuseDrafts(strapi, ctx);
  const filled = async (entry: unknown) =>
    isEntry(entry) ? { ...entry, ...(await partsFor(request, uid, parts, completed(known, entry))) } : entry;
  ctx.body = { ...body, data: Array.isArray(data) ? await Promise.all(data.map(filled)) : await filled(data) };
}

/**
 * Adds what `?include=` asks for to entries that Strapi's own routes answer, after their controllers. In `bootstrap()`:
 * what is added then stands inside Strapi's own middlewares and so has its errors answered.
 */
export function followIncludes(strapi: Core.Strapi, assembly: Assembly): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (ctx.method !== 'GET' || ctx.query.include === undefined) return;
    const uid = storyTypeOf(assembly.newsroom, (ctx.state.route ?? {}) as Route);
    if (uid) await include(strapi, assembly, ctx, uid);
  });
}
