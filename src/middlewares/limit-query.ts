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

/** Types that routes of plugins list, in the content API and in the admin. */
const LISTED: [route: RegExp, uid: string][] = [
  [/^upload\/files(?:\/|$)/, 'plugin::upload.file'],
  [/^users(?:\/|$)/, 'plugin::users-permissions.user'],
];
/** Those that Strapi answers with all that there are. */
const WHOLE = /^(?:upload\/files|users)\/?$/;
const MOST_LISTED = 1_000;
const IN_MANAGER = /^content-manager\/(?:collection|single)-types\/([\w:.-]+)/;

/** The content type that a route of Strapi's own names: `articles/…`, `content-manager/collection-types/api::article.article`. */
function typeAt(strapi: Core.Strapi, path: string): string | undefined {
  const listed = LISTED.find(([route]) => route.test(path))?.[1] ?? IN_MANAGER.exec(path)?.[1];
  if (listed) return listed;
  const [name] = path.split('/');
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
 * Refuses queries that no listing could answer, or only at length: Strapi would answer with 500, or search for half a
 * minute, in the admin as well, where a role may be given little. Stands after `strapi::query`, which reads the query.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const prefix = `${strapi.config.get('api.rest.prefix', '/api')}/`;
  const endpoint = strapi.config.get('plugin::graphql.endpoint');
  const attributesOf = attributesIn(strapi);
  return async (ctx, next) => {
    if (ctx.path.startsWith(prefix) && WHOLE.test(ctx.path.slice(prefix.length))) {
      // Strapi parses the query once and keeps it: what is set on it is what the handler reads.
      const asked = Number(ctx.query.limit ?? MOST_LISTED);
      Object.assign(ctx.query, { limit: String(asked >= 0 && asked < MOST_LISTED ? asked : MOST_LISTED) });
    }
    if (ctx.querystring !== '' && ctx.path !== endpoint) {
      const fault = queryFault(ctx.querystring, ctx.query);
      if (fault) throw refusal(fault);
      const uid = typeAt(strapi, ctx.path.slice(ctx.path.startsWith(prefix) ? prefix.length : 1));
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
