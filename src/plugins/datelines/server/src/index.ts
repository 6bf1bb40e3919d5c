import type { Core } from '@strapi/strapi';
import { createNewsroomService, judgeKeys } from '@wiredesk/newsroom';
import { createHouseService, deskOf, type HouseService } from './newsroom';
import { createPlacesController, createPlacesService, type PlacesService } from './places';
import { readsStories } from './reads-stories.policy';
import { createRecogniseController, createRecogniseService, type RecogniseService } from './recognise';
import { adminRoutes, contentApiRoutes } from './routes';
import { type CheckService, createCheckController, createCheckService, createMappingController } from './stories';
import { createStylesService, type StylesService } from './styles.service';
import { createTextService, type TextService } from './text.service';

export type { Reader, Readers } from './lib/reader';
export type { CheckService, HouseService, PlacesService, RecogniseService, StylesService, TextService };

export default {
  services: {
    styles: createStylesService,
    text: createTextService,
    house: createHouseService,
    places: createPlacesService,
    recognise: createRecogniseService,
    check: createCheckService,
    newsroom: createNewsroomService,
  },
  controllers: {
    recognise: createRecogniseController,
    places: createPlacesController,
    check: createCheckController,
    mapping: createMappingController,
  },
  policies: { 'reads-stories': readsStories },
  routes: {
    admin: { type: 'admin' as const, routes: adminRoutes },
    'content-api': { type: 'content-api' as const, routes: contentApiRoutes },
  },
  bootstrap({ strapi }: { strapi: Core.Strapi }) {
    judgeKeys(strapi);
    // A mapping that does not fit stops the start, not a request.
    deskOf(strapi);
    const styles: StylesService = strapi.plugin('datelines').service('styles');
    styles.close();
  },
};
