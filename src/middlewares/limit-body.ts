import type { Core } from '@strapi/strapi';
import { bodyFault } from '../limits/body-shape';
import { refusal } from '../limits/fault';
import { apiPrefix, routeOf } from '../limits/route-of';
import { attributesIn } from '../limits/schemas';
import { uploadFault } from '../limits/upload-fields';

/** Routes that look up an account by a text. The plugins say it of a story's field by its name. */
const ACCOUNTS = /^\/(?:admin|[\w/-]*\bauth)\//;

/**
 * Refuses bodies that nest without end, whatever route they are for, and what comes with a file and does not fit. Stands
 * after `strapi::body`, which reads them.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const uploads = ['/upload', '/upload/files', `${apiPrefix(strapi)}/upload`];
  const attributesOf = attributesIn(strapi);
  return async (ctx, next) => {
    const { body } = ctx.request as { body?: unknown };
    const route = routeOf(ctx.path);
    const takesFiles = ctx.method === 'POST' && uploads.includes(route);
    const fault =
      bodyFault(body, { allowsNull: !ACCOUNTS.test(route) }) ?? (takesFiles ? uploadFault(body, attributesOf) : null);
    if (fault) throw refusal(fault);
    await next();
  };
};
