import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { readerFor } from './http/admin-caller';
import { deskOf } from './newsroom';

/** Lets those pass who may read a story type in the content manager. */
export const readsStories = (ctx: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): boolean =>
  deskOf(strapi).stories.some(({ uid }) => readerFor(strapi, ctx, uid).can.read());
