import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

const REF = '#/components/schemas/';

/** Turns zod schemas into JSON Schema (2020-12), those with names into references to `components`. */
export function createSchemas(named: Record<string, z.ZodType>, closed: boolean) {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

  const convert = (schemas: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output') =>
    z.toJSONSchema(schemas, {
      io,
      uri: (id) => `${REF}${id}`,
      override: ({ jsonSchema }) => {
        // An answer may get more fields with a later version; what a caller sends is closed as its schema says.
        if (io === 'output' && !closed && jsonSchema.additionalProperties === false) {
          delete jsonSchema.additionalProperties;
        }
      },
    }).schemas as Record<string, JsonSchema>;

  const clean = ({ $id: _id, $schema: _schema, ...schema }: JsonSchema): JsonSchema => schema;

  const components = Object.fromEntries(
    Object.entries(convert(registry, 'output')).map(([id, schema]) => [id, clean(schema)])
  );

  /** One schema where it stands; what it is made of is referred to by name. */
  function inline(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
    const id = registry.get(schema)?.id;
    if (id && io === 'output') return { $ref: `${REF}${id}` };
    const one = z.registry<{ id: string }>();
    if (io === 'output') for (const [name, part] of Object.entries(named)) one.add(part, { id: name });
    one.add(schema, { id: 'inline' });
    return clean(convert(one, io).inline);
  }

  return { components, inline };
}
