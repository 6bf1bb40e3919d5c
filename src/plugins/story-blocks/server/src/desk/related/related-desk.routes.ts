import { z } from 'zod';
import { ADMIN_ACTIONS, deskRelatedSchema, previewedRelatedSchema } from '../../../../shared/src';
import { needs } from '../../access/needs';

const config = needs(ADMIN_ACTIONS.blocks);
const answer = <Schema extends z.ZodType>(data: Schema) => z.object({ data });

export const relatedDeskRoutes = [
  {
    method: 'GET' as const,
    path: '/desk/related/:documentId',
    handler: 'relatedDesk.get',
    response: answer(deskRelatedSchema),
    config,
  },
  {
    method: 'POST' as const,
    path: '/desk/related/preview',
    handler: 'relatedDesk.preview',
    response: answer(previewedRelatedSchema),
    config,
  },
];
