import type { Core } from '@strapi/strapi';

/** A path as Strapi's routers compare it: in any case, with or without a slash at its end. */
export const routeOf = (path: string): string => {
  const route = path.toLowerCase().replace(/(?<!\/)\/+$/, '');
  try {
    return decodeURIComponent(route);
  } catch {
    // Wrongly encoded: no route has it.
    return route;
  }
};

/** The path under which the content API answers, such as `/api`, as {@link routeOf} gives it. */
export const apiPrefix = (strapi: Core.Strapi): string => routeOf(strapi.config.get('api.rest.prefix', '/api'));
