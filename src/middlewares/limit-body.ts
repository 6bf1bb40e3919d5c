import type { Core } from '@strapi/strapi';
import { bodyFault } from '../limits/body-shape';
import { refusal } from '../limits/fault';

/** Refuses bodies that nest without end, whatever route they are for. Stands after `strapi::body`, which reads them. */
export default (): Core.MiddlewareHandler => async (ctx, next) => {
  const fault = bodyFault((ctx.request as { body?: unknown }).body);
  if (fault) throw refusal(fault);
  await next();
};
