import type { Core } from '@strapi/strapi';
import { createNewsroomService } from '@wiredesk/newsroom';
import type { Context } from 'koa';
import { PLUGIN_ID } from '../../shared/src';
import { bootstrap } from './bootstrap';
import { config } from './config';
import { createFieldController } from './field/field.controller';
import { fieldRoutes } from './field/field.routes';
import { createFieldService } from './field/field.service';
import { createHoldersService } from './field/holders.service';
import { createCheckService } from './findings/check.service';
import { createHistoryService } from './history/history.service';
import { createResolveController } from './history/resolve.controller';
import { resolveRoutes } from './history/resolve.routes';
import { createRegenerateController } from './regenerate/regenerate.controller';
import { regenerateRoutes } from './regenerate/regenerate.routes';
import { createRegenerateService } from './regenerate/regenerate.service';
import { register } from './register';
import { slugTypesOf } from './types-of-app';

type Strapi = { strapi: Core.Strapi };

const history = ({ strapi }: Strapi) => createHistoryService(strapi, slugTypesOf(strapi).types);
const regenerate = ({ strapi }: Strapi) => createRegenerateService(strapi, slugTypesOf(strapi).types);

/** Routes are made when Strapi mounts them: then its controllers are there. */
const contentApi = ({ strapi }: Strapi) => {
  const controllers = strapi.get('controllers') as { get(uid: string): ReturnType<typeof createResolveController> };
  const resolve = (ctx: Context) => controllers.get(`plugin::${PLUGIN_ID}.history`).resolve(ctx);
  return { type: 'content-api' as const, routes: resolveRoutes(resolve) };
};

export default {
  config,
  register,
  bootstrap,
  controllers: {
    history: ({ strapi }: Strapi) => createResolveController(strapi, slugTypesOf(strapi).types, history({ strapi })),
    field: ({ strapi }: Strapi) => createFieldController(strapi, slugTypesOf(strapi).types, createFieldService(strapi)),
    regenerate: ({ strapi }: Strapi) =>
      createRegenerateController(strapi, slugTypesOf(strapi).types, regenerate({ strapi })),
  },
  routes: {
    'content-api': contentApi,
    admin: { type: 'admin' as const, routes: [...fieldRoutes, ...regenerateRoutes] },
  },
  services: {
    /** `add({ plugin, key, schema })`, in another plugin's `register()`: a key of `config/newsroom`. */
    newsroom: createNewsroomService,
    /**
     * `resolve({ slug, locale, types })`: where a slug leads, now and before. `holders({ slugs, locales, types })`: whose slugs
     * are, published or not. `slugsOf({ documentId, type })`: every slug that an entry has or had.
     * `firstPublished({ uid, documentIds })`: when the first of documents' slugs was noted.
     */
    history,
    /** `run({ types, locale, chosen, published, apply })`: makes slugs again, or tells what that would change. */
    regenerate,
    /** `isTaken({ uid, slug, locale, documentId })`: whether a slug is another document's. */
    holders: ({ strapi }: Strapi) => createHoldersService(slugTypesOf(strapi).types, createFieldService(strapi)),
    /** `entry({ uid, slug, headline, locale, documentId })`: what an editor should know of a slug and its headline. */
    check: ({ strapi }: Strapi) => createCheckService(slugTypesOf(strapi).types, createFieldService(strapi)),
  },
};
