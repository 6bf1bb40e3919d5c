import type { RelationValue } from '../../../shared/src';

/**
 * A relation as it will be once the form is saved.
 *
 * @param saved - Document ids, in order.
 * @param change - A list stands for all that is linked.
 * @returns Document ids, in order, none twice.
 * @example changedRelation(['a', 'b'], { connect: [{ documentId: 'c', before: 'b' }], disconnect: ['a'] }) // → ['c', 'b']
 */
export function changedRelation(saved: readonly string[], change: RelationValue): string[] {
  if (Array.isArray(change)) return [...new Set(change)];
  const { connect, disconnect } = change;
  const moved = new Set([...connect.map(({ documentId }) => documentId), ...disconnect]);
  const result = saved.filter((id) => !moved.has(id));
  for (const { documentId, before } of connect) {
    const at = before ? result.indexOf(before) : -1;
    result.splice(at < 0 ? result.length : at, 0, documentId);
  }
  return [...new Set(result)];
}
