import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { createPlaceSchema } from '../../../shared/src';
import { readerFor } from '../http/admin-caller';
import { parseBody } from '../http/parse-body';
import { deskOf } from '../newsroom';
import { createPlacesService } from './places.service';

export const createPlacesController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async create(ctx: Context) {
    const { data, locale } = parseBody(createPlaceSchema, ctx);
    const uid = deskOf(strapi).types.place?.uid ?? '';
    const { entry, created } = await createPlacesService({ strapi }).create(data, {
      checker: readerFor(strapi, ctx, uid),
      user: ctx.state.user,
      locale,
    });
    ctx.status = created ? 201 : 200;
    ctx.body = { data: entry };
  },
});
