import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../../../shared/src/board.contract';
import { type BoardApi, conflictOf } from './board.api';
import { applyChange, type Change, toSetBoard } from './changes';

interface Place {
  section: string;
  locale: string | null;
}

/** What came of a change. */
export type Outcome =
  | { kind: 'none' }
  | { kind: 'done'; change: Change }
  | { kind: 'failed'; error: unknown }
  /** Changes that were not written, since somebody else had changed the front. */
  | { kind: 'conflict'; lost: Change[] };

/** Changes that may be taken back, one after the other. */
const MAX_UNDO = 20;

const backFrom = ({ pins, sentDown }: Board, undone: Change): Change => ({ kind: 'restore', pins, sentDown, undone });

/**
 * A front that changes at once and is saved behind the editor's back, one save after the other; where a save is refused,
 * it is again what the server has. What was not saved when the page is left is saved all the same.
 *
 * @param loaded - The front as it was read.
 */
export function useChanges(api: BoardApi, { section, locale }: Place, loaded: Board | null) {
  const [board, setBoard] = useState<Board | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const [history, setHistory] = useState<Change[]>([]);
  /** The front as the editor wants it, and what of that is still to be saved. */
  const wanted = useRef<Board | null>(null);
  const pending = useRef<Change[]>([]);
  const isSaving = useRef(false);

  const show = useCallback((next: Board | null) => {
    wanted.current = next;
    setBoard(next);
  }, []);

  useEffect(() => {
    if (pending.current.length === 0) show(loaded);
  }, [loaded, show]);

  const refused = useCallback(
    async (error: unknown) => {
      const lost = pending.current;
      pending.current = [];
      setHistory([]);
      const stands = conflictOf(error);
      // Taking something back would take back what the other editor did, too.
      const again = lost.filter(({ kind }) => kind !== 'restore');
      setOutcome(stands ? { kind: 'conflict', lost: again } : { kind: 'failed', error });
      const standing = stands ?? (await api.board(section, locale).catch(() => loaded));
      // What was done meanwhile is still to be saved.
      show(standing && pending.current.reduce(applyChange, standing));
      return standing?.version;
    },
    [api, section, locale, loaded, show]
  );

  const save = useCallback(
    async (read: number) => {
      isSaving.current = true;
      let version = read;
      while (pending.current.length > 0 && wanted.current) {
        const sent = pending.current;
        try {
          const saved = await api.save(section, locale, toSetBoard(wanted.current, version));
          version = saved.version;
          pending.current = pending.current.slice(sent.length);
          // What was done meanwhile is still to be saved, on top of what the server has now.
          show(pending.current.reduce(applyChange, saved));
          setOutcome({ kind: 'done', change: sent[sent.length - 1] });
        } catch (error) {
          version = (await refused(error)) ?? version;
        }
      }
      isSaving.current = false;
    },
    [api, section, locale, show, refused]
  );

  const perform = useCallback(
    (...changes: Change[]) => {
      const version = wanted.current?.version;
      for (const change of changes) {
        const now = wanted.current;
        if (!now) return;
        setHistory((past) =>
          change.kind === 'restore' ? past.slice(0, -1) : [...past, backFrom(now, change)].slice(-MAX_UNDO)
        );
        pending.current = [...pending.current, change];
        show(applyChange(now, change));
      }
      if (!isSaving.current && version !== undefined) void save(version);
    },
    [save, show]
  );

  return {
    board,
    perform,
    outcome,
    dismiss: useCallback(() => setOutcome({ kind: 'none' }), []),
    /** What takes the last change back; null where there is nothing to take back. */
    undo: history[history.length - 1] ?? null,
  };
}
export type Changes = ReturnType<typeof useChanges>;
