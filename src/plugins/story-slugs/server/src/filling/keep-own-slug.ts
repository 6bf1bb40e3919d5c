import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import type { Context, Next } from 'koa';
import { asText, createSlugStore } from '../slug-store';
import type { SlugType } from '../slug-types';

const FILL_ROUTE = '/content-manager/get-fill-from-locale/:model';

interface Route {
  path: string;
  config?: { middlewares?: object[] };
}

/** Those of applications that this process ran before: i18n's routes outlive them. */
const ours = new WeakSet<object>();

/**
 * Keeps "Fill in from another locale" of the admin from carrying the other language's slug over: the form gets the slug
 * that the entry has in its own language, or none, and one is made of the headline.
 *
 * On the route and not in the slug field, so that it holds for fields of type `string` and `uid` as well. To be called in
 * `register()`, before Strapi mounts the routes.
 */
export function keepOwnSlugs(strapi: Core.Strapi, types: ReadonlyMap<string, SlugType>): void {
  const routers = strapi.plugins.i18n?.routes as Record<string, { routes?: Route[] } | undefined> | undefined;
  const route = routers?.admin?.routes?.find(({ path }) => path === FILL_ROUTE);
  if (!route) return;
  const keepOwn = async (ctx: Context, next: Next) => {
    await next();
    const type = types.get(asText(ctx.params.model));
    const { data } = (ctx.body ?? {}) as { data?: Record<string, unknown> };
    if (!type || type.sharedSlug || !data || !(type.slugField in data)) return;
    data[type.slugField] = await ownSlug(type, ctx.query);
  };
  ours.add(keepOwn);
  const others = (route.config?.middlewares ?? []).filter((middleware) => !ours.has(middleware));
  route.config = { ...route.config, middlewares: [...others, keepOwn] };

  async function ownSlug(type: SlugType, { documentId, targetLocale }: Context['query']): Promise<string | null> {
    const rows = await createSlugStore(strapi, await sqlNow(strapi)).findRows(type, asText(documentId));
    return rows.find(({ locale }) => locale === targetLocale)?.slug || null;
  }
}
