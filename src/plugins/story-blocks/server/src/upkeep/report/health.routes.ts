import { z } from 'zod';
import { ADMIN_ACTIONS, healthReportSchema, runSchema } from '../../../../shared/src';
import { needs } from '../../access/needs';

const run = z.object({ data: runSchema });

export const healthAdminRoutes = [
  {
    method: 'GET' as const,
    path: '/health',
    handler: 'health.get',
    response: z.object({ data: healthReportSchema }),
    config: needs(ADMIN_ACTIONS.upkeep),
  },
  {
    method: 'POST' as const,
    path: '/health/retry',
    handler: 'health.retry',
    response: z.object({ data: z.object({ retried: z.number().int() }) }),
    config: needs(ADMIN_ACTIONS.rebuild),
  },
  {
    method: 'POST' as const,
    path: '/health/runs',
    handler: 'health.start',
    response: run,
    config: needs(ADMIN_ACTIONS.rebuild),
  },
  {
    method: 'DELETE' as const,
    path: '/health/runs/:pass',
    handler: 'health.stop',
    response: run,
    config: needs(ADMIN_ACTIONS.rebuild),
  },
];
