import { dismissed, EMPTY, performed, type Queue, type Rules, received, refused, saved, type Written } from './queue';

/** How a document is written. */
export interface Remote<Doc, Change> {
  /** Writes one or more of the pending changes to what stands. Throws where the server refuses. */
  save(standing: Doc, pending: readonly Change[]): Promise<Written<Doc, Change>>;
  /** What stands after the server has refused, and whether that was since somebody else was first. Never throws. */
  afterRefusal(
    error: unknown,
    standing: Doc,
    pending: readonly Change[]
  ): Promise<{ standing: Doc | null; isConflict: boolean }>;
  /** Is called once nothing is left to be saved. */
  atRest?(): void;
}

/** A document that changes at once and is saved behind the editor's back, one request after the other. */
export interface Curation<Doc, Change> {
  state(): Queue<Doc, Change>;
  subscribe(listener: () => void): () => void;
  receive(doc: Doc | null): void;
  perform(...changes: Change[]): void;
  /** Takes the last change back. */
  undo(): void;
  /** Does again what was lost, to what stands now. */
  again(): void;
  dismiss(): void;
}

/**
 * Makes the engine of optimistic changes. What is not saved when its screen goes is saved all the same.
 *
 * @param remote - Asked for with each request, so that they may change.
 */
export function createCuration<Doc, Change>(
  rules: Rules<Doc, Change>,
  remote: () => Remote<Doc, Change>
): Curation<Doc, Change> {
  let queue: Queue<Doc, Change> = EMPTY;
  let isSaving = false;
  const listeners = new Set<() => void>();
  const set = (next: Queue<Doc, Change>) => {
    if (next === queue) return;
    queue = next;
    for (const listener of listeners) listener();
  };

  async function saveNext(standing: Doc): Promise<void> {
    try {
      const written = await remote().save(standing, queue.pending);
      set(saved(rules, queue, written));
    } catch (error) {
      const { pending } = queue;
      // Until it is known what stands, nothing changes on the screen: then it changes once.
      const after = await remote().afterRefusal(error, standing, pending);
      const problem = after.isConflict ? ({ kind: 'conflict' } as const) : ({ kind: 'failed', error } as const);
      set(refused(rules, queue, { count: pending.length, standing: after.standing, problem }));
    }
  }

  async function work(): Promise<void> {
    if (isSaving) return;
    isSaving = true;
    while (queue.standing && queue.pending.length > 0) await saveNext(queue.standing);
    isSaving = false;
    remote().atRest?.();
  }

  function perform(...changes: Change[]): void {
    if (!queue.standing || changes.length === 0) return;
    set(changes.reduce((before, change) => performed(rules, before, change), queue));
    void work();
  }

  return {
    state: () => queue,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive: (doc) => set(received(rules, queue, doc)),
    perform,
    undo() {
      const back = queue.undo.at(-1);
      if (back !== undefined) perform(back);
    },
    again() {
      const { lost } = queue;
      set(dismissed(queue));
      perform(...lost);
    },
    dismiss: () => set(dismissed(queue)),
  };
}
