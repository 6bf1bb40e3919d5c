import type { Core } from '@strapi/strapi';
import { pathOf } from '@wiredesk/strapi-kit/server';
import type { Context, Next } from 'koa';
import { isNamed, uncached } from './cache';

/** What is kept by the caller alone, and asked for again each time: Strapi's own answers say nothing of caches. */
const PRIVATE = 'private, no-cache';

/**
 * Keeps from shared caches what is not everybody's. That is every error of the application: what fails while a request is
 * parsed, and who is refused before a controller is asked, too; a cache would hand a stranger's 403 to a reader, and a 404
 * to those who come after publication. And it is what the content API answers to a caller with a token or a log-in.
 *
 * Called in `register()`: what is added then stands around Strapi's own middlewares and sees what they made of an error.
 */
export function guardCaches(strapi: Core.Strapi): void {
  const prefix = `${strapi.config.get('api.rest.prefix', '/api')}/`.toLowerCase();
  strapi.server.use(async (ctx: Context, next: Next) => {
    const isApi = pathOf(ctx).toLowerCase().startsWith(prefix);
    if (isApi) ctx.vary('Authorization');
    await next();
    if (ctx.status >= 400) uncached(ctx);
    else if (isApi && isNamed(ctx) && !ctx.response.get('Cache-Control')) ctx.set('Cache-Control', PRIVATE);
  });
}
