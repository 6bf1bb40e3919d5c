import type { Core } from '@strapi/strapi';
import { isOfTheRequest } from '../limits/database-fault';
import { type Fault, refusal } from '../limits/fault';
import { filterFault } from '../limits/filter-values';
import { orderFault } from '../limits/order-steps';
import { populateFault } from '../limits/populate-ways';
import { queryFault } from '../limits/query-shape';
import { parameterOf, type Question, questionsWithin } from '../limits/questions-within';
import { apiPrefix, routeOf } from '../limits/route-of';
import { type AttributesOf, attributesIn, targetOf } from '../limits/schemas';
import { shortenError, shortened } from '../limits/shorten-error';
import { stepsToMany } from '../limits/steps-to-many';
import { unknownNameFault } from '../limits/unknown-names';

/** Types that routes of plugins list, in the content API and in the admin. */
const LISTED: [route: RegExp, uid: string][] = [
  [/^upload\/files(?:\/|$)/, 'plugin::upload.file'],
  [/^upload\/folders(?:\/|$)/, 'plugin::upload.folder'],
  [/^users(?:\/|$)/, 'plugin::users-permissions.user'],
];
/** Those that Strapi answers with all that there are. */
const WHOLE = /^(?:upload\/files|users)$/;
const MOST_LISTED = 1_000;
const IN_MANAGER = /^content-manager\/(?:collection|single)-types\/([\w:.-]+)/;

/** What a relation may lead to, as the admin's picker asks it. */
const PICKER = /^content-manager\/relations\/([\w:.-]+)\/(?:[^/]+\/)?(\w+)$/;
/** Lists whose unknown names Strapi hands to the database. */
const UNCHECKED = /^(?:content-manager\/relations|upload)\//;

/** Finds the content type that a route names: `articles/…`, `content-manager/collection-types/api::article.article`. */
function createTypeAt(strapi: Core.Strapi, attributesOf: AttributesOf): (route: string) => string | undefined {
  let named: Map<string, string> | undefined;
  return (route) => {
    named ??= new Map(
      Object.values(strapi.contentTypes)
        .filter(({ uid }) => uid.startsWith('api::'))
        .flatMap(({ uid, info }) => [info.pluralName, info.singularName].map((name) => [name, uid] as const))
    );
    const [, source, field] = PICKER.exec(route) ?? [];
    if (source) return pickedType(attributesOf(source), field);
    const listed = LISTED.find(([path]) => path.test(route))?.[1] ?? IN_MANAGER.exec(route)?.[1];
    return listed ?? named.get(route.split('/')[0]);
  };
}

/** Routes are compared in small letters. */
const pickedType = (attributes: ReturnType<AttributesOf>, field: string): string | undefined =>
  targetOf(Object.entries(attributes ?? {}).find(([name]) => name.toLowerCase() === field)?.[1]);

/** Orders and filters through lists, in one question. */
const MOST_TO_MANY = 3;
/** Every row that the lists of an order make is put in order. */
const MOST_TO_MANY_IN_ORDER = 1;

function joinFault(question: Question, attributesOf: AttributesOf): Fault | null {
  if (stepsToMany({ ...question, filters: undefined }, attributesOf) > MOST_TO_MANY_IN_ORDER) {
    return { parameter: parameterOf(question, 'sort'), message: 'must not lead through more than one list' };
  }
  if (stepsToMany(question, attributesOf) <= MOST_TO_MANY) return null;
  const message = `must not lead through more than ${MOST_TO_MANY} lists, "filters" and "sort" together: ask with $in, or in several queries`;
  return { parameter: parameterOf(question, question.filters === undefined ? 'sort' : 'filters'), message };
}

function sortFault(question: Question, attributesOf: AttributesOf): Fault | null {
  const message = orderFault(question, attributesOf);
  return message === null ? null : { parameter: parameterOf(question, 'sort'), message };
}

/** Caps how many entries a list has that has no end of its own. What is no number is Strapi's to refuse. */
function limitList(query: Record<string, unknown>): void {
  const name = 'page' in query || 'pageSize' in query ? 'pageSize' : 'limit';
  const asked = query[name] === undefined ? Number.POSITIVE_INFINITY : Number(query[name]);
  if (Number.isNaN(asked) || (asked >= 0 && asked <= MOST_LISTED)) return;
  if (name === 'pageSize' && query.pageSize === undefined) return;
  // Strapi parses the query once and keeps it: what is set on it is what the handler reads.
  Object.assign(query, { [name]: String(MOST_LISTED) });
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
  const prefix = `${apiPrefix(strapi)}/`;
  const endpoint = strapi.config.get('plugin::graphql.endpoint');
  const attributesOf = attributesIn(strapi);
  const typeAt = createTypeAt(strapi, attributesOf);
  return async (ctx, next) => {
    const path = routeOf(ctx.path);
    const isApi = path.startsWith(prefix);
    const route = path.slice(isApi ? prefix.length : 1);
    if (ctx.querystring !== '' && path !== endpoint) {
      const fault = queryFault(ctx.querystring, ctx.query);
      if (fault) throw refusal(fault);
      const uid = typeAt(route);
      const unknown = UNCHECKED.test(route) && uid ? unknownNameFault(ctx.query, attributesOf(uid) ?? {}) : null;
      if (unknown) throw refusal(unknown);
      const far = populateFault(ctx.query.populate, uid, attributesOf);
      if (far) throw refusal(far);
      for (const question of questionsWithin(ctx.query, uid, attributesOf)) {
        const unfit =
          filterFault(question, attributesOf) ?? sortFault(question, attributesOf) ?? joinFault(question, attributesOf);
        if (unfit) throw refusal(unfit);
      }
    }
    // Koa keeps a query by its text, and finds what every object has under `__proto__`: it is refused before it is written to.
    if (isApi && WHOLE.test(route)) limitList(ctx.query);
    try {
      await next();
    } catch (error) {
      if (isOfTheRequest(error)) {
        strapi.log.warn(
          shortened(`The database refused a value of ${ctx.method} ${ctx.path}: ${(error as Error).message}`)
        );
        throw refusal(databaseFault(ctx.method));
      }
      throw shortenError(error);
    }
  };
};
