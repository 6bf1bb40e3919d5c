import type { Context } from 'koa';
import { holdBodySchema } from '../../../shared/src';
import { notFound } from '../http/errors';
import { parse } from '../http/query';
import { toAnswer } from './hold';
import type { Holds } from './holds.service';

const type = (ctx: Context) => (typeof ctx.query.type === 'string' ? ctx.query.type : undefined);

/** The routes of holds, the same for the admin and for the content API. */
export const createHoldsController = (holds: Holds) => ({
  async get(ctx: Context) {
    const hold = await holds.find(ctx.params.documentId, type(ctx));
    ctx.body = { data: hold ? toAnswer(hold) : null };
  },
  async set(ctx: Context) {
    const { data } = parse(holdBodySchema, ctx.request.body ?? {});
    const { hold, receipt } = await holds.set(ctx.params.documentId, data, type(ctx));
    ctx.body = { data: { ...toAnswer(hold), receipt } };
  },
  async lift(ctx: Context) {
    const lifted = await holds.lift(ctx.params.documentId, type(ctx));
    if (!lifted) throw notFound('The story is not held');
    ctx.body = { data: { documentId: ctx.params.documentId, lifted: true } };
  },
});
