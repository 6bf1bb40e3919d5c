import type { Core } from '@strapi/strapi';
import { isServedSecurely } from '../src/setup/public-url';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const url = env('PUBLIC_URL', '');
  const proxies = env.int('TRUSTED_PROXIES', isServedSecurely(url) ? 1 : 0);
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('PORT', 1337),
    url,
    // As many callers of X-Forwarded-For are believed as there are proxies: the rest of it anybody may have written.
    proxy: { koa: proxies > 0, maxIpsCount: proxies },
    app: { keys: env.array('APP_KEYS')! },
  };
};
