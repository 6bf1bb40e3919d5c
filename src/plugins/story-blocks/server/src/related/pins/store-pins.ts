import type { Core } from '@strapi/strapi';
import { type CardKey, keyColumns, storyId } from '../../cards';
import { advanceGeneration, inTransaction, lockDocument, sqlNow, TABLES, table } from '../../db';

/** What editors want of a story's links. Targets need not be live: a pin waits, and returns with its target. */
export interface EditorsWill {
  /** In their order. */
  pins: { type: string; documentId: string }[];
  hides: { type: string; documentId: string }[];
}

interface PinRow {
  type: string;
  document_id: string;
  target_type: string;
  target_id: string;
  kind: 'pin' | 'hide';
}

const target = (row: PinRow) => ({ type: row.target_type, documentId: row.target_id });

/** What editors want of several stories' links, by story; all of one language. */
export async function readWills(strapi: Core.Strapi, keys: CardKey[]): Promise<Map<string, EditorsWill>> {
  const wills = new Map<string, EditorsWill>();
  if (keys.length === 0) return wills;
  const rows: PinRow[] = await table(strapi, await sqlNow(strapi), TABLES.pins)
    .where({ locale: keys[0].locale })
    .whereIn(
      'document_id',
      keys.map((key) => key.documentId)
    )
    .orderBy('position');
  for (const row of rows) {
    const story = storyId({ type: row.type, documentId: row.document_id });
    const will = wills.get(story) ?? { pins: [], hides: [] };
    wills.set(story, will);
    will[row.kind === 'pin' ? 'pins' : 'hides'].push(target(row));
  }
  return wills;
}

export async function readWill(strapi: Core.Strapi, key: CardKey): Promise<EditorsWill> {
  const wills = await readWills(strapi, [key]);
  return wills.get(storyId(key)) ?? { pins: [], hides: [] };
}

/** Makes the pins and hides of a story, in one language, those given. */
export async function storeWill(strapi: Core.Strapi, key: CardKey, will: EditorsWill): Promise<void> {
  const rows = (kind: PinRow['kind'], targets: EditorsWill['pins']) =>
    targets.map(({ type, documentId }, position) => ({
      ...keyColumns(key),
      target_type: type,
      target_id: documentId,
      kind,
      position,
    }));
  const all = [...rows('pin', will.pins), ...rows('hide', will.hides)];
  await inTransaction(strapi, async (sql) => {
    await lockDocument(strapi, sql, key.type, key.documentId);
    await table(strapi, sql, TABLES.pins).where(keyColumns(key)).delete();
    if (all.length > 0) await table(strapi, sql, TABLES.pins).insert(all);
    await advanceGeneration(strapi, sql);
  });
}
