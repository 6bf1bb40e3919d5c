import { createDocument, type oas31 } from 'zod-openapi';
import { datelinesApi } from '../../src/plugins/datelines/server/src/routes';
import { PLUGIN_ID as DATELINES } from '../../src/plugins/datelines/shared/src';
import pkg from '../../src/plugins/story-blocks/package.json';
import { holdsApi } from '../../src/plugins/story-blocks/server/src/holds/holds.routes';
import { OUR_KINDS } from '../../src/plugins/story-blocks/server/src/pages/kinds';
import { placeOf } from '../../src/plugins/story-blocks/server/src/pages/kinds/page-kind';
import { pagesApi } from '../../src/plugins/story-blocks/server/src/pages/pages.routes';
import { PLUGIN_ID as STORY_BLOCKS } from '../../src/plugins/story-blocks/shared/src/ids';
import { resolveApi } from '../../src/plugins/story-slugs/server/src/history/resolve.routes';
import { PLUGIN_ID as STORY_SLUGS } from '../../src/plugins/story-slugs/shared/src';
import { type ApiRoute, toOperation } from './openapi-operation';

/** The plugins' routes, in the order in which the document names them. */
const APIS: [plugin: string, routes: readonly ApiRoute[]][] = [
  [STORY_BLOCKS, [...Object.values(pagesApi(OUR_KINDS)), ...Object.values(holdsApi)]],
  [STORY_SLUGS, Object.values(resolveApi)],
  [DATELINES, Object.values(datelinesApi)],
];

const places = OUR_KINDS.map(placeOf);
/** What fields may hold that name kinds of page, as far as the plugins have these themselves. */
const KINDS_OF = {
  page: [...new Set(places.map(({ page }) => page))],
  front: places.flatMap(({ page, kind }) => (page === 'front' && kind ? [kind] : [])),
};

const pathOf = (plugin: string, { path }: ApiRoute) => `/${plugin}${path.replaceAll(/:(\w+)/g, '{$1}')}`;

function pathsOf() {
  const paths: Record<string, Record<string, ReturnType<typeof toOperation>>> = {};
  for (const [plugin, routes] of APIS) {
    for (const route of routes) {
      const path = pathOf(plugin, route);
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: toOperation(route) };
    }
  }
  return paths;
}

/**
 * The OpenAPI 3.1 document of the application's plugins.
 *
 * @param options.closed - Whether an answer with a field that is not named there is wrong; for tests. False in what is
 *   published: fields may be added to an answer, and a client that checks it must not fail then.
 */
export function openApiDocument({ closed = false }: { closed?: boolean } = {}) {
  const { openapi, paths, components, ...rest } = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Wiredesk',
        version: pkg.version,
        description:
          'Story pages, fronts, lists, holds and old addresses of a Strapi application with the Wiredesk plugins.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/api', description: 'The content API of the application' }],
      security: [{}, { token: [] }],
      tags: [...new Set(APIS.flatMap(([, routes]) => routes.map(({ tag }) => tag)))].map((name) => ({ name })),
      paths: pathsOf(),
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API token, or the token of a user. Needed where the public may not do the same.',
          },
        },
      },
    },
    {
      override: ({ jsonSchema, io }) => {
        // The name of the GraphQL type is no word of JSON Schema.
        delete jsonSchema.graphql;
        if (jsonSchema.kindsOf) jsonSchema.enum = KINDS_OF[jsonSchema.kindsOf as keyof typeof KINDS_OF];
        delete jsonSchema.kindsOf;
        if (io === 'output' && !closed && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties;
      },
    }
  );
  return {
    openapi,
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    ...rest,
    paths: paths as Record<string, Record<string, oas31.OperationObject>>,
    components: { ...components, schemas: components?.schemas ?? {} },
  };
}
