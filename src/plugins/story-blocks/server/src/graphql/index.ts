import type { Core } from '@strapi/strapi';
import type { Assembly } from '../assemble';
import { costLimit, WEIGHTS } from './cost';
import { pageFields } from './page-fields';
import { plainFields } from './plain-fields';
import { createResolvers } from './resolvers';
import { typeDefs } from './type-defs';
import { ourTypes, pageTypes } from './types';

interface Extension {
  typeDefs: string;
  resolvers: Record<string, Record<string, unknown>>;
  resolversConfig: Record<string, { auth: { scope: string[] } }>;
}
interface ExtensionService {
  use(extension: () => Extension): void;
}
interface UtilsService {
  naming: { getTypeName(model: unknown): string };
}

/** Ours among the plugins of Strapi's Apollo server, beside those of the application. */
function addToApollo(strapi: Core.Strapi, plugin: object): void {
  const apollo = (strapi.config.get('plugin::graphql.apolloServer') ?? {}) as { plugins?: unknown[] };
  strapi.config.set('plugin::graphql.apolloServer', { ...apollo, plugins: [...(apollo.plugins ?? []), plugin] });
}

/** The cost limit; 0 switches it off. */
function limitCost(strapi: Core.Strapi, { newsroom, kinds }: Assembly): void {
  const { maxCost: limit, typePrefix } = newsroom.config.graphql;
  if (limit === 0) return;
  const config = (name: string) => strapi.config.get(`plugin::graphql.${name}`);
  const numberOr = (value: unknown, fallback: number) => (typeof value === 'number' && value > 0 ? value : fallback);
  const weights = {
    ...WEIGHTS,
    // Whatever the size of the schema and the limit, a client's introspection passes.
    wholeSchema: limit / 2,
    listSize: numberOr(config('defaultLimit'), WEIGHTS.listSize),
    // Strapi has no limit of its own where none is configured.
    maxSize: numberOr(config('maxLimit'), Number.POSITIVE_INFINITY),
  };
  let types: ReadonlySet<string> | undefined;
  // Queries come once all kinds are registered.
  const pages = () => {
    types ??= pageTypes(typePrefix, kinds.all());
    return types;
  };
  addToApollo(strapi, costLimit({ limit, weights, pages }));
}

/** Adds our fields to the application's GraphQL schema, where it has one. */
export function registerGraphql(strapi: Core.Strapi, assembly: Assembly): void {
  if (!strapi.plugins.graphql) return;
  const { newsroom, registry, kinds } = assembly;
  limitCost(strapi, assembly);
  // Made once every plugin has registered its blocks and kinds of page.
  const types = () => ourTypes(newsroom.config.graphql.typePrefix, registry.all(), kinds.all());
  addToApollo(
    strapi,
    plainFields(strapi, () => types().plain)
  );
  const service = strapi.plugin('graphql').service('extension') as ExtensionService;

  // Called when the schema is made, after every plugin's register(): all blocks are known then.
  service.use(() => {
    const { naming } = strapi.plugin('graphql').service('utils') as UtilsService;
    const nameOf = (uid: string) => naming.getTypeName(newsroom.model(uid));
    const stories = newsroom.config.types.story;
    const section = newsroom.config.types.section ? nameOf(newsroom.config.types.section.uid) : null;
    const made = types();
    const names = newsroom.config.graphql;
    const pages = pageFields(kinds.all(), names);
    const { storyFields, sectionFields, queries } = createResolvers(strapi, assembly, made, pages);

    const resolvers: Extension['resolvers'] = { Query: queries };
    const resolversConfig: Extension['resolversConfig'] = {};
    // Several story types have no permission in common: each field gives what the caller may find.
    const auth = { scope: stories.length === 1 ? [`${stories[0].uid}.find`] : [] };
    for (const name of Object.keys(queries)) resolversConfig[`Query.${name}`] = { auth };
    for (const { uid } of stories) {
      const fields = storyFields(uid);
      resolvers[nameOf(uid)] = fields;
      for (const name of Object.keys(fields))
        resolversConfig[`${nameOf(uid)}.${name}`] = { auth: { scope: [`${uid}.find`] } };
    }
    if (section) {
      resolvers[section] = sectionFields;
      for (const name of Object.keys(sectionFields)) resolversConfig[`${section}.${name}`] = { auth };
    }
    const typeNames = { stories: stories.map(({ uid }) => nameOf(uid)), section };
    return { typeDefs: typeDefs(names, typeNames, made, pages), resolvers, resolversConfig };
  });
}
