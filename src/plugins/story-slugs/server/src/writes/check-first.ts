import { AsyncLocalStorage } from 'node:async_hooks';
import type { SlugStore } from '../slug-store';

/** A look at a document right before it is written; what it throws undoes the write's transaction. */
type Check = (store: SlugStore) => Promise<void>;

const pending = new AsyncLocalStorage<Map<string, Check>>();

/**
 * Runs `write` and, inside its first action on the document, `check`: in the action's transaction, when it has the
 * document's lock.
 *
 * The action takes that lock in its turn. One taken before it would meet the locks of other plugins in the opposite
 * order, and an editor who saves at that moment could be the one whom PostgreSQL stops.
 */
export function checkFirst<T>(documentId: string, check: Check, write: () => Promise<T>): Promise<T> {
  return pending.run(new Map([[documentId, check]]), write);
}

/** Runs the check that waits for the document, once. */
export async function runCheck(documentId: string, store: SlugStore): Promise<void> {
  const checks = pending.getStore();
  const check = checks?.get(documentId);
  checks?.delete(documentId);
  await check?.(store);
}
