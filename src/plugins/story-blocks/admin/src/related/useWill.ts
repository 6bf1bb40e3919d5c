import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { DeskWill } from '../../../shared/src/desk-related.contract';
import type { Will } from '../../../shared/src/pins.contract';
import { refusalOf } from '../access/refusal';
import type { Scope } from './build-rows';
import { standingWill, useRelatedApi } from './related.api';
import { applyChange, type Change, inverseOf, NO_WISHES, toSetWill, type Wishes, wishesOf } from './will-changes';

/** What a will for all of a story's languages is read and written under. */
const ALL_LOCALES = '*';

/** A change with what is said of it. */
export interface Step {
  change: Change;
  scope: Scope;
  title: string;
}

interface Standing {
  wishes: Wishes;
  version: number;
}
/** What was done last: it can be taken back. */
export interface Done {
  step: Step;
  /** The wishes as they became by it. */
  after: Wishes;
  undo: Step | null;
}
interface State {
  /** As the server has it. */
  standing: Standing;
  /** Changes that the server has not confirmed yet, in their order. */
  pending: Step[];
  /** Changes that were refused because somebody else was first. */
  lost: Step[];
  done: Done | null;
  /** Why the last change was refused; an empty text where the server did not say. */
  failure: string | null;
}

const toStanding = (will: Will): Standing => ({ wishes: wishesOf(will), version: will.version });

/**
 * What an editor wants of a story's links, seen as changed at once and written one change after the other. What is refused
 * is taken back; what somebody else was faster with is kept, to be done to what stands now.
 *
 * @param reload - Has the server's answer read again.
 */
export function useWill(
  documentId: string | undefined,
  locale: string | null,
  will: DeskWill | null,
  reload: () => Promise<void>
) {
  const api = useRelatedApi();
  const state = useRef<State>({
    standing: { wishes: NO_WISHES, version: 0 },
    pending: [],
    lost: [],
    done: null,
    failure: null,
  });
  const isWorking = useRef(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const set = useCallback((part: Partial<State>) => {
    Object.assign(state.current, part);
    redraw();
  }, []);

  useEffect(() => {
    const { pending, standing } = state.current;
    // An answer that is older than what was written since knows less.
    if (will && pending.length === 0 && will.version >= standing.version) set({ standing: toStanding(will) });
  }, [will, set]);

  const wishes = () =>
    state.current.pending
      .filter(({ scope }) => scope === 'here')
      .reduce((before, { change }) => applyChange(before, change), state.current.standing.wishes);

  async function send(id: string, { change, scope }: Step): Promise<void> {
    const { standing, pending, done } = state.current;
    const rest = pending.slice(1);
    if (scope === 'here') {
      const body = toSetWill(applyChange(standing.wishes, change), standing.version);
      set({ standing: toStanding(await api.setWill(id, locale, body)), pending: state.current.pending.slice(1) });
      return;
    }
    const all = toStanding(await api.will(id, ALL_LOCALES));
    const after = applyChange(all.wishes, change);
    await api.setWill(id, ALL_LOCALES, toSetWill(after, all.version));
    const back = inverseOf(all.wishes, change);
    const undo = done && back ? { ...done.step, change: back } : null;
    set({ pending: rest, done: done && { ...done, after, undo } });
  }

  async function work(id: string): Promise<void> {
    if (isWorking.current) return;
    isWorking.current = true;
    while (state.current.pending.length > 0) {
      try {
        await send(id, state.current.pending[0]);
      } catch (error) {
        const theirs = standingWill(error);
        // First what stands, with its headlines: then the rows change once.
        await reload();
        const { pending, lost, standing } = state.current;
        set({
          pending: [],
          done: null,
          lost: theirs ? [...lost, ...pending] : lost,
          failure: theirs ? null : (refusalOf(error)?.message ?? ''),
          standing: theirs && pending[0].scope === 'here' ? toStanding(theirs) : standing,
        });
      }
    }
    isWorking.current = false;
    await reload();
  }

  function run(step: Step, isUndoable = true): void {
    if (!documentId) return;
    const before = wishes();
    const back = step.scope === 'here' && isUndoable ? inverseOf(before, step.change) : null;
    set({
      pending: [...state.current.pending, step],
      failure: null,
      done: { step, after: applyChange(before, step.change), undo: back && { ...step, change: back } },
    });
    void work(documentId);
  }

  return {
    wishes: wishes(),
    done: state.current.done,
    failure: state.current.failure,
    lost: state.current.lost,
    run,
    undo() {
      const step = state.current.done?.undo;
      if (step) run(step);
    },
    /** Does again what was lost, to what stands now. */
    again() {
      const { lost } = state.current;
      set({ lost: [] });
      for (const step of lost) run(step);
    },
    drop: () => set({ lost: [] }),
  };
}

export type WillState = ReturnType<typeof useWill>;
