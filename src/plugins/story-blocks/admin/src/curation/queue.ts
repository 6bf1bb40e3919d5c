/** How a document of editors' wishes changes; plain values alone. */
export interface Rules<Doc, Change> {
  /** The document after a change. What the change finds no more stays as it is. */
  apply(doc: Doc, change: Change): Doc;
  /** What takes a change back, done to what stood before it; null where nothing does. */
  inverse(before: Doc, change: Change): Change | null;
  /** Whether a change takes another one back. It is not done again after a conflict: it would undo the other editor's. */
  isUndo(change: Change): boolean;
  versionOf(doc: Doc): number;
  /** How many changes can be taken back, one after the other. */
  maxUndo: number;
  /** How long lost changes are offered to be done again: until the next one is saved, or until the editor decides. */
  lostUntil: 'saved' | 'decided';
}

/** Why changes were not saved. */
export type Problem =
  /** Somebody else had changed the document. */
  { kind: 'conflict' } | { kind: 'failed'; error: unknown };

/** A document that an editor changes at once and that is saved behind his back. */
export interface Queue<Doc, Change> {
  /** As the server has it; null before it was read. */
  standing: Doc | null;
  /** Changes that the server has not confirmed yet, in their order. */
  pending: readonly Change[];
  /** What takes the last changes back, the last one at the end. */
  undo: readonly Change[];
  /** What was done last, saved or not, and the document as it became by it. */
  performed: { change: Change; after: Doc } | null;
  /** What was saved last. */
  saved: Change | null;
  problem: Problem | null;
  /** Changes that were not saved, since somebody else was first. */
  lost: readonly Change[];
}

export const EMPTY: Queue<never, never> = {
  standing: null,
  pending: [],
  undo: [],
  performed: null,
  saved: null,
  problem: null,
  lost: [],
};

/** What was written of a queue's changes. */
export interface Written<Doc, Change> {
  /** How many of the pending changes, from the first on. */
  count: number;
  /** As the server has it now. */
  standing: Doc;
  /** What takes the last of them back, where only the server knew what stood before. */
  undo?: Change | null;
}

/** The document as the editor wants it. */
export function wanted<Doc, Change>(rules: Rules<Doc, Change>, { standing, pending }: Queue<Doc, Change>): Doc | null {
  return standing && pending.reduce(rules.apply, standing);
}

/** The document was read. An answer that is older than what was written since knows less. */
export function received<Doc, Change>(
  rules: Rules<Doc, Change>,
  queue: Queue<Doc, Change>,
  doc: Doc | null
): Queue<Doc, Change> {
  const { standing, pending } = queue;
  if (pending.length > 0 || doc === standing) return queue;
  if (doc && standing && rules.versionOf(doc) < rules.versionOf(standing)) return queue;
  return { ...queue, standing: doc };
}

/** The editor does something. */
export function performed<Doc, Change>(
  rules: Rules<Doc, Change>,
  queue: Queue<Doc, Change>,
  change: Change
): Queue<Doc, Change> {
  const before = wanted(rules, queue);
  if (!before) return queue;
  const back = rules.inverse(before, change);
  const done = rules.isUndo(change) ? queue.undo.slice(0, -1) : back === null ? [] : [...queue.undo, back];
  return {
    ...queue,
    pending: [...queue.pending, change],
    undo: done.slice(-rules.maxUndo),
    performed: { change, after: rules.apply(before, change) },
    problem: queue.problem?.kind === 'failed' ? null : queue.problem,
  };
}

/** The server has the first of the pending changes. */
export function saved<Doc, Change>(
  rules: Rules<Doc, Change>,
  queue: Queue<Doc, Change>,
  { count, standing, undo }: Written<Doc, Change>
): Queue<Doc, Change> {
  const last = queue.pending[count - 1];
  const forgets = rules.lostUntil === 'saved';
  return {
    ...queue,
    standing,
    pending: queue.pending.slice(count),
    // A change that another one followed: the later one is taken back first.
    undo: undo && queue.performed?.change === last ? [undo] : queue.undo,
    saved: last,
    problem: forgets ? null : queue.problem,
    lost: forgets ? [] : queue.lost,
  };
}

/**
 * The server refused: changes that were pending then are taken back. What was done meanwhile is still to be saved.
 *
 * @param count - How many changes were pending when it refused.
 * @param standing - As the server has it now.
 */
export function refused<Doc, Change>(
  rules: Rules<Doc, Change>,
  queue: Queue<Doc, Change>,
  { count, standing, problem }: { count: number; standing: Doc | null; problem: Problem }
): Queue<Doc, Change> {
  const lost = queue.pending.slice(0, count).filter((change) => !rules.isUndo(change));
  const pending = queue.pending.slice(count);
  const change = pending.at(-1);
  const after = wanted(rules, { ...queue, standing, pending });
  return {
    ...queue,
    standing,
    pending,
    undo: [],
    performed: change !== undefined && after ? { change, after } : null,
    saved: null,
    problem,
    lost: problem.kind === 'conflict' ? [...queue.lost, ...lost] : queue.lost,
  };
}

/** The editor has read what went wrong, or does again what was lost. */
export const dismissed = <Doc, Change>(queue: Queue<Doc, Change>): Queue<Doc, Change> => ({
  ...queue,
  saved: null,
  problem: null,
  lost: [],
});
