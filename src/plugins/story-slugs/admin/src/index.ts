import { Link as LinkIcon } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { registerTranslations } from '@wiredesk/strapi-kit/admin';
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

  registerTrads: registerTranslations(PLUGIN_ID, (locale) => import(`./translations/${locale}.json`)),
};
