import type { Core } from '@strapi/strapi';
import { notFound, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { nameInPath } from '../lib/query';
import type { Newsroom } from '../newsroom';
import type { KeptHold } from './hold';
import { holdFor } from './hold-for';
import { holdsApi } from './holds.routes';
import type { Holds } from './holds.service';
import { receiptFor } from './receipt-for';
import { type Rights, rightsOf } from './rights';

const idOf = (ctx: Context) => nameInPath(ctx.params.documentId);
const type = (ctx: Context) => (typeof ctx.query.type === 'string' ? ctx.query.type : undefined);

/** The routes of holds, the same for the admin and for the content API. */
export const createHoldsController = (strapi: Core.Strapi, newsroom: Newsroom, holds: Holds) => {
  /** The story that is meant. @throws A 404 where it is unknown, and just so where the one who asks may not read it. */
  async function storyOf(ctx: Context): Promise<{ documentId: string; uid: string; rights: Rights }> {
    const documentId = idOf(ctx);
    const uid = await holds.typeOf(documentId, type(ctx));
    const rights = rightsOf(strapi, ctx);
    if (!(await rights.mayRead(uid, documentId))) throw notFound('Unknown story');
    return { documentId, uid, rights };
  }
  const present = (ctx: Context, hold: KeptHold) => holdFor(strapi, newsroom, ctx, hold, Date.now());

  return {
    async get(ctx: Context) {
      const { documentId, uid } = await storyOf(ctx);
      const hold = await holds.find(documentId, uid);
      ctx.body = { data: hold && (await present(ctx, hold)) };
    },
    async set(ctx: Context) {
      const { documentId, uid, rights } = await storyOf(ctx);
      const { data } = parse(holdsApi.set.body, ctx.request.body ?? {});
      const { hold, receipt } = await holds.set(documentId, data, uid, rights);
      const readable = receipt && (await receiptFor(strapi, newsroom, ctx, uid, receipt));
      ctx.body = { data: { ...(await present(ctx, hold)), receipt: readable } };
    },
    async lift(ctx: Context) {
      const { documentId, uid } = await storyOf(ctx);
      if (!(await holds.lift(documentId, uid))) throw notFound('The story is not held');
      ctx.body = { data: { documentId, lifted: true } };
    },
    async tryAgain(ctx: Context) {
      const { documentId, uid, rights } = await storyOf(ctx);
      const hold = await holds.tryAgain(documentId, uid, rights);
      ctx.body = { data: hold && (await present(ctx, hold)) };
    },
  };
};
