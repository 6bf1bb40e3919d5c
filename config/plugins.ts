import type { Core } from '@strapi/strapi';
import { createDocumentStore } from '../src/graphql/document-store';
import { formatError } from '../src/graphql/format-error';
import { refuseArguments } from '../src/graphql/refuse-arguments';
import { ACTIVE_TYPES, readUploadTypes } from '../src/uploads/types';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => {
  const isProduction = env('NODE_ENV') === 'production';
  const introspection = env.bool('GRAPHQL_INTROSPECTION', !isProduction);
  return {
    'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
    upload: {
      config: {
        security: { allowedTypes: readUploadTypes(env('UPLOAD_TYPES', '')), deniedTypes: ACTIVE_TYPES },
        megapixels: env.int('UPLOAD_MEGAPIXELS', 100),
      },
    },
    graphql: {
      enabled: true,
      config: {
        endpoint: '/graphql',
        shadowCRUD: true,
        depthLimit: 10,
        defaultLimit: 25,
        maxLimit: 100,
        landingPage: !isProduction,
        apolloServer: {
          // Apollo's would answer every page, over what config/middlewares says.
          cors: false,
          introspection,
          // A wrong name is answered without the right one: piece by piece it would tell the schema.
          hideSchemaDetailsFromClientErrors: !introspection,
          includeStacktraceInErrorResponses: false,
          formatError,
          plugins: [refuseArguments],
          documentStore: createDocumentStore(),
          // Some ten thousand selections; what is longer is not even parsed.
          parseOptions: { maxTokens: 20_000 },
        },
      },
    },
    datelines: { enabled: true },
    'story-slugs': { enabled: true },
    'story-blocks': { enabled: true },
  };
};
