import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** A route of the content API, as Strapi mounted it. */
export interface Route {
  method: string;
  /** With its prefix, such as `/api/articles/:id`. */
  path: string;
  handler: string;
  /** `api::article`, `plugin::upload`. */
  owner: string;
}

/** An admin route of one of our plugins. */
export interface AdminRoute {
  method: string;
  path: string;
  /** Actions that its policy asks for; none where it has no policy. */
  actions: string[];
  /** Whether it asks content-manager itself who may write entries of the type. */
  asksManager: boolean;
}

const pluginsDir = path.resolve(import.meta.dirname, '../../../src/plugins');

interface RawRoute {
  method: string;
  path: string;
  handler: unknown;
  config?: { policies?: (string | { name: string; config?: { actions?: string[] } })[] };
}

/** Names of the plugins that stand in this repository, as the application knows them. */
export function ownPlugins(strapi: Core.Strapi): string[] {
  return fs
    .readdirSync(pluginsDir)
    .map((dir) => path.join(pluginsDir, dir, 'package.json'))
    .filter((file) => fs.existsSync(file))
    .map((file) => (JSON.parse(fs.readFileSync(file, 'utf8')) as { strapi: { name: string } }).strapi.name)
    .filter((name) => strapi.plugins[name]);
}

/** Every route of the content API. */
export async function contentRoutes(strapi: Core.Strapi): Promise<Route[]> {
  const map = (await strapi.contentAPI.getRoutesMap()) as unknown as Record<string, RawRoute[]>;
  return Object.entries(map).flatMap(([owner, routes]) =>
    routes.map(({ method, path: address, handler }) => ({ method, path: address, handler: String(handler), owner }))
  );
}

/** Addresses under `/api` that the server answers and that no content-API router names. */
export function strayRoutes(strapi: Core.Strapi, routes: Route[]): string[] {
  const known = new Set(routes.map((route) => route.path.replace(/\/$/, '')));
  const layers = strapi.server.listRoutes() as unknown as { path: string; methods: string[] }[];
  return layers
    .filter((layer) => layer.methods.length > 0 && layer.path.startsWith('/api/'))
    .map((layer) => layer.path.replace(/\/$/, ''))
    .filter((address) => !known.has(address));
}

/** The permission that a route asks for where it says nothing else. */
export const actionOf = ({ owner, handler }: Route): string =>
  handler.startsWith(owner) ? handler : `${owner}.${handler}`;

/** Routes of our plugins in the admin. */
export function adminRoutes(strapi: Core.Strapi): AdminRoute[] {
  return ownPlugins(strapi).flatMap((name) =>
    Object.values(strapi.plugins[name].routes as unknown as Record<string, { type?: string; routes: RawRoute[] }>)
      .filter((router) => router.type === 'admin')
      .flatMap((router) =>
        router.routes.map(({ method, path: address, config }) => ({
          method,
          path: `/${name}${address}`,
          actions: (config?.policies ?? []).flatMap((policy) =>
            typeof policy !== 'string' && policy.name === 'admin::hasPermissions' ? (policy.config?.actions ?? []) : []
          ),
          asksManager: (config?.policies ?? []).includes('admin::isAuthenticatedAdmin'),
        }))
      )
  );
}
