import type { Core } from '@strapi/strapi';

interface ObjectType {
  getFields?(): Record<string, { resolve?: unknown }>;
}
interface Schema {
  getType(name: string): ObjectType | undefined;
}
interface ExtensionService {
  generate(context: { typeRegistry: unknown }): { resolversConfig?: Record<string, unknown> };
}
interface TypeRegistryService {
  new: () => unknown;
}

/**
 * A plugin for Apollo's server that gives our types' fields back their plain reading.
 *
 * Strapi wraps every field of every type in three promises, to ask for permissions and policies; ours are plain values of an
 * answer that was made for its caller, and a list of related links has fifty of them. A field for which the application
 * configured anything keeps its wrapper.
 *
 * @param typeNames - Types whose fields are properties of what the field above gave.
 */
export function plainFields(strapi: Core.Strapi, typeNames: () => readonly string[]) {
  function configured(): Set<string> {
    const graphql = strapi.plugin('graphql');
    const registry = graphql.service('type-registry') as unknown as TypeRegistryService;
    const extension = graphql.service('extension') as unknown as ExtensionService;
    const { resolversConfig = {} } = extension.generate({ typeRegistry: registry.new() });
    return new Set(Object.keys(resolversConfig));
  }

  return {
    async serverWillStart({ schema }: { schema: Schema }) {
      const kept = configured();
      for (const name of typeNames()) {
        for (const [field, definition] of Object.entries(schema.getType(name)?.getFields?.() ?? {})) {
          if (!kept.has(`${name}.${field}`)) definition.resolve = undefined;
        }
      }
    },
  };
}
