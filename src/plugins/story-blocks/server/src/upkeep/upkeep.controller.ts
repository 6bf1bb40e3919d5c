import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ADMIN_ACTIONS } from '../../../shared/src';
import type { Desk } from '../config';
import type { Problems } from '../registry';
import { health } from './health';

export const createUpkeepController = (strapi: Core.Strapi, desk: Desk, problems: Problems) => ({
  async health(ctx: Context) {
    ctx.body = { data: await health(strapi, desk, problems) };
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
