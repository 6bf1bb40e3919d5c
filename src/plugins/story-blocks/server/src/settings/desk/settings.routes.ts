import { z } from 'zod';
import { ADMIN_ACTIONS, progressSchema, settingsAnswerSchema, settingsPreviewSchema } from '../../../../shared/src';
import { needs } from '../../access/needs';

const config = needs(ADMIN_ACTIONS.settings);
const answer = z.object({ data: settingsAnswerSchema });

export const settingsAdminRoutes = [
  { method: 'GET' as const, path: '/settings', handler: 'settings.get', response: answer, config },
  { method: 'PUT' as const, path: '/settings', handler: 'settings.save', response: answer, config },
  {
    method: 'GET' as const,
    path: '/settings/ranking',
    handler: 'settings.ranking',
    response: z.object({ data: progressSchema.nullable() }),
    config,
  },
  {
    method: 'POST' as const,
    path: '/settings/preview',
    handler: 'settings.preview',
    response: z.object({ data: settingsPreviewSchema }),
    config,
  },
];
