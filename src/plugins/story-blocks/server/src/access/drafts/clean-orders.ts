import type { Core } from '@strapi/strapi';
import { FILE, type Newsroom } from '../../newsroom';
import { type Ability, mayManage, narrowingOf } from '../admin-reader';
import { conditionNeeds } from '../condition-needs';
import { schemasOf } from './schemas';

type Query = Record<string, unknown>;
interface PermissionsManager {
  ability: Ability;
  model?: string;
  sanitizeQuery(query: Query, options?: unknown): Promise<Query>;
}
interface Permissions {
  createPermissionsManager(of: { ability: Ability; action?: string; model: string }): PermissionsManager;
}
interface Services {
  extend(uid: string, change: (service: Permissions) => Permissions): void;
}

/** Whose fields Strapi knows which to keep: it leaves out the others itself. */
const STRAPIS = new Set([FILE, 'admin::user']);
/** Fields that everybody who may read an entry may read: no permission names them. */
const STATIC = new Set(['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt']);

/**
 * The orders of a query, one field each: `section.name:asc`.
 *
 * @returns Null for what is no order; that is Strapi's to refuse.
 */
export function ordersIn(sort: unknown, before = ''): string[] | null {
  if (Array.isArray(sort)) {
    const all = sort.map((one) => ordersIn(one, before));
    return all.every((one) => one !== null) ? all.flat() : null;
  }
  if (typeof sort === 'string') {
    return sort
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }
  if (typeof sort !== 'object' || sort === null) return null;
  const all = Object.entries(sort).map(([key, value]) => {
    const path = before + key;
    return typeof value === 'string' ? [`${path}:${value}`] : Array.isArray(value) ? null : ordersIn(value, `${path}.`);
  });
  return all.every((one) => one !== null) ? all.flat() : null;
}

/**
 * Leaves out of lists of Strapi's admin the orders by what an administrator may not read. Strapi means to do so, but keeps
 * a `sort` of which nothing is left as it was sent: lists came in the order of password hashes.
 */
export function cleanOrders(strapi: Core.Strapi, newsroom: Newsroom): void {
  /** Whether somebody may read a field of each entry of a type that another one leads to: of others than stories, in his languages. */
  function readsAll(ability: Ability, uid: string, field: string): boolean {
    const named = STATIC.has(field) ? undefined : field;
    if (!mayManage(ability, uid, named)) return false;
    const conditions = narrowingOf(ability, uid, named);
    if (conditions === null) return true;
    if (newsroom.role(uid)?.kind === 'story') return false;
    const { fields, populate } = conditionNeeds(
      conditions,
      uid,
      (type) => schemasOf(strapi).contentTypes[type]?.attributes
    );
    return Object.keys(populate).length === 0 && fields.every((name) => name === 'locale');
  }

  /** Whether an order leads to nothing but what somebody may read. Its first field is Strapi's to ask for. */
  function mayLead(ability: Ability, uid: string, order: string): boolean {
    const { contentTypes, components } = schemasOf(strapi);
    const path = order.split(':')[0].split('.');
    let at = uid;
    for (const [index, name] of path.slice(0, -1).entries()) {
      const attribute = (contentTypes[at] ?? components[at])?.attributes[name.trim()];
      if (!attribute) return true;
      if (name === 'localizations') return false;
      const target = attribute.type === 'media' ? FILE : (attribute.target ?? attribute.component);
      if (!target || STRAPIS.has(target)) return true;
      // Permissions name a component's field after the component.
      const [next, further] = path.slice(index + 1);
      const fields = further === undefined ? [next] : [next, `${next}.${further}`];
      if (contentTypes[target] && !fields.some((field) => readsAll(ability, target, field))) return false;
      at = target;
    }
    return true;
  }

  (strapi.get('services') as Services).extend('admin::permission', (service) => ({
    ...service,
    createPermissionsManager(of) {
      const manager = service.createPermissionsManager(of);
      const sanitize = manager.sanitizeQuery;
      const sanitizeQuery = async (query: Query, options?: unknown): Promise<Query> => {
        const asked = query?.sort ? ordersIn(query.sort) : null;
        if (asked === null) return sanitize(query, options);
        const sort = asked.filter((order) => mayLead(of.ability, of.model, order));
        const { sort: kept, ...clean } = await sanitize({ ...query, sort }, options);
        return Array.isArray(kept) && kept.length > 0 ? { ...clean, sort: kept } : clean;
      };
      return Object.assign(manager, { sanitizeQuery });
    },
  }));
}
