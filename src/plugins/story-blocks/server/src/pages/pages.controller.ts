import { forbidden, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { z } from 'zod';
import { type DeliveryRoute, ERROR_CODES, type frontQuery } from '../../../shared/src';
import { callerOf, mayPreview } from '../access/caller';
import type { Answer } from '../delivery/answers';
import { answerCached, send, uncached } from '../delivery/cache';
import { editionOf } from '../delivery/edition';
import { nameInPath } from '../lib/query';
import { toFrontData, toPagination, toStoryPageData } from './answers';
import { FRONT_SIZE, type FrontKind, front } from './front';
import { listRails, listRelated, listTeasers } from './lists';
import { type PagesHandler, pagesApi } from './pages.routes';
import { openReader, type Reader, type ReaderPorts } from './reader';
import { storyPage } from './story-page';
import { frontTextEdition, storyTextEdition } from './text-edition';

/** The read routes: each checks who asks and what for, then calls what fills it. */
export function createPagesController(ports: ReaderPorts) {
  const { strapi, newsroom, answers } = ports;

  async function begin(ctx: Context, asked: string | undefined): Promise<Reader> {
    uncached(ctx);
    return openReader(ports, await callerOf(strapi, newsroom, ctx.state.auth), asked);
  }

  const cached = (ctx: Context, route: DeliveryRoute, reader: Reader, fill: () => Promise<Answer>): Promise<void> => {
    const { at, signature, now } = reader;
    const depends = { generation: at.generation.value, signature, now, changesAt: at.changesAt };
    return answerCached(ctx, { answers, policy: newsroom.config.delivery[route], depends }, fill);
  };

  const toText = ({ tags }: Reader, text: string): Answer => ({
    type: 'text/plain; charset=utf-8',
    body: Buffer.from(text),
    tail: null,
    tags: tags.all().join(','),
  });

  /** The generation comes last: it is put in when the answer is sent. */
  function toJson({ tags, locale }: Reader, data: unknown, more: object = {}): Answer {
    const meta = JSON.stringify({ locale: locale || null, ...more });
    return {
      type: 'application/json; charset=utf-8',
      body: Buffer.from(`{"data":${JSON.stringify(data)},"meta":${meta.slice(0, -1)},"generation":`),
      tail: Buffer.from('}}'),
      tags: tags.all().join(','),
    };
  }

  const wantsText = (ctx: Context) => editionOf(ctx.get('Accept')) === 'text';

  type Named = { documentId: string } | { slug: string };
  interface PageAsked {
    locale?: string;
    site?: string;
    type?: string;
    status?: 'published' | 'draft';
  }

  async function page(ctx: Context, named: Named, { locale, site, type, status }: PageAsked) {
    const draft = status === 'draft';
    if (draft && !(await mayPreview(strapi, ctx.state.auth))) {
      throw forbidden('Drafts need the permission to preview pages', { code: ERROR_CODES.draftsRefused });
    }
    const request = await begin(ctx, locale);
    const { caller } = request;
    const fill = async () => {
      const filled = await storyPage({ ...request, ...named, site, type, draft });
      if (wantsText(ctx)) return toText(request, storyTextEdition(filled, caller));
      return toJson(request, toStoryPageData(filled, caller));
    };
    if (!draft) return cached(ctx, 'pages', request, fill);
    send(ctx, await fill(), request.at.generation.value);
    ctx.set('Cache-Control', 'private, no-store');
  }

  const frontOf = (kind: FrontKind, route: { query: typeof frontQuery }) => async (ctx: Context) => {
    const query = parse(route.query, ctx.query);
    const named = nameInPath(ctx.params.named);
    const request = await begin(ctx, query.locale);
    const { caller } = request;
    const pages = { page: query.page ?? 1, pageSize: query.pageSize ?? FRONT_SIZE };
    const { site, date } = query;
    await cached(ctx, 'fronts', request, async () => {
      const filled = await front({ ...request, ...pages, kind, named, site, date });
      if (wantsText(ctx)) return toText(request, frontTextEdition(filled, caller));
      return toJson(request, toFrontData(filled, caller), { pagination: toPagination(pages, filled.total) });
    });
  };

  /** A list of one kind of block, without a page around it. */
  const list =
    <Query extends { locale?: string }>(
      route: DeliveryRoute,
      schema: z.ZodType<Query>,
      fill: (request: Reader, query: Query, ctx: Context) => Promise<unknown>
    ) =>
    async (ctx: Context) => {
      const query = parse(schema, ctx.query);
      const request = await begin(ctx, query.locale);
      await cached(ctx, route, request, async () => toJson(request, await fill(request, query, ctx)));
    };

  const documentIdOf = (ctx: Context) => nameInPath(ctx.params.documentId);

  const handlers: Record<PagesHandler, (ctx: Context) => Promise<void>> = {
    find: (ctx) => {
      const { slug, ...query } = parse(pagesApi.find.query, ctx.query);
      return page(ctx, { slug }, query);
    },
    findOne: (ctx) => {
      const documentId = documentIdOf(ctx);
      return page(ctx, { documentId }, parse(pagesApi.findOne.query, ctx.query));
    },
    findSectionFront: frontOf('section', pagesApi.findSectionFront),
    findTopicFront: frontOf('topic', pagesApi.findTopicFront),
    findAuthorFront: frontOf('author', pagesApi.findAuthorFront),
    findRelated: list('related', pagesApi.findRelated.query, (request, query, ctx) =>
      listRelated(request, { ...query, documentId: documentIdOf(ctx) })
    ),
    findTeasers: list('teasers', pagesApi.findTeasers.query, listTeasers),
    findRails: list('rails', pagesApi.findRails.query, listRails),
    /** Bears the permission to see drafts, as the roles page lists it; a preview is asked for by `?status=draft`. */
    preview: (ctx) => {
      const documentId = documentIdOf(ctx);
      return page(ctx, { documentId }, { ...parse(pagesApi.preview.query, ctx.query), status: 'draft' });
    },
  };
  return handlers;
}
