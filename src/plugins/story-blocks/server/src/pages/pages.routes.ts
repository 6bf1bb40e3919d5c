import type { Context } from 'koa';
import { type ContentRoute, toStrapiRoute } from '../lib/content-route';
import type { PageKind } from './kinds/page-kind';
import { listsApi } from './lists/lists.routes';

/** The read routes of the content API, by the controller's method that answers them. */
export const pagesApi = (kinds: readonly PageKind[]): Record<string, ContentRoute> => ({
  ...Object.fromEntries(
    kinds.flatMap(({ routes, answer }) => routes.map((route) => [route.handler, { ...route, answer }]))
  ),
  ...listsApi,
});

/**
 * The read routes as Strapi mounts them. What a caller must hold is the permission to find stories, not an action of ours.
 *
 * @param scope - `<story uid>.find` of the one mapped story type. With several it is empty, which lets every caller in,
 *   and the controller gives each only the types that it may find.
 * @param call - Calls a controller's method. Only where a handler is a function does Strapi leave an empty scope empty.
 */
export const pagesRoutes = (
  kinds: readonly PageKind[],
  scope: string[],
  call: (name: string) => (ctx: Context) => unknown
) =>
  Object.entries(pagesApi(kinds)).map(([name, route]) =>
    // Strapi lists a permission only where a route bears it, such as the one to see drafts.
    route.needsToken
      ? toStrapiRoute(route, `pages.${name}`, {})
      : toStrapiRoute(route, scope.length > 0 ? `pages.${name}` : call(name), { auth: { scope } })
  );
