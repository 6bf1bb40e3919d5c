import { z } from 'zod';
import { ADMIN_ACTIONS, foundStorySchema, PLUGIN_ID, storyTypesSchema } from '../../../../shared/src';
import { needs } from '../../access/needs';

export const storiesDeskRoutes = [
  {
    method: 'GET' as const,
    path: '/desk/story-types',
    handler: 'deskStories.types',
    response: z.object({ data: storyTypesSchema }),
    // Who lacks other permissions is told so by the panels.
    config: { policies: ['admin::isAuthenticatedAdmin', `plugin::${PLUGIN_ID}.reads-stories`] },
  },
  {
    method: 'GET' as const,
    path: '/desk/stories',
    handler: 'deskStories.search',
    response: z.object({ data: z.array(foundStorySchema) }),
    config: needs(ADMIN_ACTIONS.blocks),
  },
];
