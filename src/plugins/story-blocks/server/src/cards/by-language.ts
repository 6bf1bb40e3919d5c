import type { CardKey } from './card';
import type { KeyWhere } from './listeners';

/** Rows of one statement: SQLite takes a bounded number of values. */
const CHUNK = 200;

export async function inChunks<T>(all: T[], work: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += CHUNK) await work(all.slice(at, at + CHUNK));
}

/** Work on cards' rows of one language at a time: a list of whole keys is more than a database's planner likes. */
export async function byLanguage(keys: CardKey[], work: (where: KeyWhere, documentIds: string[]) => Promise<unknown>) {
  const groups = new Map<string, { where: KeyWhere; documentIds: string[] }>();
  for (const { type, documentId, locale } of keys) {
    const group = groups.get(`${type} ${locale}`) ?? { where: { type, locale }, documentIds: [] };
    group.documentIds.push(documentId);
    groups.set(`${type} ${locale}`, group);
  }
  for (const { where, documentIds } of groups.values()) await inChunks(documentIds, (part) => work(where, part));
}
