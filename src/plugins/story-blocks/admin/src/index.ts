import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from './pluginId';
import { RelatedPanel } from './related/RelatedPanel';

interface ContentManagerApis {
  addEditViewSidePanel(panels: unknown[]): void;
}

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Story blocks' });
  },

  bootstrap(app: StrapiApp) {
    const { apis } = app.getPlugin('content-manager');
    (apis as unknown as ContentManagerApis).addEditViewSidePanel([RelatedPanel]);
  },

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
