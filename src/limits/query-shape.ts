import { type Fault, isReserved } from './fault';
import { filterShapeFault, relationsIn, searchesIn } from './filter-shape';
import { parameterOf, questionsWithin } from './questions-within';
import { isGroup, isPlace } from './values';

const LONGEST_QUERY = 8_000;
/** How far a parameter may nest, and how many values it may hold. */
const SHAPES: Record<string, { depth: number; nodes: number }> = {
  filters: { depth: 12, nodes: 400 },
  populate: { depth: 16, nodes: 200 },
  sort: { depth: 6, nodes: 16 },
  fields: { depth: 3, nodes: 100 },
  pagination: { depth: 2, nodes: 5 },
};
/** Each field of an order may cost a join, each relation of a filter one or two. */
const MOST_RELATIONS = 16;
/** How many texts may be searched for: each search reads the whole archive. */
const MOST_SEARCHES = 10;
/** Parameters that are one text. */
const SINGLE = ['_q'];
const NAME = /^[A-Za-z_*][\w*-]*(?:\.[\w*-]+)*$/;
/** Through six relations at most, as a populate. */
const ORDER = /^[A-Za-z_]\w*(?:\.\w+){0,6}(?::(?:asc|desc))?$/i;

/** Whether a text is an order as `sort` takes it: `title`, `section.name:desc`, several with commas. */
export const isOrder = (text: string): boolean => text.split(',').every((order) => ORDER.test(order.trim()));

/** How deep a value is and how many it holds, by no more steps than `most`. */
function measure(value: unknown, most: number): { depth: number; nodes: number } {
  const open: [unknown, number][] = [[value, 1]];
  const found = { depth: 0, nodes: 0 };
  for (let next = open.pop(); next && found.nodes <= most; next = open.pop()) {
    const [item, depth] = next;
    found.nodes += 1;
    found.depth = Math.max(found.depth, depth);
    if (isGroup(item)) for (const below of Object.values(item)) open.push([below, depth + 1]);
  }
  return found;
}

/** Texts of a value, however they are nested: `a,b`, a list of them, or objects. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').map((text) => text.trim());
  return isGroup(value) ? Object.values(value).flatMap(texts) : [];
}

/** Strapi cannot order what is populated through a relation: it fails. */
const OWN_ORDER = /^\w+(?::(?:asc|desc))?$/i;
export function isOwnOrder(sort: unknown): boolean {
  if (!isGroup(sort)) return sort === undefined || texts(sort).every((text) => OWN_ORDER.test(text));
  return Object.entries(sort).every(([key, value]) =>
    isPlace(key) ? isOwnOrder(value) : typeof value === 'string' && /^(?:asc|desc)$/i.test(value)
  );
}

function faultOfNames(parameter: string, value: unknown): string | null {
  const pattern = parameter === 'sort' ? ORDER : NAME;
  const names = parameter === 'sort' && typeof value === 'object' && !Array.isArray(value) ? [] : texts(value);
  for (const name of names) {
    // Strapi reads an empty order as none, and fails on an empty field.
    if (name === '' && parameter === 'fields') return 'must name fields of the type';
    if (name !== '' && (!pattern.test(name) || name.split(/[.:]/).some(isReserved))) {
      return `"${name.slice(0, 50)}" is no ${parameter === 'sort' ? 'order such as title:asc' : 'name of a field'}`;
    }
  }
  return null;
}

/** Numbers that a page of a list is told by, of routes with `pagination` and without it; a database takes none that is longer. */
const NUMBERS = ['limit', 'start', 'page', 'pageSize'];
const TOO_LONG = /^[+-]?\d{10,}/;

function faultOfNumbers(query: Record<string, unknown>): Fault | null {
  const { pagination } = query;
  const within = isGroup(pagination) ? pagination : {};
  for (const name of NUMBERS) {
    for (const value of [query[name], within[name]]) {
      if (typeof value === 'string' && TOO_LONG.test(value.trim())) {
        return { parameter: name, message: 'must be a number of nine digits at most' };
      }
    }
  }
  return null;
}

/** Names of parameters as they came: the parser of queries leaves some out without a word. */
function reservedName(querystring: string): string | undefined {
  return [...new URLSearchParams(querystring).keys()].find((name) => name.split(/[[\].]/).some(isReserved));
}

type Query = Record<string, unknown>;

const faultOfSize = (query: Query): Fault | null => {
  for (const [parameter, { depth, nodes }] of Object.entries(SHAPES)) {
    const value = query[parameter];
    if (value === undefined || value === null) continue;
    const found = measure(value, nodes);
    if (found.depth > depth) return { parameter, message: `must not have more than ${depth} levels` };
    if (found.nodes > nodes) return { parameter, message: `must not hold more than ${nodes} values` };
  }
  return null;
};

const faultOfSingles = (query: Query): Fault | null => {
  const parameter = SINGLE.find((name) => query[name] !== undefined && typeof query[name] !== 'string');
  return parameter === undefined ? null : { parameter, message: 'must be one text' };
};

/** Counts everything that is asked: of the listed type and of the populated ones. */
function faultOfQuestions(query: Query): Fault | null {
  let [relations, searches] = [0, 0];
  for (const question of questionsWithin(query, undefined, () => undefined)) {
    const { filters, sort, path } = question;
    const ofFilters = (message: string): Fault => ({ parameter: parameterOf(question, 'filters'), message });
    relations += relationsIn(filters);
    if (relations > MOST_RELATIONS) return ofFilters(`must not lead to more than ${MOST_RELATIONS} other entries`);
    searches += searchesIn(filters);
    if (searches > MOST_SEARCHES) return ofFilters(`must not search for more than ${MOST_SEARCHES} texts`);
    const message = filterShapeFault(filters);
    if (message !== null) return ofFilters(message);
    if (path !== '' && !isOwnOrder(sort)) {
      return { parameter: parameterOf(question, 'sort'), message: 'must name fields of its own, such as title:asc' };
    }
  }
  return null;
}

function faultOfLists(query: Query): Fault | null {
  if (texts(query.sort).length > SHAPES.sort.nodes) {
    return { parameter: 'sort', message: `must not name more than ${SHAPES.sort.nodes} fields` };
  }
  const { populate } = query;
  const listed = ['fields', 'sort', ...(typeof populate === 'string' || Array.isArray(populate) ? ['populate'] : [])];
  for (const parameter of listed) {
    const message = faultOfNames(parameter, query[parameter]);
    if (message !== null) return { parameter, message };
  }
  return null;
}

/**
 * What makes a query of REST too large or no query at all, told before anything is looked up.
 *
 * @param query - As the parser of queries reads it.
 * @returns `null` where nothing does. What the fields are is not known here.
 */
export function queryFault(querystring: string, query: Query): Fault | null {
  if (querystring.length > LONGEST_QUERY) {
    return { parameter: 'query', message: `must not be longer than ${LONGEST_QUERY} characters` };
  }
  const reserved = reservedName(querystring);
  if (reserved !== undefined) return { parameter: reserved.slice(0, 100), message: 'is no name of a field' };
  return (
    faultOfSingles(query) ??
    faultOfSize(query) ??
    faultOfQuestions(query) ??
    faultOfLists(query) ??
    faultOfNumbers(query)
  );
}
