import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { z } from 'zod';
import { ERROR_CODES, frontQuery, pageQuery, railsQuery, relatedQuery, teasersQuery } from '../../../shared/src';
import type { Desk } from '../config';
import { currentGeneration } from '../db';
import { answerCached } from '../http/cache';
import { callerOf, mayPreview } from '../http/caller';
import { forbidden, invalid } from '../http/errors';
import { resolveLocale } from '../http/locales';
import { nameInPath, parse } from '../http/query';
import type { BlockRegistry, Problems } from '../registry';
import { toFrontData, toPagination, toStoryPageData } from './answers';
import { type FrontKind, front } from './front';
import { listRails, listRelated, listTeasers } from './lists';
import { nextChange } from './next-change';
import { storyPage } from './story-page';
import { frontTextEdition, storyTextEdition } from './text-edition';

export interface PagesPorts {
  strapi: Core.Strapi;
  desk: Desk;
  registry: BlockRegistry;
  problems: Problems;
  now(): Date;
}

const PAGE_SIZE = 20;

/** The read routes: each checks who asks and what for, then calls what fills it. */
export function createPagesController({ strapi, desk, registry, problems, now }: PagesPorts) {
  async function begin(ctx: Context, asked: string | undefined) {
    const caller = await callerOf(strapi, desk, ctx.state.auth);
    const locale = await resolveLocale(strapi, asked);
    return { strapi, desk, registry, problems, caller, locale, now: now() };
  }

  type Request = Awaited<ReturnType<typeof begin>>;

  /** The generation is read before anything that it covers. */
  async function cached(ctx: Context, request: Request, fill: (generation: number) => Promise<void>): Promise<void> {
    const generation = await currentGeneration(strapi);
    const changesAt = await nextChange(strapi, request.now);
    const signature = `${desk.signature} ${request.caller.signature} ${request.locale}`;
    await answerCached(ctx, { generation, signature, now: request.now, changesAt }, () => fill(generation));
  }

  const wantsText = (ctx: Context) => ctx.accepts('json', 'text') === 'text';

  function answer(ctx: Context, data: unknown, meta: object, text: () => string): void {
    if (wantsText(ctx)) {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = text();
    } else {
      ctx.body = { data, meta };
    }
  }

  async function page(ctx: Context, documentId: string | undefined) {
    const query = parse(pageQuery, ctx.query);
    if (!documentId && !query.slug) throw invalid('slug: name the story by its slug', ['slug']);
    const draft = query.status === 'draft';
    if (draft && !(await mayPreview(strapi, ctx.state.auth))) {
      throw forbidden('Drafts need the permission to preview pages', { code: ERROR_CODES.draftsRefused });
    }
    const request = await begin(ctx, query.locale);
    const fill = async (generation: number) => {
      const { site, type, slug } = query;
      const filled = await storyPage({ ...request, documentId, slug, site, type, draft });
      const data = toStoryPageData(filled, request.caller);
      const meta = { locale: request.locale || null, generation };
      answer(ctx, data, meta, () => storyTextEdition(filled, request.caller));
    };
    if (!draft) return cached(ctx, request, fill);
    await fill(await currentGeneration(strapi));
    ctx.set('Cache-Control', 'private, no-store');
  }

  const frontOf = (kind: FrontKind) => async (ctx: Context) => {
    const query = parse(frontQuery, ctx.query);
    const named = nameInPath(ctx.params.named);
    const request = await begin(ctx, query.locale);
    const pages = { page: query.page ?? 1, pageSize: query.pageSize ?? PAGE_SIZE };
    const { site, date } = query;
    await cached(ctx, request, async (generation) => {
      const filled = await front({ ...request, ...pages, kind, named, site, date });
      const meta = { locale: request.locale || null, generation, pagination: toPagination(pages, filled.total) };
      answer(ctx, toFrontData(filled, request.caller), meta, () => frontTextEdition(filled, request.caller));
    });
  };

  /** A list of one kind of block, without a page around it. */
  const list =
    <Query extends { locale?: string }>(
      schema: z.ZodType<Query>,
      fill: (request: Request, query: Query, ctx: Context) => Promise<unknown>
    ) =>
    async (ctx: Context) => {
      const query = parse(schema, ctx.query);
      const request = await begin(ctx, query.locale);
      await cached(ctx, request, async (generation) => {
        ctx.body = { data: await fill(request, query, ctx), meta: { locale: request.locale || null, generation } };
      });
    };

  const documentIdOf = (ctx: Context) => nameInPath(ctx.params.documentId);

  return {
    findOne: (ctx: Context) => page(ctx, documentIdOf(ctx)),
    find: (ctx: Context) => page(ctx, undefined),
    findSectionFront: frontOf('section'),
    findTopicFront: frontOf('topic'),
    findAuthorFront: frontOf('author'),
    findRelated: list(relatedQuery, (request, query, ctx) =>
      listRelated(request, { ...query, documentId: documentIdOf(ctx) })
    ),
    findTeasers: list(teasersQuery, listTeasers),
    findRails: list(railsQuery, listRails),
    /** Bears the permission to see drafts, as the roles page lists it; a preview is asked for by `?status=draft`. */
    preview: (ctx: Context) => {
      ctx.query = { ...ctx.query, status: 'draft' };
      return page(ctx, documentIdOf(ctx));
    },
  };
}
