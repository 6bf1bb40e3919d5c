import type { Core } from '@strapi/strapi';
import { isOfTheRequest } from '../limits/database-fault';
import { type Fault, refusal } from '../limits/fault';
import { filterFault } from '../limits/filter-values';
import { populateFault } from '../limits/populate-ways';
import { queryFault } from '../limits/query-shape';
import { parameterOf, type Question, questionsWithin } from '../limits/questions-within';
import { type AttributesOf, attributesIn } from '../limits/schemas';
import { shortenError } from '../limits/shorten-error';
import { stepsToMany } from '../limits/steps-to-many';

/** Types that routes of plugins list. */
const LISTED: Record<string, string> = {
  'upload/files': 'plugin::upload.file',
  users: 'plugin::users-permissions.user',
};

/** The content type that a route of Strapi's own names: `/api/articles/…`. */
function typeAt(strapi: Core.Strapi, path: string): string | undefined {
  const [name] = path.split('/');
  const listed = Object.keys(LISTED).find((route) => path === route || path.startsWith(`${route}/`));
  if (listed) return LISTED[listed];
  return Object.values(strapi.contentTypes).find(
    ({ uid, info }) => uid.startsWith('api::') && (info.pluralName === name || info.singularName === name)
  )?.uid;
}

/** Orders and filters through lists, in one question. */
const MOST_TO_MANY = 3;

function joinFault(question: Question, attributesOf: AttributesOf): Fault | null {
  if (stepsToMany(question, attributesOf) <= MOST_TO_MANY) return null;
  const message = `must not lead through more than ${MOST_TO_MANY} lists, with what "sort" leads through: ask with $in, or in several queries`;
  return { parameter: parameterOf(question, 'filters'), message };
}

const databaseFault = (method: string): Fault =>
  ['GET', 'HEAD'].includes(method)
    ? { parameter: 'query', message: 'an id or a filter is nothing that its field can be compared with' }
    : { parameter: 'data', message: 'holds a value that its field cannot hold' };

/**
 * Refuses queries of the public API that no listing could answer, or only at length: Strapi would answer with 500, or
 * search for half a minute. Stands after `strapi::query`, which reads the query.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const prefix = `${strapi.config.get('api.rest.prefix', '/api')}/`;
  const attributesOf = attributesIn(strapi);
  return async (ctx, next) => {
    if (ctx.path.startsWith(prefix) && ctx.querystring !== '') {
      const fault = queryFault(ctx.querystring, ctx.query);
      if (fault) throw refusal(fault);
      const uid = typeAt(strapi, ctx.path.slice(prefix.length));
      const far = populateFault(ctx.query.populate, uid, attributesOf);
      if (far) throw refusal(far);
      for (const question of questionsWithin(ctx.query, uid, attributesOf)) {
        const unfit = filterFault(question, attributesOf) ?? joinFault(question, attributesOf);
        if (unfit) throw refusal(unfit);
      }
    }
    try {
      await next();
    } catch (error) {
      if (isOfTheRequest(error)) throw refusal(databaseFault(ctx.method));
      throw shortenError(error);
    }
  };
};
