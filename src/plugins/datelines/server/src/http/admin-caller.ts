import type { Core } from '@strapi/strapi';
import { permissionChecker } from '@wiredesk/strapi-kit/server';
import type { Context } from 'koa';
import type { Reader } from '../lib/reader';

/** What the administrator who asks may see: the content manager's own permission checks. */
export const readerFor = (strapi: Core.Strapi, ctx: Context, model: string): Reader =>
  permissionChecker(strapi, ctx.state.userAbility, model);
