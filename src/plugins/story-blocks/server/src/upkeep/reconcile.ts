import type { Core } from '@strapi/strapi';
import { readDocumentIds, syncConcept, syncStory } from '../cards';
import type { Desk } from '../config';
import { advanceGeneration, inTransaction, sqlNow, TABLES, table } from '../db';

const CHUNK = 100;

export interface Reconciled {
  /** Documents that were looked at. */
  seen: number;
  /** Documents whose cards or concepts were not what is published. */
  repaired: number;
}

interface Watch {
  /** Called after each chunk. */
  progress?(done: Reconciled): void;
  /** Ends the pass early. */
  stopped?(): boolean;
}

/**
 * Compares what is published with what is kept, document by document in short transactions, and mends what differs:
 * writes past the document service, an import, a restored backup, time with the plugin off. Readers see what they saw
 * until a document's own turn comes.
 */
export async function reconcile(strapi: Core.Strapi, desk: Desk, watch: Watch = {}): Promise<Reconciled> {
  const done: Reconciled = { seen: 0, repaired: 0 };

  async function sync(uid: string, documentId: string): Promise<void> {
    const role = desk.role(uid);
    if (!role) return;
    const changed = await inTransaction(strapi, async (sql) => {
      const differs =
        role.kind === 'story'
          ? await syncStory(strapi, desk, sql, role.type, documentId)
          : await syncConcept(strapi, desk, sql, role.kind, uid, documentId);
      if (differs) await advanceGeneration(strapi, sql);
      return differs;
    });
    done.seen += 1;
    if (changed) done.repaired += 1;
  }

  /** Kept documents of a type, in order, after the given one. */
  async function keptIds(uid: string, after: string): Promise<string[]> {
    const role = desk.role(uid);
    const kept =
      role?.kind === 'story'
        ? table(strapi, await sqlNow(strapi), TABLES.cards).where({ type: uid })
        : table(strapi, await sqlNow(strapi), TABLES.concepts).where({ kind: role?.kind });
    const rows: { document_id: string }[] = await kept
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(CHUNK)
      .distinct('document_id');
    return rows.map((row) => row.document_id);
  }

  // Concepts first: a story's texts are joined from them.
  const uids = [...desk.uids].sort(
    (a, b) => Number(desk.role(a)?.kind === 'story') - Number(desk.role(b)?.kind === 'story')
  );
  for (const uid of uids) {
    let after = '';
    for (;;) {
      const published = await readDocumentIds(strapi, desk, uid, after || null, CHUNK);
      const kept = await keptIds(uid, after);
      const ids = [...new Set([...published, ...kept])].sort().slice(0, CHUNK);
      if (ids.length === 0) break;
      for (const id of ids) {
        if (watch.stopped?.()) return done;
        await sync(uid, id);
      }
      after = ids[ids.length - 1];
      watch.progress?.(done);
    }
  }
  await dropUnmapped(strapi, desk);
  return done;
}

/** Cards of content types that are stories no longer. */
async function dropUnmapped(strapi: Core.Strapi, desk: Desk): Promise<void> {
  const types = desk.newsroom.types.story.map(({ uid }) => uid);
  await inTransaction(strapi, async (sql) => {
    for (const name of [TABLES.cards, TABLES.cardRefs, TABLES.terms, TABLES.links]) {
      await table(strapi, sql, name).whereNotIn('type', types).delete();
    }
  });
}
