import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Ability } from '../access/admin-reader';
import { adminPublishing, type Publishing, publishAction } from './publishing';

/** Who set a hold, so that their rights can be asked for again. */
export type Setter =
  /** An administrator; by one of the admin's own API tokens, with its id. */
  | { kind: 'admin'; id: number; token?: number }
  /** An API token. */
  | { kind: 'token'; id: number }
  /** A reader who logged in, or everybody. */
  | { kind: 'user'; id: number }
  | { kind: 'public' };

interface Authenticated {
  strategy?: { name?: string };
  credentials?: { id?: number } | null;
}

/** Who sends a request; null where Strapi let them in by a way that is not known here. */
export function setterOf(ctx: Context): Setter | null {
  const { strategy, credentials } = (ctx.state.auth ?? {}) as Authenticated;
  const id = credentials?.id;
  const user = (ctx.state.user as { id?: number } | undefined)?.id;
  switch (strategy?.name) {
    case 'admin':
      return user === undefined ? null : { kind: 'admin', id: user };
    case 'admin-token':
      return user === undefined || id === undefined ? null : { kind: 'admin', id: user, token: id };
    case 'content-api-token':
    case 'api-token':
      return id === undefined ? null : { kind: 'token', id };
    case 'users-permissions':
      return id === undefined ? { kind: 'public' } : { kind: 'user', id };
    default:
      return null;
  }
}

interface Engine {
  generateUserAbility(user: unknown): Promise<Ability>;
  generateTokenAbility(permissions: unknown[], owner: unknown): Promise<Ability>;
}
interface TokenRow {
  type: string;
  kind: string | null;
  /** Never, where there is none. */
  expiresAt: number | string | null;
  permissions?: { action: string }[];
  adminPermissions?: unknown[];
}
interface RoleRow {
  permissions?: { action: string }[];
}

/** Strapi gives the instant as text: milliseconds or ISO 8601, as the database keeps it. */
function isExpired({ expiresAt }: Pick<TokenRow, 'expiresAt'>): boolean {
  if (expiresAt === null) return false;
  const at = Number(expiresAt);
  return (Number.isNaN(at) ? Date.parse(String(expiresAt)) : at) < Date.now();
}

/** An administrator's permissions as they are now; null where there is none, or no longer. */
async function abilityOf(
  strapi: Core.Strapi,
  { id, token }: Extract<Setter, { kind: 'admin' }>
): Promise<Ability | null> {
  const user: { isActive?: boolean; blocked?: boolean } | null = await strapi.db
    .query('admin::user')
    .findOne({ where: { id }, populate: ['roles'] });
  if (user?.isActive !== true || user.blocked === true) return null;
  const { engine } = strapi.service('admin::permission') as unknown as { engine: Engine };
  if (token === undefined) return engine.generateUserAbility(user);
  const row: TokenRow | null = await strapi.db
    .query('admin::api-token')
    .findOne({ where: { id: token }, populate: ['adminPermissions'] });
  return row && !isExpired(row) ? engine.generateTokenAbility(row.adminPermissions ?? [], user) : null;
}

const grants = (role: RoleRow | null | undefined, action: string) =>
  role?.permissions?.some((permission) => permission.action === action) ?? false;

async function tokenHolds(strapi: Core.Strapi, id: number, action: string): Promise<boolean> {
  const token: TokenRow | null = await strapi.db
    .query('admin::api-token')
    .findOne({ where: { id }, populate: ['permissions'] });
  if (!token || token.kind === 'admin' || isExpired(token)) return false;
  return token.type === 'full-access' || (token.type === 'custom' && grants(token, action));
}

async function readerHolds(strapi: Core.Strapi, setter: Setter, action: string): Promise<boolean> {
  if (!strapi.plugins['users-permissions']) return false;
  if (setter.kind === 'public') {
    const role: RoleRow | null = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' }, populate: ['permissions'] });
    return grants(role, action);
  }
  if (setter.kind !== 'user') return false;
  const user: { blocked?: boolean | null; role?: RoleRow | null } | null = await strapi.db
    .query('plugin::users-permissions.user')
    .findOne({ where: { id: setter.id }, populate: { role: { populate: ['permissions'] } } });
  return user !== null && user.blocked !== true && grants(user.role, action);
}

/** What whoever set a hold may publish now: accounts are deactivated, tokens deleted and roles changed meanwhile. */
export function publishingOfSetter(strapi: Core.Strapi, setter: Setter): Publishing {
  return async (type, documentId, locales) => {
    if (setter.kind === 'admin') {
      const ability = await abilityOf(strapi, setter);
      return ability ? adminPublishing(strapi, ability)(type, documentId, locales) : [...locales];
    }
    const action = publishAction(type);
    const may = setter.kind === 'token' ? tokenHolds(strapi, setter.id, action) : readerHolds(strapi, setter, action);
    return (await may) ? [] : [...locales];
  };
}
