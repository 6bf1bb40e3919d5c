import type { Core } from '@strapi/strapi';
import { syncConcept, syncImage, syncStory } from '../cards';
import type { Desk } from '../config';
import { advanceGeneration, inTransaction, TABLES, table } from '../db';
import { compareAll } from './compare';
import type { Difference } from './compared';

export interface Reconciled {
  /** Live entries that were looked at. */
  seen: number;
  /** Documents whose cards or concepts were not what is published. */
  repaired: number;
  /** The first of them, each language with what was wrong. */
  found: Difference[];
}

const MAX_FOUND = 100;

interface Watch {
  /** Called after each chunk. */
  progress?(done: Reconciled): void;
  /** Ends the pass early. */
  stopped?(): boolean;
  /** Makes every document again, not only those that differ. @default false */
  everything?: boolean;
}

/** Makes one document's cards or concepts agree with what is published of it. @returns Whether they did not. */
async function mend(strapi: Core.Strapi, desk: Desk, uid: string, documentId: string): Promise<boolean> {
  const role = desk.role(uid);
  return inTransaction(strapi, async (sql) => {
    const changed = !role
      ? await syncImage(strapi, sql, documentId)
      : role.kind === 'story'
        ? (await syncStory(strapi, desk, sql, role.type, documentId, { force: true })).changed
        : await syncConcept(strapi, desk, sql, role.kind, uid, documentId);
    if (changed) await advanceGeneration(strapi, sql);
    return changed;
  });
}

/**
 * Compares what is published with what is kept and mends what differs, each document in a short transaction of its own:
 * writes past the document service, an import, a restored backup, time with the plugin off. Readers see what they saw
 * until a document's own turn comes.
 */
export async function reconcile(strapi: Core.Strapi, desk: Desk, watch: Watch = {}): Promise<Reconciled> {
  const done: Reconciled = { seen: 0, repaired: 0, found: [] };
  for await (const { uid, seen, documentIds, differences } of compareAll(strapi, desk)) {
    done.found.push(...differences.slice(0, MAX_FOUND - done.found.length));
    const differing = new Set(differences.map((difference) => difference.documentId));
    for (const documentId of watch.everything ? documentIds : differing) {
      if (watch.stopped?.()) return done;
      if (await mend(strapi, desk, uid, documentId)) done.repaired += 1;
    }
    done.seen += seen;
    watch.progress?.(done);
    if (watch.stopped?.()) return done;
  }
  await dropUnmapped(strapi, desk);
  return done;
}

/** Cards of content types that are stories no longer. */
async function dropUnmapped(strapi: Core.Strapi, desk: Desk): Promise<void> {
  const types = desk.newsroom.types.story.map(({ uid }) => uid);
  await inTransaction(strapi, async (sql) => {
    const other = table(strapi, sql, TABLES.index).whereNotIn('type', types).select('id');
    await table(strapi, sql, TABLES.links).whereIn('host_id', other).delete();
    for (const name of [TABLES.cards, TABLES.cardRefs, TABLES.index]) {
      await table(strapi, sql, name).whereNotIn('type', types).delete();
    }
  });
}
