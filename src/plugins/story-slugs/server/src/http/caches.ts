import type { Core } from '@strapi/strapi';
import { pathOf } from '@wiredesk/strapi-kit/server';
import type { Context, Next } from 'koa';
import { PLUGIN_ID } from '../../../shared/src';

/**
 * Tells caches that answers of our content API are for the caller that asked, and has them keep no error. In
 * `register()`: what is added then stands around all of Strapi's own, so that a refusal before the controller has it too.
 */
export function tellCaches(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx: Context, next: Next) => {
    const prefix = `${strapi.config.get('api.rest.prefix')}/${PLUGIN_ID}/`;
    if (!pathOf(ctx).toLowerCase().startsWith(prefix.toLowerCase())) return next();
    ctx.vary('Authorization');
    await next();
    if (ctx.status >= 400) ctx.set('Cache-Control', 'no-store');
  });
}
