import type { Core } from '@strapi/strapi';
import { refuseOrders } from './limits/refuse-orders';
import { closeAdminRoutes } from './setup/admin-routes';
import { refuseDemoPassword } from './setup/demo-password';
import { setEditViews } from './setup/edit-views';
import { ensureLocales } from './setup/locales';
import { labelPlaces } from './setup/place-labels';
import { closeRegistration } from './setup/registration';
import { checkUploads } from './uploads/check-content';
import { fetchFromInternet } from './uploads/fetch-from-internet';
import { openPictures } from './uploads/open-pictures';

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    labelPlaces(strapi);
    closeRegistration(strapi);
    closeAdminRoutes(strapi);
    refuseOrders(strapi);
    checkUploads(strapi);
    fetchFromInternet(strapi);
    await openPictures(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await refuseDemoPassword(strapi);
    await ensureLocales(strapi);
    await setEditViews(strapi);
  },
};
