import type { StrapiApp } from '@strapi/strapi/admin';
import { registerTranslations } from '@wiredesk/strapi-kit/admin';
import { DatelinePanel } from './panel/DatelinePanel';
import { PLUGIN_ID } from './pluginId';

interface ContentManagerApis {
  addEditViewSidePanel(panels: unknown[]): void;
}

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Datelines' });
  },

  bootstrap(app: StrapiApp) {
    const { apis } = app.getPlugin('content-manager');
    (apis as unknown as ContentManagerApis).addEditViewSidePanel([DatelinePanel]);
  },

  registerTrads: registerTranslations(PLUGIN_ID, (locale) => import(`./translations/${locale}.json`)),
};
