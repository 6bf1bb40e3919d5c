import type { Core } from '@strapi/strapi';
import { WORDS } from './words';

/** A query before it is written: nested keys as Strapi takes them. */
export type Query = { [key: string]: string | Query };

/** Writes nested keys in brackets, `a[b][c]=d`. */
export function write(query: Query, prefix = ''): string {
  return Object.entries(query)
    .map(([key, value]) => {
      const name = prefix ? `${prefix}[${key}]` : key;
      return typeof value === 'string' ? `${name}=${encodeURIComponent(value)}` : write(value, name);
    })
    .filter(Boolean)
    .join('&');
}

/** `nest(['a', 'b'], x)` is `{ a: { b: x } }`. */
export const nest = (path: string[], value: string | Query): Query =>
  path.reduceRight<string | Query>((inner, key) => ({ [key]: inner }), value) as Query;

/** Everything that Strapi takes for draft, and what comes close. */
export const DRAFT_SPELLINGS = [
  'status=draft',
  'status=Draft',
  'status=DRAFT',
  'status=%20draft',
  'status=',
  'status=x',
  'status',
  'status[]=draft',
  'status[0]=draft',
  'status[]=published',
  'status[]=published&status[]=draft',
  'status=published&status=draft',
  'status=draft&status=published',
  'status[$eq]=draft',
  'status[$ne]=published',
  'status[status]=draft',
  'status.=draft',
  'status%00=draft',
  'status%5B%5D=draft',
];

export const PUBLICATION_FILTERS = [
  'never-published',
  'has-published-version',
  'modified',
  'unmodified',
  'never-published-document',
  'has-published-version-document',
  'published-without-draft',
  'published-with-draft',
];

interface Attribute {
  type: string;
  target?: string;
  component?: string;
  components?: string[];
  private?: boolean;
  relation?: string;
}
export interface Model {
  uid: string;
  attributes: Record<string, Attribute>;
}

const STORY = 'api::article.article';
const TEXTS = new Set(['string', 'text', 'richtext', 'blocks', 'uid', 'email', 'enumeration', 'json']);

/** Reads the schemas of the running application for what may be asked of them. */
export function createGuide(strapi: Core.Strapi) {
  const model = (uid: string) => strapi.getModel(uid as never) as unknown as Model | undefined;
  const targetOf = (attribute: Attribute) =>
    attribute.type === 'component'
      ? attribute.component
      : attribute.type === 'media'
        ? 'plugin::upload.file'
        : attribute.target;
  /** What a query may step through: relations, components, media. The admin's own users are behind private fields. */
  const steps = (uid: string) =>
    Object.entries(model(uid)?.attributes ?? {}).filter(
      ([, attribute]) =>
        ['relation', 'component', 'media'].includes(attribute.type) && !targetOf(attribute)?.startsWith('admin::')
    );

  /** Ways from a type to stories, shortest first, each at most `depth` steps. */
  function waysToStories(uid: string, depth = 3): string[][] {
    const found: string[][] = [];
    let open: { uid: string; path: string[] }[] = [{ uid, path: [] }];
    for (let level = 0; level < depth; level += 1) {
      const next: typeof open = [];
      for (const { uid: at, path } of open) {
        for (const [name, attribute] of steps(at)) {
          const target = targetOf(attribute);
          if (!target) continue;
          if (target === STORY) found.push([...path, name]);
          next.push({ uid: target, path: [...path, name] });
        }
      }
      open = next;
    }
    return found;
  }

  /** Paths of text fields of a type, its components' and its pictures' among them. */
  function textFields(uid: string, depth = 1): string[][] {
    return Object.entries(model(uid)?.attributes ?? {}).flatMap(([name, attribute]) => {
      if (TEXTS.has(attribute.type)) return [[name]];
      const target = ['component', 'media'].includes(attribute.type) ? targetOf(attribute) : undefined;
      return target && depth > 0 ? textFields(target, depth - 1).map((path) => [name, ...path]) : [];
    });
  }

  /** A populate of everything, `depth` steps down; layouts by fragments. */
  function deepPopulate(uid: string, depth: number): Query {
    const { attributes = {} } = model(uid) ?? {};
    const populate: Query = {};
    for (const [name, attribute] of Object.entries(attributes)) {
      if (attribute.private) continue;
      if (attribute.type === 'dynamiczone') {
        const parts = (attribute.components ?? []).map((part): [string, Query] => {
          const inner = deepPopulate(part, depth - 1);
          return [part, Object.keys(inner).length > 0 ? { populate: inner } : { fields: 'id' }];
        });
        populate[name] = { on: Object.fromEntries(parts) };
      } else if (['relation', 'component', 'media'].includes(attribute.type)) {
        const target = targetOf(attribute);
        const inner = target && depth > 0 && attribute.type !== 'media' ? deepPopulate(target, depth - 1) : {};
        populate[name] = Object.keys(inner).length > 0 ? { populate: inner } : 'true';
      }
    }
    return populate;
  }

  return { model, steps, targetOf, waysToStories, textFields, deepPopulate };
}
export type Guide = ReturnType<typeof createGuide>;

const contains = { $contains: WORDS.secret };

/** Filters on a field, in the shapes that Strapi takes. */
export function filterForms(path: string[], full: string): Query[] {
  const of = (condition: Query): Query => nest(path, condition);
  return [
    { filters: of(contains) },
    { filters: of({ $eqi: `zz ${full}` }) },
    { filters: of({ $startsWith: `zz ${WORDS.secret}` }) },
    { filters: of({ $notContainsi: WORDS.secret }) },
    { filters: of({ $in: { 0: `zz ${full}`, 1: 'x' } }) },
    { filters: { $or: { 0: of(contains), 1: { id: { $null: 'true' } } } } },
    { filters: { $and: { 0: { $not: of(contains) } } } },
    { filters: { $not: { $or: { 0: of(contains) } } } },
    { filters: { 0: of(contains) } },
  ];
}

/** Sorts by a field, in the shapes that Strapi takes. */
export function sortForms(path: string[]): string[] {
  const dotted = path.join('.');
  return [
    `sort=${dotted}`,
    `sort=${dotted}:desc,documentId`,
    `sort[0]=${dotted}:asc`,
    write({ sort: nest(path, 'desc') }),
    write({ sort: { 0: nest(path, 'asc') } }),
  ];
}
