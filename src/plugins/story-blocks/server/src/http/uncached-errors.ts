import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { uncached } from './cache';

/**
 * Keeps every error of the application from caches: what fails while a request is parsed, and who is refused before a
 * controller is asked, too. A cache would hand a stranger's 403 to a reader, and a 404 to those who come after publication.
 *
 * In `register()`: what is added then stands around Strapi's own middlewares, so it sees what they made of an error.
 */
export function keepErrorsFromCaches(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    await next();
    if (ctx.status >= 400) uncached(ctx);
  });
}
