import { type Attribute, FILE, type Schemas } from '../../newsroom';

/** Whether a relation leads to entries whose drafts must not be asked. */
export type IsGuarded = (uid: string) => boolean;

const MAX_DEPTH = 40;

interface Walk {
  schemas: Schemas;
  isGuarded: IsGuarded;
}

const modelOf = ({ contentTypes, components }: Schemas, uid: string | undefined) =>
  uid ? (contentTypes[uid] ?? components[uid]) : undefined;

const targetOf = (attribute: Attribute): string | undefined =>
  attribute.type === 'component' ? attribute.component : attribute.type === 'media' ? FILE : attribute.target;

const isStep = (attribute: Attribute) => ['relation', 'component', 'media'].includes(attribute.type);

/**
 * Whether a filter steps through a relation into guarded entries. Strapi asks drafts and published rows alike there, so
 * that a filter tells a draft's words by whether it finds anything.
 *
 * @param filters - As a caller sent them: attributes, operators, lists of both.
 * @returns The path of the first such step, or null.
 */
export function filterSteps(filters: unknown, uid: string, walk: Walk, depth = 0): string | null {
  if (depth > MAX_DEPTH) return 'too deep';
  if (typeof filters !== 'object' || filters === null) return null;
  if (Array.isArray(filters)) {
    for (const one of filters) {
      const step = filterSteps(one, uid, walk, depth + 1);
      if (step) return step;
    }
    return null;
  }
  const model = modelOf(walk.schemas, uid);
  for (const [key, value] of Object.entries(filters)) {
    const attribute = model?.attributes[key];
    if (!attribute || !isStep(attribute)) {
      // An operator such as $and, or a plain field: whatever it holds is about the same entries.
      const step = attribute ? null : filterSteps(value, uid, walk, depth + 1);
      if (step) return step;
      continue;
    }
    // A relation to any type (morph) has no one target: it may lead anywhere.
    const target = targetOf(attribute);
    if (!target || walk.isGuarded(target)) return key;
    const step = filterSteps(value, target, walk, depth + 1);
    if (step) return `${key}.${step}`;
  }
  return null;
}

function pathSteps(path: string[], uid: string, walk: Walk): string | null {
  let at = uid;
  for (const key of path) {
    const attribute = modelOf(walk.schemas, at)?.attributes[key];
    if (!attribute || !isStep(attribute)) return null;
    const target = targetOf(attribute);
    if (!target || walk.isGuarded(target)) return path.join('.');
    at = target;
  }
  return null;
}

/** The same for a sort: `a.b:asc`, lists of them, or nested objects. */
export function sortSteps(sort: unknown, uid: string, walk: Walk, depth = 0): string | null {
  if (depth > MAX_DEPTH) return 'too deep';
  if (typeof sort === 'string') {
    for (const one of sort.split(',')) {
      const step = pathSteps(one.split(':')[0].trim().split('.'), uid, walk);
      if (step) return step;
    }
    return null;
  }
  if (Array.isArray(sort)) {
    for (const one of sort) {
      const step = sortSteps(one, uid, walk, depth + 1);
      if (step) return step;
    }
    return null;
  }
  return filterSteps(sort, uid, walk, depth + 1);
}

interface Query {
  filters?: unknown;
  sort?: unknown;
  populate?: unknown;
  status?: unknown;
  on?: unknown;
}

/** The same for a populate, whose parts have filters, sorts and populates of their own. */
export function querySteps(query: Query, uid: string, walk: Walk, depth = 0): string | null {
  if (depth > MAX_DEPTH) return 'too deep';
  const own = filterSteps(query.filters, uid, walk) ?? sortSteps(query.sort, uid, walk);
  if (own) return own;
  const { populate } = query;
  if (typeof populate !== 'object' || populate === null) return null;
  const attributes = modelOf(walk.schemas, uid)?.attributes ?? {};
  for (const [key, part] of Object.entries(populate)) {
    if (typeof part !== 'object' || part === null) continue;
    if (Object.hasOwn(part, 'status') && (part as Query).status !== 'published') return `${key}.status`;
    const parts: [string | undefined, Query][] =
      (part as Query).on && typeof (part as Query).on === 'object'
        ? Object.entries((part as { on: Record<string, Query> }).on)
        : [[attributes[key] ? targetOf(attributes[key]) : undefined, part as Query]];
    for (const [target, inner] of parts) {
      const step = target ? querySteps(inner, target, walk, depth + 1) : null;
      if (step) return `${key}.${step}`;
    }
  }
  return null;
}

/**
 * Whether a populate of Strapi's query engine, in any of its forms, gives entries of a guarded type: drafts and
 * published rows alike, since the engine knows no status.
 *
 * @param populate - `*`, `true`, `a,b.c`, a list of these, or an object by attribute.
 * @returns The path of the first such part, or null.
 */
export function populateSteps(populate: unknown, uid: string, walk: Walk, depth = 0): string | null {
  if (depth > MAX_DEPTH) return 'too deep';
  const attributes = modelOf(walk.schemas, uid)?.attributes ?? {};
  if (populate === '*' || populate === true || populate === 'true') {
    return Object.keys(attributes).find((key) => pathSteps([key], uid, walk)) ?? null;
  }
  if (typeof populate === 'string') {
    for (const path of populate.split(',')) {
      const step = pathSteps(path.trim().split('.'), uid, walk);
      if (step) return step;
    }
    return null;
  }
  if (typeof populate !== 'object' || populate === null) return null;
  for (const [key, part] of Object.entries(populate)) {
    const attribute = attributes[key];
    if (!attribute) {
      // A list, or an object with the numbers of one.
      const step = typeof part === 'string' ? populateSteps(part, uid, walk, depth + 1) : null;
      if (step) return step;
      continue;
    }
    if (pathSteps([key], uid, walk)) return key;
    const target = targetOf(attribute);
    if (!target || typeof part !== 'object' || part === null) continue;
    const { filters, sort, populate: inner } = part as Query;
    const step =
      filterSteps(filters, target, walk) ??
      sortSteps(sort, target, walk) ??
      populateSteps(inner, target, walk, depth + 1);
    if (step) return `${key}.${step}`;
  }
  return null;
}
