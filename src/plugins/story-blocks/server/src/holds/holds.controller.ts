import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { holdBodySchema } from '../../../shared/src';
import type { Desk } from '../config';
import { notFound } from '../http/errors';
import { nameInPath, parse } from '../http/query';
import type { KeptHold } from './hold';
import { holdFor } from './hold-for';
import type { Holds } from './holds.service';
import { receiptFor } from './receipt-for';

const idOf = (ctx: Context) => nameInPath(ctx.params.documentId);
const type = (ctx: Context) => (typeof ctx.query.type === 'string' ? ctx.query.type : undefined);

/** The routes of holds, the same for the admin and for the content API. */
export const createHoldsController = (strapi: Core.Strapi, desk: Desk, holds: Holds) => {
  const present = (ctx: Context, hold: KeptHold) => holdFor(strapi, desk, ctx, hold, Date.now());
  return {
    async get(ctx: Context) {
      const hold = await holds.find(idOf(ctx), type(ctx));
      ctx.body = { data: hold && (await present(ctx, hold)) };
    },
    async set(ctx: Context) {
      const { data } = parse(holdBodySchema, ctx.request.body ?? {});
      const { hold, receipt } = await holds.set(idOf(ctx), data, type(ctx));
      const readable = receipt && (await receiptFor(strapi, desk, ctx, hold.type, receipt));
      ctx.body = { data: { ...(await present(ctx, hold)), receipt: readable } };
    },
    async lift(ctx: Context) {
      const lifted = await holds.lift(idOf(ctx), type(ctx));
      if (!lifted) throw notFound('The story is not held');
      ctx.body = { data: { documentId: idOf(ctx), lifted: true } };
    },
    async tryAgain(ctx: Context) {
      const hold = await holds.tryAgain(idOf(ctx), type(ctx));
      ctx.body = { data: hold && (await present(ctx, hold)) };
    },
  };
};
