import { buildOperation } from './build-operation';
import type { ApiDescription } from './describe';
import { createSchemas, type JsonSchema } from './to-schemas';

export interface OpenApiDocument {
  openapi: '3.1.0';
  jsonSchemaDialect: string;
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string; description: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Record<string, JsonSchema>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> };
}

/**
 * Makes the OpenAPI 3.1 document of an application's plugins.
 *
 * @param apis - What each plugin says of itself; the first one's `Error` is the envelope of all errors.
 * @param options.closed - Whether answers have no field but those named. False in what is published: fields may be
 *   added to an answer, and a client that checks it must not fail then.
 */
export function buildDocument(
  apis: readonly ApiDescription[],
  { version, closed = false }: { version: string; closed?: boolean }
): OpenApiDocument {
  const { components, inline } = createSchemas(Object.assign({}, ...apis.map(({ schemas }) => schemas)), closed);
  const paths: OpenApiDocument['paths'] = {};
  for (const { routes, parameters } of apis) {
    for (const route of routes) {
      paths[route.path] = { ...paths[route.path], [route.method]: buildOperation(route, parameters, inline) };
    }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Wiredesk',
      version,
      description:
        'Story pages, fronts, lists, holds and old addresses of a Strapi application with the Wiredesk plugins.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api', description: 'The content API of the application' }],
    security: [{}, { token: [] }],
    tags: [...new Set(apis.flatMap(({ routes }) => routes.map(({ tag }) => tag)))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token, or the token of a user. Needed where the public may not do the same.',
        },
      },
    },
  };
}
