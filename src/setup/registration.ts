import type { Core } from '@strapi/strapi';

/** As Strapi has them, but for the first: it would let anybody make an account. */
const FIRST_SETTINGS = {
  allow_register: false,
  unique_email: true,
  email_confirmation: false,
  email_reset_password: null,
  email_confirmation_redirection: null,
  default_role: 'authenticated',
};

/**
 * Closes registration of readers' accounts on a new database, before Strapi opens it there. What has been chosen in the
 * admin stands: a database that has the settings is left alone.
 */
export function closeRegistration(strapi: Core.Strapi): void {
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
    if (!(await store.get({}))) await store.set({ value: FIRST_SETTINGS });
  });
}
