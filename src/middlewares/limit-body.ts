import type { Core } from '@strapi/strapi';
import { bodyFault } from '../limits/body-shape';
import { type Fault, refusal } from '../limits/fault';
import { apiPrefix, routeOf } from '../limits/route-of';
import { attributesIn } from '../limits/schemas';
import { tooManyFiles, uploadFault } from '../limits/upload-fields';

const WRITING = ['POST', 'PUT', 'PATCH'];
/** Routes that look up an account by a text. The plugins say it of a story's field by its name. */
const ACCOUNTS = /^\/(?:admin|[\w/-]*\bauth)\//;

/** What Strapi's own schema lets through and then takes for a list. */
const CHECKED = '/admin/permissions/check';
const checkFault = (body: unknown): Fault | null =>
  Array.isArray((body as { permissions?: unknown } | undefined)?.permissions)
    ? null
    : { parameter: 'permissions', message: 'must be a list of permissions' };

/** What a schema of zod says of a body; Strapi's admin takes it for a fault of the server. */
function unfit(error: unknown): Fault | null {
  const { name, issues } = error as { name?: unknown; issues?: { path?: unknown[]; message?: string }[] };
  if (name !== 'ZodError' || !Array.isArray(issues)) return null;
  const [{ path = [], message = 'is none that is taken here' } = {}] = issues;
  return { parameter: path.join('.') || 'body', message };
}

/**
 * Refuses bodies that nest without end, whatever route they are for, and what comes with a file and does not fit. Stands
 * after `strapi::body`, which reads them.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const uploads = ['/upload', '/upload/files', `${apiPrefix(strapi)}/upload`];
  const attributesOf = attributesIn(strapi);
  return async (ctx, next) => {
    const { body, files } = ctx.request as { body?: unknown; files?: Record<string, unknown> };
    const route = routeOf(ctx.path);
    const takesFiles = ctx.method === 'POST' && uploads.includes(route);
    const isChecked = route === CHECKED;
    const fault =
      bodyFault(body, { allowsNull: !ACCOUNTS.test(route) }) ??
      (takesFiles ? (tooManyFiles(files) ?? uploadFault(body, attributesOf)) : null) ??
      (isChecked ? checkFault(body) : null);
    if (fault) throw refusal(fault);
    try {
      await next();
    } catch (error) {
      const found = WRITING.includes(ctx.method) ? unfit(error) : null;
      throw found ? refusal(found) : error;
    }
  };
};
