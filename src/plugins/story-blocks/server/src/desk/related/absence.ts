import type { Absence, TargetState } from '../../../../shared/src';

/**
 * Why readers do not see a pinned story; null where they do.
 *
 * @param known.isWritten - Whether there is a version of it in the language.
 */
export function absenceOf(state: TargetState, known: { isHeld: boolean; isWritten: boolean }): Absence | null {
  if (state === 'live') return null;
  if (state === 'dead') return 'deleted';
  if (state === 'expired') return 'expired';
  if (!known.isWritten) return 'language';
  return known.isHeld ? 'held' : 'unpublished';
}
