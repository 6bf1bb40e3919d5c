import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** What the content manager knows of who asks: its roles, down to fields and single entries. */
export interface PermissionChecker {
  can: { read(entity?: unknown): boolean; create(entity?: unknown): boolean };
  sanitizeOutput<Entity>(entity: Entity): Promise<Entity>;
  sanitizeCreateInput<Data>(data: Data): Promise<Data>;
}

/** What the caller may see of a content type. */
export type Checkers = (uid: string) => PermissionChecker;

interface CheckerService {
  create(options: { userAbility: unknown; model: string }): PermissionChecker;
}

/** The content manager's own permission checks, for the administrator who asks. */
export function checkerFor(strapi: Core.Strapi, ctx: Context, model: string): PermissionChecker {
  const service = strapi.plugin('content-manager').service('permission-checker') as CheckerService;
  return service.create({ userAbility: ctx.state.userAbility, model });
}
