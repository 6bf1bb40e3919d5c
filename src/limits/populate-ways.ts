import { type Fault, isReserved } from './fault';
import { type AttributesOf, leadsToMany, targetOf } from './schemas';
import { isGroup, isPlace } from './values';

const MOST_STEPS = 6;
/** Ways that come by a list to a type where they have been: once to a story's other languages, not to theirs again. */
const MOST_RETURNS = 1;

/** A way from an entry to others: a field, or a component of a dynamic zone. */
type Step = { field: string } | { component: string };
type Way = readonly Step[];

const fieldsOf = (path: string): Step[] =>
  path
    .trim()
    .split('.')
    .map((field) => ({ field }));
const nameOf = (way: Way) => way.flatMap((step) => ('field' in step ? [step.field] : [])).join('.');

/** Reads `a,b.c`, a list of these, or an object by field. */
function* waysOf(populate: unknown, before: Way = []): Generator<Way> {
  if (typeof populate === 'string') {
    for (const path of populate.split(',')) yield [...before, ...fieldsOf(path)];
    return;
  }
  if (!isGroup(populate)) return;
  for (const [key, value] of Object.entries(populate)) {
    if (isPlace(key)) {
      yield* waysOf(value, before);
      continue;
    }
    const way = [...before, ...fieldsOf(key)];
    yield way;
    if (!isGroup(value)) continue;
    yield* waysOf(value.populate, way);
    if (!isGroup(value.on)) continue;
    for (const [component, part] of Object.entries(value.on)) {
      if (isGroup(part)) yield* waysOf(part.populate, [...way, { component }]);
    }
  }
}

/** Whether a part of a populate says nothing: Strapi looks into each. */
function saysNothing(populate: unknown): boolean {
  if (!isGroup(populate)) return false;
  return Object.values(populate).some((part) => {
    if (part === null) return true;
    if (!isGroup(part)) return false;
    const { populate: inner, on } = part;
    if (inner === null || on === null || saysNothing(inner)) return true;
    return (
      isGroup(on) && (saysNothing(on) || Object.values(on).some((one) => isGroup(one) && saysNothing(one.populate)))
    );
  });
}

/** How often a way comes by a list to a type where it has been, as far as the fields are known. */
function returnsOf(way: Way, uid: string, attributesOf: AttributesOf): number {
  const passed = new Set([uid]);
  let at: string | undefined = uid;
  let returns = 0;
  for (const step of way) {
    if (at === undefined) return returns;
    if ('component' in step) {
      at = step.component;
      continue;
    }
    const attribute = isReserved(step.field) ? undefined : attributesOf(at)?.[step.field];
    // A dynamic zone leads on by the component that is asked for.
    if (attribute?.type === 'dynamiczone') continue;
    at = targetOf(attribute);
    if (attribute && at && leadsToMany(attribute) && passed.has(at)) returns += 1;
    if (at) passed.add(at);
  }
  return returns;
}

/**
 * What makes a populate lead too far, however it is written: each step into a list makes the answer as many times larger,
 * and where it leads in circles, without end.
 *
 * @param populate - Of no more levels and values than `query-shape` lets through.
 * @param uid - Of the type that is listed; undefined where it is not known.
 */
export function populateFault(populate: unknown, uid: string | undefined, attributesOf: AttributesOf): Fault | null {
  if (saysNothing(populate)) return { parameter: 'populate', message: 'must say true or what to populate' };
  for (const way of waysOf(populate)) {
    const name = nameOf(way).slice(0, 50);
    if (way.filter((step) => 'field' in step).length > MOST_STEPS) {
      return { parameter: 'populate', message: `must not lead further than ${MOST_STEPS} steps: "${name}…"` };
    }
    if (uid !== undefined && returnsOf(way, uid, attributesOf) > MOST_RETURNS) {
      return { parameter: 'populate', message: `must not lead in circles: "${name}"` };
    }
  }
  return null;
}
