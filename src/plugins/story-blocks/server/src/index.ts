import type { Core } from '@strapi/strapi';
import { createNewsroomService } from '@wiredesk/newsroom';
import type { Context } from 'koa';
import { PLUGIN_ID } from '../../shared/src';
import { assemblyOf } from './assemble';
import { bootstrap, destroy } from './bootstrap';
import { createPinsController, pinsAdminRoutes } from './curation/pins';
import { boardAdminRoutes, createBoardController } from './desk/board';
import { createRelatedDeskController, relatedDeskRoutes } from './desk/related';
import { createStoriesDeskController, readsStories, storiesDeskRoutes } from './desk/stories';
import {
  createDeskStoryController,
  createPreviewService,
  createStandingController,
  deskStoryRoutes,
  hasOneOf,
} from './desk/story';
import { createHoldsController, holdsAdminRoutes, holdsRoutes } from './holds';
import { createPagesController, pagesRoutes } from './pages';
import { register } from './register';
import { createBlocksService, createPagesService, createStoriesService } from './services';
import { createSettingsController, settingsAdminRoutes } from './settings/desk';
import { check, health, reconcile } from './upkeep';
import { createHealthController, healthAdminRoutes } from './upkeep/report';

export type { Block, Page } from './blocks';
export type { FilledPage, FillRequest, PageAsked, PageData, PageField, PageKind, PageRoute } from './pages';
export type { RankContext, RankedStory, Signal } from './related';
export type { PublishedStory, StoryBlocksServices } from './services';

type Strapi = { strapi: Core.Strapi };

/** Routes are made when Strapi mounts them: then the mapping is known. */
const contentApi = ({ strapi }: Strapi) => {
  const { newsroom, kinds } = assemblyOf(strapi);
  const stories = newsroom.config.types.story;
  const scope = stories.length === 1 ? [`${stories[0].uid}.find`] : [];
  const pages = strapi.get('controllers') as { get(uid: string): ReturnType<typeof createPagesController> };
  const call = (name: string) => (ctx: Context) => pages.get(`plugin::${PLUGIN_ID}.pages`)[name](ctx);
  return { type: 'content-api' as const, routes: [...pagesRoutes(kinds.all(), scope, call), ...holdsRoutes] };
};

export default {
  register,
  bootstrap,
  destroy,
  controllers: {
    pages: ({ strapi }: Strapi) => createPagesController({ strapi, ...assemblyOf(strapi) }),
    holds: ({ strapi }: Strapi) => {
      const { newsroom, holds } = assemblyOf(strapi);
      return createHoldsController(strapi, newsroom, holds);
    },
    board: ({ strapi }: Strapi) => createBoardController({ strapi, ...assemblyOf(strapi) }),
    deskStory: ({ strapi }: Strapi) => createDeskStoryController(strapi, assemblyOf(strapi)),
    deskStories: ({ strapi }: Strapi) => createStoriesDeskController({ strapi, ...assemblyOf(strapi) }),
    standing: ({ strapi }: Strapi) => createStandingController(strapi, assemblyOf(strapi)),
    pins: ({ strapi }: Strapi) => createPinsController(strapi, assemblyOf(strapi)),
    health: ({ strapi }: Strapi) => createHealthController({ strapi, ...assemblyOf(strapi) }),
    settings: ({ strapi }: Strapi) => createSettingsController({ strapi, ...assemblyOf(strapi) }),
    relatedDesk: ({ strapi }: Strapi) => createRelatedDeskController({ strapi, ...assemblyOf(strapi) }),
  },
  middlewares: {
    /** Kept answers leave here. */
    'early-answers': (_config: unknown, { strapi }: Strapi) => assemblyOf(strapi).early.handle,
  },
  policies: { 'has-one-of': hasOneOf, 'reads-stories': readsStories },
  routes: {
    'content-api': contentApi,
    admin: {
      type: 'admin' as const,
      routes: [
        ...boardAdminRoutes,
        ...storiesDeskRoutes,
        ...deskStoryRoutes,
        ...holdsAdminRoutes,
        ...relatedDeskRoutes,
        ...pinsAdminRoutes,
        ...healthAdminRoutes,
        ...settingsAdminRoutes,
      ],
    },
  },
  services: {
    /** `add({ plugin, key, schema })`, in another plugin's `register()`: a key of `config/newsroom`. */
    newsroom: createNewsroomService,
    stories: ({ strapi }: Strapi) => createStoriesService(strapi, assemblyOf(strapi)),
    pages: ({ strapi }: Strapi) => createPagesService(strapi, assemblyOf(strapi)),
    blocks: ({ strapi }: Strapi) => createBlocksService(strapi, assemblyOf(strapi)),
    related: ({ strapi }: Strapi) => {
      const { registerSignal, rankAgain } = assemblyOf(strapi).related;
      return {
        /** `registerSignal(signal)`, in another plugin's `register()`. */
        registerSignal,
        /** Has all links made again in the background: what a signal of yours knows has changed. */
        rankAgain,
      };
    },
    holds: ({ strapi }: Strapi) => assemblyOf(strapi).holds,
    /** `address(uid, { documentId, locale, status }, template)`: where a frontend shows a story, for `config/admin`. */
    previews: ({ strapi }: Strapi) => createPreviewService(strapi, assemblyOf(strapi)),
    upkeep: ({ strapi }: Strapi) => {
      const assembly = assemblyOf(strapi);
      const { newsroom, troubles, related, worker, runner } = assembly;
      return {
        reconcile: (watch?: Parameters<typeof reconcile>[2]) => reconcile(strapi, { newsroom, troubles }, watch),
        rebuild: runner.rebuild,
        check: () => check(strapi, newsroom),
        health: () => health(strapi, assembly),
        relateNext: related.relateNext,
        wake: worker.wake,
      };
    },
  },
};
