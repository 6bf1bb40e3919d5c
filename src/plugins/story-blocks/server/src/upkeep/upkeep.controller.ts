import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ADMIN_ACTIONS } from '../../../shared/src';
import { health } from './health';

export const createUpkeepController = (strapi: Core.Strapi, parts: Parameters<typeof health>[1]) => ({
  async health(ctx: Context) {
    ctx.body = { data: await health(strapi, parts) };
  },
});

export const upkeepAdminRoutes = [
  {
    method: 'GET' as const,
    path: '/health',
    handler: 'upkeep.health',
    config: { policies: [{ name: 'admin::hasPermissions', config: { actions: [ADMIN_ACTIONS.upkeep] } }] },
  },
];
