import type { DocumentNode, SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragments';

/**
 * How many selections a document has once its fragments stand where they are spread. A few lines can spread into
 * millions, and Strapi's depth limit steps through each; this counts each fragment once.
 *
 * @returns Infinity where a fragment spreads itself.
 */
export function expandedSize(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();

  function sizeOf(set: SelectionSetNode): number {
    let size = 0;
    for (const node of set.selections) {
      size += 1;
      if (node.kind === 'FragmentSpread') size += sizeOfFragment(node.name.value);
      else if (node.selectionSet) size += sizeOf(node.selectionSet);
    }
    return size;
  }

  function sizeOfFragment(name: string): number {
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    let size = known.get(name);
    if (size === undefined) {
      known.set(name, Number.POSITIVE_INFINITY);
      size = sizeOf(fragment.selectionSet);
      known.set(name, size);
    }
    return size;
  }

  return document.definitions.reduce(
    (sum, node) => sum + (node.kind === 'OperationDefinition' ? sizeOf(node.selectionSet) : 0),
    0
  );
}
