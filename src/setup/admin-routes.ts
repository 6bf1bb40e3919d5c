import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
  config?: { policies?: unknown[] };
}

/** Routes that Strapi opens to every administrator, and the permission of the page that they belong to. */
const CLOSED: [plugin: string, method: string, path: string, action: string][] = [
  // Sends whatever mail to whomever, in the newsroom's name.
  ['email', 'POST', '/', 'plugin::email.settings.read'],
  ['i18n', 'PUT', '/settings', 'plugin::i18n.locale.update'],
  // Forms of components are the same for everybody.
  ['content-manager', 'PUT', '/components/:uid/configuration', 'plugin::content-manager.components.configure-layout'],
];

/** Asks for a permission on routes of Strapi's admin that write and ask for none. */
export function closeAdminRoutes(strapi: Core.Strapi): void {
  for (const [plugin, method, path, action] of CLOSED) {
    const { admin } = (strapi.plugins[plugin]?.routes ?? {}) as unknown as { admin?: { routes: Route[] } };
    const route = admin?.routes.find((one) => one.method === method && one.path === path);
    if (!route) {
      strapi.log.warn(
        `${method} /${plugin}${path} is not there to be closed: another version of Strapi may have it elsewhere.`
      );
      continue;
    }
    const policy = { name: 'admin::hasPermissions', config: { actions: [action] } };
    route.config = { ...route.config, policies: ['admin::isAuthenticatedAdmin', policy] };
  }
}
