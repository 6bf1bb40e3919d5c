import type { Core } from '@strapi/strapi';
import { ARTICLE } from './holders';
import type { World } from './world';

/** A route of the admin that writes. */
export interface AdminWrite {
  method: 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  path: string;
}
const WRITING = ['POST', 'PUT', 'DELETE', 'PATCH'] as const;

/** Every route of the running application that writes and is not of the content API. */
export function adminWrites(strapi: Core.Strapi): AdminWrite[] {
  const layers = strapi.server.listRoutes() as unknown as { path: string; methods: string[] }[];
  return layers
    .filter(({ path }) => !path.startsWith('/api/') && path !== '/graphql')
    .flatMap(({ path, methods }) =>
      WRITING.filter((method) => methods.includes(method)).map((method) => ({ method, path }))
    );
}

/** What anybody does to their own account, or to enter. */
export const OF_ACCOUNTS =
  /^\/admin\/(?:login|logout|register|register-admin|forgot-password|reset-password|access-token|users\/me|homepage|permissions\/check)/;

const OWN_ID = /^\/(?:content-manager\/collection-types|story-blocks)\//;

/** The address of a route, about a story. */
export function addressOf({ path }: AdminWrite, { docs }: World, documentId: string): string {
  const story = OWN_ID.test(path) ? documentId : '1';
  const values: Record<string, string> = { model: ARTICLE, uid: ARTICLE, section: docs.section, pass: 'reconcile' };
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? (name === 'role' ? '1' : story));
}

type Body = (of: { documentId: string; rowId: number; locale: string; docs: World['docs'] }) => unknown;

/** What our plugins' own routes take, so that no refusal is one of form. */
export const OUR_BODIES: Record<string, Body> = {
  'PUT /story-blocks/pins/:documentId': () => ({ data: { hiddenEverywhere: true } }),
  'PUT /story-blocks/desk/board/:section': ({ documentId }) => ({ data: { pins: [documentId] } }),
  'PUT /story-blocks/holds/:documentId': () => ({
    data: { state: 'embargo', until: '2040-01-01T00:00:00.000Z', thenPublish: true },
  }),
  'DELETE /story-blocks/holds/:documentId': () => undefined,
  'POST /story-blocks/holds/:documentId/try-again': () => ({}),
  'POST /story-blocks/desk/related/preview': ({ documentId, locale }) => ({
    type: ARTICLE,
    documentId,
    locale,
    values: { title: 'Ships' },
  }),
  'POST /story-blocks/desk/story/preview': ({ documentId, locale }) => ({
    type: ARTICLE,
    documentId,
    locale,
    values: { title: 'Ships' },
  }),
  'POST /story-blocks/desk/standing/:documentId': () => ({ pages: [] }),
  'PUT /story-blocks/settings': () => ({ data: { version: 0, settings: {} } }),
  'POST /story-blocks/settings/preview': ({ documentId, locale }) => ({
    data: { settings: {}, documentId, type: ARTICLE, locale },
  }),
  'POST /story-blocks/health/retry': () => ({ data: { all: true } }),
  'POST /story-blocks/health/runs': () => ({ data: { pass: 'reconcile' } }),
  'DELETE /story-blocks/health/runs/:pass': () => undefined,
  'POST /story-slugs/make': ({ documentId, locale }) => ({
    data: { type: ARTICLE, locale, documentId, text: 'Ships' },
  }),
  'PUT /story-slugs/state': ({ documentId, locale }) => ({
    data: { type: ARTICLE, locale, documentId, follows: true },
  }),
  'POST /story-slugs/regenerate': () => ({ data: { type: ARTICLE, chosen: true, published: true } }),
  'POST /datelines/check': () => ({ model: ARTICLE, values: {} }),
  'POST /datelines/places': () => ({ data: { city: 'Cork', country: 'IE' } }),
  'POST /datelines/recognise': () => ({ text: 'CORK, Ireland (NPA) —' }),
};

/** What routes of Strapi's admin take, all of it at once. */
export const strapisBody: Body = ({ documentId, rowId, locale }) => ({
  title: 'zqwritten',
  name: 'zqwritten',
  documentId,
  documentIds: [documentId],
  ids: [rowId],
  id: rowId,
  model: ARTICLE,
  contentTypeUID: ARTICLE,
  field: 'slug',
  value: 'x',
  data: { title: 'zqwritten' },
  locale,
});

/** Tables that change by themselves: sessions, and when a token was last used. */
const RESTLESS = /sessions$|api_tokens$|^sqlite_|migrations|database_schema/;
/** Strapi keeps the hour of its weekly count of files there. */
const RESTLESS_ROW = /plugin_upload_metrics/;

/**
 * How many rows SQLite's one connection has written: where it says the same again, nothing was written between.
 *
 * @returns Null where the database does not count.
 */
export async function writesOf(strapi: Core.Strapi): Promise<number | null> {
  if (strapi.db.dialect.client !== 'sqlite') return null;
  const [{ count }] = await strapi.db.connection.raw('select total_changes() as count');
  return Number(count);
}

/** Everything that the database holds: the rows of each table. */
export async function everythingIn(strapi: Core.Strapi): Promise<Map<string, string[]>> {
  const names = (await strapi.db.dialect.schemaInspector.getTables()).filter((name: string) => !RESTLESS.test(name));
  const tables = new Map<string, string[]>();
  for (const name of names.sort()) {
    const rows: object[] = await strapi.db.getConnection(name);
    tables.set(
      name,
      rows.map((row) => JSON.stringify(row)).filter((row) => !RESTLESS_ROW.test(row))
    );
  }
  return tables;
}
