import type { Core } from '@strapi/strapi';
import { forbidden, invalid, notFound, parse } from '@wiredesk/strapi-kit/server';
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
  async function mayFind(auth: unknown, uid: string): Promise<boolean> {
    try {
      await strapi.auth.verify(auth as never, { scope: [`${uid}.find`] } as never);
      return true;
    } catch {
      // Strapi says no by throwing.
      return false;
    }
  }

  return {
    async resolve(ctx: Context) {
      const readable: string[] = [];
      for (const uid of types.keys()) if (await mayFind(ctx.state.auth, uid)) readable.push(uid);
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
