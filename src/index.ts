import type { Core } from '@strapi/strapi';
import { setEditViews } from './setup/edit-views';
import { ensureLocales } from './setup/locales';
import { labelPlaces } from './setup/place-labels';
import { checkUploads } from './uploads/check-content';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    labelPlaces(strapi);
    checkUploads(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureLocales(strapi);
    await setEditViews(strapi);
  },
};
