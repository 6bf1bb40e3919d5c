import type { Core } from '@strapi/strapi';
import { setEditViews } from './setup/edit-views';
import { ensureLocales } from './setup/locales';
import { labelPlaces } from './setup/place-labels';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    labelPlaces(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureLocales(strapi);
    await setEditViews(strapi);
  },
};
