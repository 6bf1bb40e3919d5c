import type { DocumentNode, SelectionSetNode } from 'graphql';

/** @returns The name of a fragment that is spread and not there, or null. Strapi's depth limit fails on one. */
export function unknownFragment(document: DocumentNode): string | null {
  const known = new Set<string>();
  const sets: (SelectionSetNode | undefined)[] = [];
  for (const node of document.definitions) {
    if (node.kind === 'FragmentDefinition') known.add(node.name.value);
    if (node.kind === 'FragmentDefinition' || node.kind === 'OperationDefinition') sets.push(node.selectionSet);
  }
  for (let set = sets.pop(); set; set = sets.pop()) {
    for (const node of set.selections) {
      if (node.kind !== 'FragmentSpread') {
        if (node.selectionSet) sets.push(node.selectionSet);
      } else if (!known.has(node.name.value)) return node.name.value;
    }
  }
  return null;
}
