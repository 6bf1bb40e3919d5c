import type { Core } from '@strapi/strapi';
import { readDocumentIds, readEntries } from '../cards';
import { deriveCard } from '../cards/derive-card';
import { fingerprintOf } from '../cards/store-cards';
import type { Desk } from '../config';
import { sqlNow, TABLES, table } from '../db';

const CHUNK = 100;

export interface Drift {
  type: string;
  documentId: string;
  locale: string;
  problem: 'missing' | 'outdated' | 'left over';
}

/** Holds every card against its published entry, and changes nothing. @returns What differs; nothing when all is well. */
export async function check(strapi: Core.Strapi, desk: Desk): Promise<{ published: number; drift: Drift[] }> {
  const drift: Drift[] = [];
  let published = 0;
  for (const type of desk.newsroom.types.story) {
    const rows: { document_id: string; locale: string; fingerprint: string }[] = await table(
      strapi,
      await sqlNow(strapi),
      TABLES.cards
    )
      .where({ type: type.uid })
      .select('document_id', 'locale', 'fingerprint');
    const kept = new Map(rows.map((row) => [`${row.document_id} ${row.locale}`, row]));
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await readDocumentIds(strapi, desk, type.uid, after, CHUNK);
      if (ids.length === 0) break;
      after = ids[ids.length - 1];
      for (const row of await readEntries(strapi, desk, type.uid, { documentId: { $in: ids } })) {
        published += 1;
        const card = deriveCard(row, type, desk);
        const key = `${card.documentId} ${card.locale}`;
        const found = kept.get(key);
        kept.delete(key);
        const of = { type: type.uid, documentId: card.documentId, locale: card.locale };
        if (!found) drift.push({ ...of, problem: 'missing' });
        else if (found.fingerprint !== fingerprintOf(card)) drift.push({ ...of, problem: 'outdated' });
      }
    }
    for (const row of kept.values()) {
      drift.push({ type: type.uid, documentId: row.document_id, locale: row.locale, problem: 'left over' });
    }
  }
  return { published, drift };
}
