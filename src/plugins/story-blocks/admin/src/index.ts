import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from './pluginId';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Story blocks' });
  },

  bootstrap(_app: StrapiApp) {},

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        try {
          const { default: texts } = (await import(`./translations/${locale}.json`)) as {
            default: Record<string, string>;
          };
          const data = Object.fromEntries(Object.entries(texts).map(([id, value]) => [`${PLUGIN_ID}.${id}`, value]));
          return { data, locale };
        } catch {
          // A language without a translation reads English.
          return { data: {}, locale };
        }
      })
    );
  },
};
