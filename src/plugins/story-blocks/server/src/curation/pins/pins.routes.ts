import { z } from 'zod';
import { ADMIN_ACTIONS, willSchema } from '../../../../shared/src';
import { needs } from '../../access/needs';

const config = needs(ADMIN_ACTIONS.pins);
const response = z.object({ data: willSchema });

export const pinsAdminRoutes = [
  { method: 'GET' as const, path: '/pins/:documentId', handler: 'pins.get', response, config },
  { method: 'PUT' as const, path: '/pins/:documentId', handler: 'pins.set', response, config },
];
