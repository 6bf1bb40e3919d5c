import { z } from 'zod';
import { ADMIN_ACTIONS, boardListSchema, boardSchema } from '../../../../shared/src';
import { needs } from '../../access/needs';

const read = (path: string, handler: string, data: z.ZodType) => ({
  method: 'GET' as const,
  path,
  handler,
  response: z.object({ data }),
  config: needs(ADMIN_ACTIONS.blocks),
});

export const boardAdminRoutes = [
  read('/desk/board', 'board.list', boardListSchema),
  read('/desk/board/:section', 'board.find', boardSchema),
  {
    method: 'PUT' as const,
    path: '/desk/board/:section',
    handler: 'board.set',
    response: z.object({ data: boardSchema }),
    config: needs(ADMIN_ACTIONS.board),
  },
];
