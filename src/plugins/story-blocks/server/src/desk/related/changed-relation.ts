import type { RelationChange } from '../../../../shared/src';

/**
 * A relation as it will be once the form is saved.
 *
 * @param saved - Document ids, in order.
 * @example changedRelation(['a', 'b'], { connect: [{ documentId: 'c', before: 'b' }], disconnect: ['a'] }) // → ['c', 'b']
 */
export function changedRelation(saved: readonly string[], { connect, disconnect }: RelationChange): string[] {
  const moved = new Set([...connect.map(({ documentId }) => documentId), ...disconnect]);
  const result = saved.filter((id) => !moved.has(id));
  for (const { documentId, before } of connect) {
    const at = before ? result.indexOf(before) : -1;
    result.splice(at < 0 ? result.length : at, 0, documentId);
  }
  return result;
}
