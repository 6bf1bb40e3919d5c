import { z } from 'zod';
import { ADMIN_ACTIONS, holdSchema, receiptSchema } from '../../../shared/src';
import { needs } from '../http/needs';

const held = z.object({ data: holdSchema.extend({ receipt: receiptSchema.nullable() }) });
const lifted = z.object({ data: z.object({ documentId: z.string(), lifted: z.boolean() }) });

export const holdsRoutes = [
  {
    method: 'GET' as const,
    path: '/holds/:documentId',
    handler: 'holds.get',
    response: z.object({ data: holdSchema.nullable() }),
    config: {},
  },
  { method: 'PUT' as const, path: '/holds/:documentId', handler: 'holds.set', response: held, config: {} },
  { method: 'DELETE' as const, path: '/holds/:documentId', handler: 'holds.lift', response: lifted, config: {} },
];

const config = needs(ADMIN_ACTIONS.holds);

export const holdsAdminRoutes = holdsRoutes.map((route) => ({ ...route, config }));
