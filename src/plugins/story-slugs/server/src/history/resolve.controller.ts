import type { Core } from '@strapi/strapi';
import { forbidden, holdsActions, invalid, notFound, parse } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import { askedLocale } from '../http/locales';
import type { SlugType } from '../slug-types';
import type { HistoryService } from './history.service';
import { resolveApi } from './resolve.routes';

/** Tells callers where a slug leads, of the types that they may find. */
export function createResolveController(
  strapi: Core.Strapi,
  types: ReadonlyMap<string, SlugType>,
  history: HistoryService
) {
  return {
    async resolve(ctx: Context) {
      const readable: string[] = [];
      for (const uid of types.keys())
        if (await holdsActions(strapi, ctx.state.auth, [`${uid}.find`])) readable.push(uid);
      if (readable.length === 0) throw forbidden('Forbidden');

      const { slug, locale: asked, type } = parse(resolveApi.resolve.query, ctx.query);
      if (type !== undefined && !types.has(type)) {
        throw invalid(`type: no such type has slugs; these have: ${readable.join(', ')}`, ['type']);
      }
      if (type !== undefined && !readable.includes(type)) throw forbidden('Forbidden');
      const locale = await askedLocale(strapi, asked);
      const found = await history.resolve({ slug, locale, types: type === undefined ? readable : [type] });
      if (!found) throw notFound('Nothing is published under this slug');
      // Beside `data`, as every answer has it, the fields stand by themselves: so the route is specified for clients.
      ctx.body = { data: found, ...found };
    },
  };
}
