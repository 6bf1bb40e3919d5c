import { z } from 'zod';
import {
  ADMIN_ACTIONS,
  askedPageSchema,
  deskPageSchema,
  deskStorySchema,
  PLUGIN_ID,
  receiptSchema,
} from '../../../../shared/src';
import { needs } from '../../access/needs';

/** Who may hold a story must be told where it stands. */
const readsOrHolds = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: `plugin::${PLUGIN_ID}.has-one-of`, config: { actions: [ADMIN_ACTIONS.blocks, ADMIN_ACTIONS.holds] } },
  ],
};

const data = (schema: z.ZodType) => z.object({ data: schema });

export const deskStoryRoutes = [
  {
    method: 'POST' as const,
    path: '/desk/story/preview',
    handler: 'deskStory.preview',
    response: data(deskStorySchema),
    config: needs(ADMIN_ACTIONS.blocks),
  },
  {
    method: 'GET' as const,
    path: '/desk/story/:documentId',
    handler: 'deskStory.get',
    response: data(deskStorySchema),
    config: needs(ADMIN_ACTIONS.blocks),
  },
  {
    method: 'GET' as const,
    path: '/desk/pages/:documentId',
    handler: 'deskStory.page',
    response: data(deskPageSchema),
    config: needs(ADMIN_ACTIONS.blocks),
  },
  {
    method: 'GET' as const,
    path: '/desk/standing/:documentId',
    handler: 'standing.get',
    response: data(receiptSchema),
    config: readsOrHolds,
  },
  {
    method: 'POST' as const,
    path: '/desk/standing/:documentId',
    handler: 'standing.askAgain',
    response: data(z.array(askedPageSchema)),
    config: readsOrHolds,
  },
];
