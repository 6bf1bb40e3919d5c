import type { NewsroomConfig } from '../newsroom';
import type { PageKind } from '../pages';

/** Kinds of page by the field of `Query` that gives them, as the application calls it. */
export type PageFields = ReadonlyMap<string, readonly Asking[]>;

export interface Asking {
  kind: PageKind;
  field: NonNullable<PageKind['graphql']>;
}

/** @param names - What the application calls fields of ours. */
export function pageFields(kinds: readonly PageKind[], names: NewsroomConfig['graphql']): PageFields {
  const renamed: Partial<Record<string, unknown>> = names;
  const fields = new Map<string, Asking[]>();
  for (const kind of kinds) {
    if (!kind.graphql) continue;
    const name = String(renamed[kind.graphql.name] ?? kind.graphql.name);
    fields.set(name, [...(fields.get(name) ?? []), { kind, field: kind.graphql }]);
  }
  return fields;
}

/** Arguments that kinds of one field do not share: each names a page of its kind. */
export function namingArgs(asking: readonly Asking[]): string[] {
  const args = asking.map(({ field }) => Object.keys(field.args));
  return args.flatMap((own, at) =>
    own.filter((arg) => args.every((others, other) => other === at || !others.includes(arg)))
  );
}

/** @param rename - What a type is called in the schema. */
export const sdlOf = (fields: PageFields, rename: (name: string) => string): string[] =>
  [...fields].map(([name, asking]) => {
    const types: Record<string, string> = Object.assign({}, ...asking.map(({ field }) => field.args), {
      locale: 'String',
    });
    const list = [...new Set([...namingArgs(asking), ...Object.keys(types)])].map((arg) => `${arg}: ${types[arg]}`);
    return `${name}(${list.join(', ')}): ${rename(asking[0].field.type)}`;
  });
