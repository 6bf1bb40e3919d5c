import type { Core } from '@strapi/strapi';

/**
 * Finds the addresses of a request line that are no URL, such as `http://[`, on which whoever reads them fails, Strapi's
 * middlewares among them. They go on with another address, and `refuse-null` answers them, with the headers of every answer.
 * Stands before all others.
 */
export default (): Core.MiddlewareHandler => (ctx, next) => {
  const isRead = () => {
    try {
      return typeof ctx.path === 'string';
    } catch {
      return false;
    }
  };
  if (!isRead()) {
    ctx.state.hasNoAddress = true;
    ctx.url = '/';
  }
  return next();
};
