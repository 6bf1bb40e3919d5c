import type { Core, UID } from '@strapi/strapi';
import { refusal } from '../limits/fault';
import { type Attribute, filterFault } from '../limits/filter-values';
import { queryFault } from '../limits/query-shape';
import { shortenError } from '../limits/shorten-error';

/** The content type that a route of Strapi's own names: `/api/articles/…`. */
function typeAt(strapi: Core.Strapi, path: string): string | undefined {
  const [name] = path.split('/');
  return Object.values(strapi.contentTypes).find(
    ({ uid, info }) => uid.startsWith('api::') && (info.pluralName === name || info.singularName === name)
  )?.uid;
}

/**
 * Refuses queries of the public API that no listing could answer, or only at length: Strapi would answer with 500, or
 * search for half a minute. Stands after `strapi::query`, which reads the query.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const prefix = `${strapi.config.get('api.rest.prefix', '/api')}/`;
  const attributesOf = (uid: string) =>
    (strapi.contentTypes[uid as UID.ContentType] ?? strapi.components[uid as UID.Component])?.attributes as
      | Record<string, Attribute>
      | undefined;
  return async (ctx, next) => {
    if (ctx.path.startsWith(prefix) && ctx.querystring !== '') {
      const fault = queryFault(ctx.querystring, ctx.query);
      if (fault) throw refusal(fault);
      const uid = typeAt(strapi, ctx.path.slice(prefix.length));
      const unfit = uid ? filterFault(ctx.query.filters, uid, attributesOf) : null;
      if (unfit) throw refusal(unfit);
    }
    try {
      await next();
    } catch (error) {
      throw shortenError(error);
    }
  };
};
