import type { DocumentNode, SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragments';

/** @returns The name of a fragment that is spread and not there, or null. Strapi's depth limit fails on one. */
export function unknownFragment(document: DocumentNode): string | null {
  const fragments = fragmentsOf(document);
  const sets: SelectionSetNode[] = [];
  for (const node of document.definitions) if ('selectionSet' in node) sets.push(node.selectionSet);
  for (let set = sets.pop(); set; set = sets.pop()) {
    for (const node of set.selections) {
      if (node.kind !== 'FragmentSpread') {
        if (node.selectionSet) sets.push(node.selectionSet);
      } else if (!fragments.has(node.name.value)) return node.name.value;
    }
  }
  return null;
}
