import type { DocumentNode, ValueNode } from 'graphql';

export type Variables = Record<string, unknown>;

/** An argument's value, with variables put in. */
export function readValue(node: ValueNode, variables: Variables): unknown {
  if (node.kind === 'Variable') return variables[node.name.value];
  if (node.kind === 'IntValue' || node.kind === 'FloatValue') return Number(node.value);
  if (node.kind === 'ListValue') return node.values.map((value) => readValue(value, variables));
  if (node.kind === 'ObjectValue') {
    return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, readValue(value, variables)]));
  }
  return 'value' in node ? node.value : null;
}

/** Variables as the caller sent them, and what the document says of those that were not. */
export function withDefaults(document: DocumentNode, sent: Variables): Variables {
  const defaults: Variables = {};
  for (const node of document.definitions) {
    if (node.kind !== 'OperationDefinition') continue;
    for (const { variable, defaultValue } of node.variableDefinitions ?? []) {
      if (defaultValue) defaults[variable.name.value] = readValue(defaultValue, {});
    }
  }
  const given = Object.entries(sent).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
