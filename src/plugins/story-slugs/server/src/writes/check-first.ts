import { AsyncLocalStorage } from 'node:async_hooks';
import type { SlugStore } from '../slug-store';
import type { SlugType } from '../slug-types';

/** A look at a document right before it is written; what it throws undoes the write's transaction. */
type Check = (store: SlugStore) => Promise<void>;

const pending = new AsyncLocalStorage<Map<string, Check>>();

/**
 * Runs `write` and, inside its first action on the document, `check`: in the action's transaction, when nobody else can
 * write the document's rows.
 *
 * Actions that have nothing to check take no lock here: theirs would meet those of other plugins in the opposite order,
 * and PostgreSQL would stop one of two editors.
 */
export function checkFirst<T>(documentId: string, check: Check, write: () => Promise<T>): Promise<T> {
  return pending.run(new Map([[documentId, check]]), write);
}

/** Runs the check that waits for the document, once. */
export async function runCheck(type: SlugType, documentId: string, store: SlugStore): Promise<void> {
  const checks = pending.getStore();
  const check = checks?.get(documentId);
  checks?.delete(documentId);
  if (!check) return;
  await store.lockDocument(type, documentId);
  await check(store);
}
