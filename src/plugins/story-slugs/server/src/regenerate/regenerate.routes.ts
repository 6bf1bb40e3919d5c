import { ADMIN_ACTIONS } from '../../../shared/src';

const config = { policies: [{ name: 'admin::hasPermissions', config: { actions: [ADMIN_ACTIONS.regenerate] } }] };

export const regenerateRoutes = [
  { method: 'GET' as const, path: '/regenerate', handler: 'regenerate.report', config },
  { method: 'POST' as const, path: '/regenerate', handler: 'regenerate.run', config },
];
