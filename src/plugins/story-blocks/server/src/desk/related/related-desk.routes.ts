import { z } from 'zod';
import {
  ADMIN_ACTIONS,
  deskRelatedSchema,
  foundStorySchema,
  PLUGIN_ID,
  previewedRelatedSchema,
  relatedMappingSchema,
} from '../../../../shared/src';

const config = { policies: [{ name: 'admin::hasPermissions', config: { actions: [ADMIN_ACTIONS.blocks] } }] };
const answer = <Schema extends z.ZodType>(data: Schema) => z.object({ data });

export const relatedDeskRoutes = [
  {
    method: 'GET' as const,
    path: '/desk/related',
    handler: 'relatedDesk.mapping',
    response: answer(relatedMappingSchema),
    // Who lacks the permission below is told so by the panel.
    config: { policies: ['admin::isAuthenticatedAdmin', `plugin::${PLUGIN_ID}.reads-stories`] },
  },
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
  {
    method: 'GET' as const,
    path: '/desk/stories',
    handler: 'relatedDesk.search',
    response: answer(z.array(foundStorySchema)),
    config,
  },
];
