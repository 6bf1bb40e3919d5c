import type { Core } from '@strapi/strapi';
import type { CardKey } from '../../cards';
import { advanceGeneration, inTransaction, sqlNow, TABLES, table } from '../../db';

/** What editors want of a story's links. Targets need not be live: a pin waits, and returns with its target. */
export interface EditorsWill {
  /** In their order. */
  pins: { type: string; documentId: string }[];
  hides: { type: string; documentId: string }[];
}

interface PinRow {
  target_type: string;
  target_id: string;
  kind: 'pin' | 'hide';
}

const columnsOf = (key: CardKey) => ({ type: key.type, document_id: key.documentId, locale: key.locale });
const target = (row: PinRow) => ({ type: row.target_type, documentId: row.target_id });

export async function readWill(strapi: Core.Strapi, key: CardKey): Promise<EditorsWill> {
  const rows: PinRow[] = await table(strapi, await sqlNow(strapi), TABLES.pins)
    .where(columnsOf(key))
    .orderBy('position');
  return {
    pins: rows.filter((row) => row.kind === 'pin').map(target),
    hides: rows.filter((row) => row.kind === 'hide').map(target),
  };
}

/** Makes the pins and hides of a story, in one language, those given. */
export async function storeWill(
  strapi: Core.Strapi,
  key: CardKey,
  will: EditorsWill
): Promise<void> {
  const rows = (kind: PinRow['kind'], targets: EditorsWill['pins']) =>
    targets.map(({ type, documentId }, position) => ({
      ...columnsOf(key),
      target_type: type,
      target_id: documentId,
      kind,
      position,
    }));
  const all = [...rows('pin', will.pins), ...rows('hide', will.hides)];
  await inTransaction(strapi, async (sql) => {
    await table(strapi, sql, TABLES.pins).where(columnsOf(key)).delete();
    if (all.length > 0) await table(strapi, sql, TABLES.pins).insert(all);
    await advanceGeneration(strapi, sql);
  });
}
