import type { Core } from '@strapi/strapi';
import { inTransaction } from '@wiredesk/strapi-kit/server';
import { ADMIN_ACTIONS } from '../../shared/src';
import { noteOnce } from './db';

/**
 * What Strapi's own roles may do from the first start on. An editor may already take any story down and change any
 * section; settings and rebuilds, which work on everything at once, stay with the administrators.
 */
const DEFAULTS: Record<string, string[]> = {
  'strapi-editor': [ADMIN_ACTIONS.blocks, ADMIN_ACTIONS.pins, ADMIN_ACTIONS.board, ADMIN_ACTIONS.holds],
  'strapi-author': [ADMIN_ACTIONS.blocks],
};

interface RoleService {
  addPermissions(id: number, permissions: Record<string, unknown>[]): Promise<unknown>;
}

const isOurs = (action: string) => (Object.values(ADMIN_ACTIONS) as string[]).includes(action);

/** Gives a role its defaults once: what an administrator takes away, or gave before, is his. */
async function give(strapi: Core.Strapi, { id, code }: { id: number; code: string }): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    if (!(await noteOnce(strapi, sql, `role ${code}`))) return;
    const permissions = await strapi.db.query('admin::permission').findMany({ where: { role: { id } } });
    if (permissions.some(({ action }: { action: string }) => isOurs(action))) return;
    const roles = strapi.service('admin::role') as unknown as RoleService;
    await roles.addPermissions(
      id,
      DEFAULTS[code].map((action) => ({ action, subject: null, properties: {}, conditions: [] }))
    );
  });
}

/** Gives Strapi's own roles what they may do; at the first start of an application they are made after this plugin. */
export async function giveRoleDefaults(strapi: Core.Strapi): Promise<void> {
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    async afterCreate({ result }) {
      const role = result as { id: number; code?: string };
      if (role.code && Object.hasOwn(DEFAULTS, role.code)) await give(strapi, { id: role.id, code: role.code });
    },
  });
  const roles: { id: number; code: string }[] = await strapi.db
    .query('admin::role')
    .findMany({ where: { code: { $in: Object.keys(DEFAULTS) } } });
  for (const role of roles) await give(strapi, role);
}
