import type { Core } from '@strapi/strapi';
import { bodyFault } from '../limits/body-shape';
import { refusal } from '../limits/fault';

/** Routes that look up an account by a text. The plugins say it of a story's field by its name. */
const ACCOUNTS = /^\/(?:admin|[\w/-]*\bauth)\//;

/** Refuses bodies that nest without end, whatever route they are for. Stands after `strapi::body`, which reads them. */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  const { body } = ctx.request as { body?: unknown };
  const fault = bodyFault(body, { allowsNull: !ACCOUNTS.test(ctx.path) });
  if (fault) throw refusal(fault);
  await next();
};
