import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';
import { fragmentsOf } from './fragments';

/** Many times what a document of the dearest query has. */
const MOST_STEPS = 200_000;

/**
 * How many pairs of fields there are that give their value under the same name. GraphQL compares each with each, before
 * anything else is looked at, to see whether they ask the same: a thousand times `title` is half a million comparisons.
 *
 * Fragments count wherever they are spread, and each by itself: one that nobody spreads is compared all the same.
 *
 * @returns Infinity where a document spreads so far that nobody can tell.
 */
export function overlaps(document: DocumentNode): number {
  const fragments = fragmentsOf(document);
  let pairs = 0;
  let steps = 0;
  const open: SelectionSetNode[][] = [];
  for (const node of document.definitions) if ('selectionSet' in node) open.push([node.selectionSet]);
  for (let sets = open.pop(); sets; sets = open.pop()) {
    const byKey = new Map<string, FieldNode[]>();
    const within = [...sets];
    for (let set = within.pop(); set; set = within.pop()) {
      steps += 1 + set.selections.length;
      if (steps > MOST_STEPS) return Number.POSITIVE_INFINITY;
      for (const node of set.selections) {
        if (node.kind === 'Field') {
          const key = (node.alias ?? node.name).value;
          const same = byKey.get(key);
          if (same) same.push(node);
          else byKey.set(key, [node]);
        } else if (node.kind === 'InlineFragment') within.push(node.selectionSet);
        else {
          const fragment = fragments.get(node.name.value);
          if (fragment) within.push(fragment.selectionSet);
        }
      }
    }
    for (const fields of byKey.values()) {
      pairs += (fields.length * (fields.length - 1)) / 2;
      const below = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) open.push(below);
    }
  }
  return pairs;
}
