import { forbidden, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { z } from 'zod';
import { type DeliveryRoute, ERROR_CODES } from '../../../shared/src';
import { callerOf, mayPreview } from '../access/caller';
import type { Answer } from '../delivery/answers';
import { answerCached, send, uncached } from '../delivery/cache';
import { editionOf } from '../delivery/edition';
import { nameInPath } from '../lib/query';
import type { EarlyAnswers } from './early/early-answers';
import type { PageKind, PageRoute } from './kinds/page-kind';
import { listRails, listRelated, listTeasers } from './lists/lists';
import { listsApi } from './lists/lists.routes';
import { momentOf } from './moment';
import { openReader, type Reader, type ReaderPorts } from './reader';

/** The read routes: each checks who asks and what for, then calls what fills it. */
export function createPagesController(
  ports: ReaderPorts & { kinds: { all(): readonly PageKind[] }; early: EarlyAnswers }
) {
  const { strapi, newsroom, answers, kinds, early } = ports;

  async function begin(ctx: Context, asked: string | undefined): Promise<Reader> {
    uncached(ctx);
    const caller = await callerOf(strapi, newsroom, ctx.state.auth);
    return openReader(ports, caller, asked, await momentOf(ports.moment, ctx));
  }

  async function cached(
    ctx: Context,
    route: DeliveryRoute,
    reader: Reader,
    fill: () => Promise<Answer>
  ): Promise<void> {
    const { at, signature, now } = reader;
    const depends = { generation: at.generation.value, signature, now, changesAt: at.changesAt };
    await answerCached(ctx, { answers, policy: newsroom.config.delivery[route], depends }, fill);
    early.remember(ctx, route, reader);
  }

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

  const paramsOf = (ctx: Context, { params = {} }: PageRoute): Record<string, string> =>
    Object.fromEntries(Object.keys(params).map((name) => [name, nameInPath(ctx.params[name])]));

  const pageOf = (kind: PageKind, route: PageRoute) => async (ctx: Context) => {
    const asked = route.ask(paramsOf(ctx, route), ctx.query);
    if (asked.draft && !(await mayPreview(strapi, ctx.state.auth))) {
      throw forbidden('Drafts need the permission to preview pages', { code: ERROR_CODES.draftsRefused });
    }
    const request = await begin(ctx, asked.locale);
    const { caller } = request;
    const fill = async () => {
      const page = await kind.fill(request, asked);
      if (wantsText(ctx)) return toText(request, kind.toText(page, caller));
      return toJson(request, kind.toData(page, caller), kind.toMeta?.(page));
    };
    if (!asked.draft) return cached(ctx, kind.delivery, request, fill);
    send(ctx, await fill(), request.at.generation.value);
    ctx.set('Cache-Control', 'private, no-store');
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

  const handlers: Record<string, (ctx: Context) => Promise<void>> = {
    findRelated: list('related', listsApi.findRelated.query, (request, query, ctx) =>
      listRelated(request, { ...query, documentId: nameInPath(ctx.params.documentId) })
    ),
    findTeasers: list('teasers', listsApi.findTeasers.query, listTeasers),
    findRails: list('rails', listsApi.findRails.query, listRails),
  };
  for (const kind of kinds.all()) for (const route of kind.routes) handlers[route.handler] = pageOf(kind, route);
  return handlers;
}
