import type { Board } from '../../../shared/src/board.contract';
import type { Remote } from '../curation/curation';
import { useCuration } from '../curation/useCuration';
import { type BoardApi, conflictOf } from './board.api';
import { BOARD_RULES, type Change, toSetBoard } from './changes';

interface Place {
  section: string;
  locale: string | null;
}

/** A front is saved whole: all that was done meanwhile goes with one request. */
const remoteOf = (api: BoardApi, { section, locale }: Place): Remote<Board, Change> => ({
  async save(standing, pending) {
    const saved = await api.save(section, locale, toSetBoard(pending.reduce(BOARD_RULES.apply, standing)));
    return { count: pending.length, standing: saved };
  },
  async afterRefusal(error, standing) {
    const theirs = conflictOf(error);
    return {
      standing: theirs ?? (await api.board(section, locale).catch(() => standing)),
      isConflict: theirs !== null,
    };
  },
});

/**
 * A front that changes at once and is saved behind the editor's back; where a save is refused, it is again what the server
 * has.
 *
 * @param loaded - The front as it was read.
 */
export function useChanges(api: BoardApi, place: Place, loaded: Board | null) {
  const { wanted, curation, ...queue } = useCuration(BOARD_RULES, remoteOf(api, place), loaded);
  return { ...queue, ...curation, board: wanted, canUndo: queue.undo.length > 0 };
}
export type Changes = ReturnType<typeof useChanges>;
