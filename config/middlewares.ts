import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { originsFor, readOrigins } from '../src/cors/origins';
import { isServedSecurely } from '../src/setup/public-url';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => {
  const origins = readOrigins(env('CORS_ORIGINS', '*'));
  return [
    'global::read-address',
    'strapi::logger',
    'strapi::errors',
    'strapi::security',
    {
      name: 'strapi::cors',
      config: {
        origin: (ctx: Context) =>
          originsFor(ctx.path, origins, {
            api: strapi.config.get('api.rest.prefix'),
            graphql: strapi.config.get('plugin::graphql.endpoint'),
          }),
        // No page of another origin gets an answer that a cookie has opened. Tokens are sent without.
        credentials: false,
        // Strapi's own, and the tag of an answer that a frontend of another origin keeps: it reads it, and sends it back.
        headers: ['Content-Type', 'Authorization', 'Origin', 'Accept', 'If-None-Match'],
        expose: ['ETag', 'Cache-Tag'],
      },
    },
    'global::serve-uploads',
    'strapi::poweredBy',
    'global::refuse-null',
    'strapi::query',
    'global::limit-query',
    'global::refuse-body',
    'strapi::body',
    'global::remove-received',
    'global::limit-body',
    // SameSite: a page of another site starts no log-in, nor ends one, with a reader's cookie.
    { name: 'strapi::session', config: { secure: isServedSecurely(env('PUBLIC_URL', '')), sameSite: 'lax' } },
    'strapi::favicon',
    'strapi::public',
  ];
};
