import type { Core } from '@strapi/strapi';
import { type PermissionChecker, permissionChecker } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';

/** What the caller may see of a content type. */
export type Checkers = (uid: string) => PermissionChecker;

/** The content manager's own permission checks, for the administrator who asks. */
export const checkerFor = (strapi: Core.Strapi, ctx: Context, model: string): PermissionChecker =>
  permissionChecker(strapi, ctx.state.userAbility, model);
