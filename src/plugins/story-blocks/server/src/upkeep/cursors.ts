import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';

/** How far a pass has come: the last document that is done, in the order of its own walk. */
export interface Cursor {
  type: string;
  documentId: string;
  /** Entries that were looked at so far. */
  done: number;
}

/** Passes that go on where they were interrupted. */
export type PassName = 'filling' | 'rebuild';

/** Where a pass was interrupted; null where none was. */
export async function readCursor(strapi: Core.Strapi, pass: PassName): Promise<Cursor | null> {
  const row: { type: string; document_id: string; done: number | string } | undefined = await table(
    strapi,
    await sqlNow(strapi),
    TABLES.cursors
  )
    .where({ pass })
    .first();
  return row ? { type: row.type, documentId: row.document_id, done: Number(row.done) } : null;
}

export async function saveCursor(strapi: Core.Strapi, pass: PassName, cursor: Cursor): Promise<void> {
  await table(strapi, await sqlNow(strapi), TABLES.cursors)
    .insert({ pass, type: cursor.type, document_id: cursor.documentId, done: cursor.done })
    .onConflict('pass')
    .merge();
}

export async function clearCursor(strapi: Core.Strapi, pass: PassName): Promise<void> {
  await table(strapi, await sqlNow(strapi), TABLES.cursors)
    .where({ pass })
    .delete();
}
