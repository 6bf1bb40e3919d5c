import { Link as LinkIcon } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { ADMIN_ACTIONS, PLUGIN_ID } from '../../shared/src/ids';
import { text } from './texts';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Story slugs' });
    app.customFields.register({
      name: 'slug',
      pluginId: PLUGIN_ID,
      type: 'string',
      icon: LinkIcon,
      intlLabel: text('field.label'),
      intlDescription: text('field.description'),
      components: {
        // Strapi types the component as one without props, and gives it those of an input.
        Input: () =>
          import('./field/SlugInput').then((module) => ({ default: module.default as unknown as ComponentType })),
      },
    });
    app.createSettingSection({ id: PLUGIN_ID, intlLabel: text('settings.section') }, [
      {
        id: `${PLUGIN_ID}.regenerate`,
        to: PLUGIN_ID,
        intlLabel: text('settings.title'),
        permissions: [{ action: ADMIN_ACTIONS.regenerate, subject: null }],
        Component: () => import('./regenerate/RegeneratePage'),
      },
    ]);
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
