import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { apiPrefix, routeOf } from '../limits/route-of';

/** What a parser of bodies throws has a status of its own, or is the fault of the sender: no form, not compressed as said. */
function unreadable(error: unknown): Error {
  const { status = 500, code } = error as { status?: number; code?: unknown };
  const isKnown = error instanceof errors.ApplicationError || error instanceof errors.HttpError || status < 500;
  return isKnown || code === 'ENOSPC' ? (error as Error) : new errors.ValidationError('The body cannot be read');
}

/** Codes of zlib, and of its Brotli: that one's for a lack of memory are the server's fault. */
const NOT_COMPRESSED = /^(?:Z_|ERR_\w*FORMAT_)/;

/**
 * Refuses files on their way to a route that takes none, before they are received: Strapi would write them to the disk
 * first, whoever sends them. A body that cannot be read is refused as well. Stands before `strapi::body`.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  // The last is for the admin's logos.
  const taking = [`${apiPrefix(strapi)}/upload`, '/upload', '/admin/project-settings'];
  return async (ctx, next) => {
    const asked = routeOf(ctx.path);
    const isTaken = taking.some((route) => asked === route || asked.startsWith(`${route}/`));
    if (ctx.is('multipart') && !isTaken) {
      throw new errors.ValidationError('This address takes no files: send JSON, and files to the upload route');
    }
    try {
      await next();
    } catch (error) {
      // GraphQL reads its bodies itself.
      const isOfBody = !ctx.state.bodyIsRead || NOT_COMPRESSED.test(`${(error as { code?: unknown }).code}`);
      throw isOfBody ? unreadable(error) : error;
    }
  };
};
