import type { Client } from '../client';

interface TypeRef {
  kind: string;
  name: string | null;
  ofType: TypeRef | null;
}
export interface Argument {
  name: string;
  type: TypeRef;
}
export interface Field {
  name: string;
  args: Argument[];
  type: TypeRef;
}
export interface Type {
  kind: string;
  name: string;
  fields: Field[] | null;
  inputFields: Argument[] | null;
  possibleTypes: { name: string }[] | null;
  enumValues: { name: string }[] | null;
}

const INTROSPECTION = `{
  __schema {
    types {
      kind name possibleTypes { name } enumValues { name }
      inputFields { name type { ...ref } }
      fields { name args { name type { ...ref } } type { ...ref } }
    }
  }
}
fragment ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`;

const isRequired = (argument: Argument) => argument.type.kind === 'NON_NULL';

/** The name of what a list, or a thing that is never null, is made of. */
export function named(type: TypeRef): string {
  return type.ofType ? named(type.ofType) : (type.name ?? '');
}

/** The application's GraphQL schema, and ways to ask all of it. */
export async function readSchema(api: Client) {
  const answer = await api.graphql(INTROSPECTION);
  if (answer.status !== 200) throw new Error(`No introspection: ${answer.status} ${answer.text.slice(0, 300)}`);
  const types = new Map((answer.body.data.__schema.types as Type[]).map((type) => [type.name, type]));
  const typeOf = (ref: TypeRef) => types.get(named(ref)) as Type;
  const isLeaf = (ref: TypeRef) => ['SCALAR', 'ENUM'].includes(typeOf(ref)?.kind);
  const askable = (type: Type) => (type.fields ?? []).filter((field) => !field.args.some(isRequired));

  /** The fields of a type that hold no other type; `documentId` where there are none. */
  const leaves = (type: Type): string =>
    askable(type)
      .filter((field) => isLeaf(field.type))
      .map((field) => field.name)
      .join(' ') || '__typename';

  /** Everything of a type, so many steps down; the members of a union under names of their own. */
  function everything(type: Type, depth: number, prefix = ''): string {
    if (type.kind === 'UNION') {
      const members = (type.possibleTypes ?? []).map(({ name }) => {
        const member = types.get(name) as Type;
        return `... on ${name} { ${everything(member, depth, `${name}_`)} }`;
      });
      return `__typename ${members.join(' ')}`;
    }
    const parts = askable(type).flatMap((field) => {
      const label = prefix ? `${prefix}${field.name}: ` : '';
      if (isLeaf(field.type)) return [`${label}${field.name}`];
      return depth > 0 ? [`${label}${field.name} { ${everything(typeOf(field.type), depth - 1)} }`] : [];
    });
    return parts.join(' ') || '__typename';
  }

  /** Ways through a filter's input to the filters of stories, shortest first. */
  function waysToStories(input: string, storyInput: string, depth = 3): string[][] {
    const found: string[][] = [];
    let open = [{ input, path: [] as string[] }];
    for (let level = 0; level < depth; level += 1) {
      const next: typeof open = [];
      for (const at of open) {
        for (const { name, type } of types.get(at.input)?.inputFields ?? []) {
          const inner = named(type);
          if (!inner.endsWith('FiltersInput') || ['and', 'or', 'not'].includes(name)) continue;
          if (inner === storyInput) found.push([...at.path, name]);
          next.push({ input: inner, path: [...at.path, name] });
        }
      }
      open = next;
    }
    return found;
  }

  /** Text fields that an input filters by. */
  const textFilters = (input: string): string[] =>
    (types.get(input)?.inputFields ?? [])
      .filter(({ type }) => named(type) === 'StringFilterInput')
      .map(({ name }) => name);

  return { types, typeOf, isLeaf, leaves, everything, waysToStories, textFilters, isRequired };
}
export type GraphqlSchema = Awaited<ReturnType<typeof readSchema>>;
