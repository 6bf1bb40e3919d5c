import type { GraphQLSchema } from 'graphql';
import type { Reading } from './measure-argument';

/** Arguments that ask the database for entries by what they lead to. */
const ASKED = new Set(['filters', 'sort']);
const NONE: ReadonlySet<string> = new Set();

const known = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Names of fields that give a list, of whatever type: an input names what it filters as the type does. */
function listsOf(schema: GraphQLSchema): ReadonlySet<string> {
  let lists = known.get(schema);
  if (!lists) {
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getInterfaces' in type ? Object.values(type.getFields()) : []
    );
    lists = new Set(fields.filter(({ type }) => `${type}`.startsWith('[')).map(({ name }) => name));
    known.set(schema, lists);
  }
  return lists;
}

/** How an argument of a schema is read, by its name. */
export const readingOf = (schema: GraphQLSchema | undefined, argument: string): Reading => ({
  lists: schema && ASKED.has(argument) ? listsOf(schema) : NONE,
  isSort: argument === 'sort',
});
