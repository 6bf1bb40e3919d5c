import type { Core } from '@strapi/strapi';

interface ObjectType {
  getFields?(): Record<string, { resolve?: unknown }>;
}
interface Schema {
  getType(name: string): ObjectType | undefined;
}
interface ExtensionService {
  generate(context: { typeRegistry: unknown }): {
    resolvers?: Record<string, object>;
    resolversConfig?: Record<string, unknown>;
  };
}
interface TypeRegistryService {
  new: () => unknown;
}

/**
 * A plugin for Apollo's server that gives our types' fields back their plain reading.
 *
 * Strapi wraps every field of every type in three promises, to ask for permissions and policies; ours are plain values of an
 * answer that was made for its caller, and a list of related links has fifty of them. A field that the application resolves
 * itself, or configured anything for, stays as it is.
 *
 * @param types - Types with those fields that are properties of what the field above gave.
 */
export function plainFields(strapi: Core.Strapi, types: () => ReadonlyMap<string, readonly string[]>) {
  function configured(): (type: string, field: string) => boolean {
    const graphql = strapi.plugin('graphql');
    const registry = graphql.service('type-registry') as unknown as TypeRegistryService;
    const extension = graphql.service('extension') as unknown as ExtensionService;
    const { resolvers = {}, resolversConfig = {} } = extension.generate({ typeRegistry: registry.new() });
    return (type, field) => `${type}.${field}` in resolversConfig || field in (resolvers[type] ?? {});
  }

  return {
    async serverWillStart({ schema }: { schema: Schema }) {
      const isConfigured = configured();
      for (const [type, fields] of types()) {
        const definitions = schema.getType(type)?.getFields?.() ?? {};
        for (const field of fields) {
          if (definitions[field] && !isConfigured(type, field)) definitions[field].resolve = undefined;
        }
      }
    },
  };
}
