import {
  ADMIN_ACTIONS,
  heldAnswerSchema,
  holdAnswerSchema,
  holdBodySchema,
  holdsQuery,
  liftedAnswerSchema,
  nameQuery,
} from '../../../shared/src';
import { needs } from '../access/needs';

const path = '/holds/:documentId';
const request = { params: { documentId: nameQuery }, query: holdsQuery.shape };

export const holdsRoutes = [
  { method: 'GET' as const, path, handler: 'holds.get', request, response: holdAnswerSchema, config: {} },
  {
    method: 'PUT' as const,
    path,
    handler: 'holds.set',
    request: { ...request, body: { 'application/json': holdBodySchema } },
    response: heldAnswerSchema,
    config: {},
  },
  { method: 'DELETE' as const, path, handler: 'holds.lift', request, response: liftedAnswerSchema, config: {} },
];

const config = needs(ADMIN_ACTIONS.holds);

export const holdsAdminRoutes = [
  ...holdsRoutes.map((route) => ({ ...route, config })),
  {
    method: 'POST' as const,
    path: `${path}/try-again`,
    handler: 'holds.tryAgain',
    request,
    response: holdAnswerSchema,
    config,
  },
];
