import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { apiPrefix, routeOf } from '../limits/route-of';

/**
 * Refuses a query that holds a null character, whatever route it is for, and finds no entry at an address that does:
 * PostgreSQL takes none in a text, so that an id, a filter or a language with one would be a fault of the server. What
 * `read-address` could not read is refused as well.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const listing = [`${apiPrefix(strapi)}/`, '/content-manager/'];
  return async (ctx, next) => {
    if (ctx.state.hasNoAddress) {
      throw new errors.ValidationError('The address of the request line is no URL: send a path such as /api/articles');
    }
    if (ctx.querystring.includes('%00')) {
      const parameters = [...new URLSearchParams(ctx.querystring)];
      const name = parameters.find((pair) => pair.some((text) => text.includes('\0')))?.[0] ?? '';
      const message = `${name}: must not hold a null character (%00)`;
      throw new errors.ValidationError(message, { errors: [{ path: [name], message, name: 'ValidationError' }] });
    }
    if (ctx.path.includes('%00') && listing.some((prefix) => routeOf(ctx.path).startsWith(prefix))) {
      throw new errors.NotFoundError();
    }
    await next();
  };
};
