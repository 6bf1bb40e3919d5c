import type { Core } from '@strapi/strapi';
import { FILE, readDocumentIds, readEntries } from '../cards';
import { deriveCard } from '../cards/derive-card';
import { deriveConcept } from '../cards/derive-concept';
import { type CardColumns, fingerprintOf, fingerprintOfRow } from '../cards/store-cards';
import { type ConceptColumns, conceptFingerprint } from '../cards/store-concepts';
import type { Desk } from '../config';
import { sqlNow, TABLES, table } from '../db';
import { compareImages } from './compare-images';
import { CHUNK, type Compared, type Difference } from './compared';

interface Kept {
  documentId: string;
  locale: string;
  fingerprint: string;
}

type Entry = Kept;

async function keptAfter(strapi: Core.Strapi, desk: Desk, uid: string, after: string): Promise<string[]> {
  const role = desk.role(uid);
  const sql = await sqlNow(strapi);
  const kept =
    role?.kind === 'story'
      ? table(strapi, sql, TABLES.cards).where({ type: uid })
      : table(strapi, sql, TABLES.concepts).where({ kind: role?.kind });
  const rows: { document_id: string }[] = await kept
    .where('document_id', '>', after)
    .orderBy('document_id')
    .limit(CHUNK)
    .distinct('document_id');
  return rows.map((row) => row.document_id);
}

async function keptOf(strapi: Core.Strapi, desk: Desk, uid: string, ids: string[]): Promise<Kept[]> {
  const role = desk.role(uid);
  const sql = await sqlNow(strapi);
  if (role?.kind === 'story') {
    const rows: CardColumns[] = await table(strapi, sql, TABLES.cards).where({ type: uid }).whereIn('document_id', ids);
    // Of the row as it is, not as it was when its fingerprint was taken.
    return rows.map((row) => ({ documentId: row.document_id, locale: row.locale, fingerprint: fingerprintOfRow(row) }));
  }
  const rows: ConceptColumns[] = await table(strapi, sql, TABLES.concepts)
    .where({ kind: role?.kind })
    .whereIn('document_id', ids);
  return rows.map((row) => ({
    documentId: row.document_id,
    locale: row.locale,
    fingerprint: conceptFingerprint(row),
  }));
}

async function entriesOf(strapi: Core.Strapi, desk: Desk, uid: string, ids: string[]): Promise<Entry[]> {
  const role = desk.role(uid);
  if (!role) return [];
  const rows = await readEntries(strapi, desk, uid, { documentId: { $in: ids } });
  return rows.map((row) => {
    if (role.kind === 'story') {
      const card = deriveCard(row, role.type, desk);
      return { documentId: card.documentId, locale: card.locale, fingerprint: fingerprintOf(card) };
    }
    const concept = deriveConcept(row, role.kind, desk);
    return { documentId: concept.documentId, locale: concept.locale, fingerprint: conceptFingerprint(concept) };
  });
}

/** Holds what is kept of a content type against what is published, a hundred documents at a time; changes nothing. */
async function* compare(strapi: Core.Strapi, desk: Desk, uid: string): AsyncGenerator<Compared> {
  let after = '';
  for (;;) {
    const live = await readDocumentIds(strapi, desk, uid, after || null, CHUNK);
    const all = [...new Set([...live.ids, ...(await keptAfter(strapi, desk, uid, after))])].sort();
    // What is kept may reach further than the page of live ones, which says nothing of what comes after its last.
    const reach = live.isLast ? null : live.ids[live.ids.length - 1];
    const ids = all.filter((id) => reach === null || id <= reach).slice(0, CHUNK);
    if (ids.length === 0) return;
    after = ids[ids.length - 1];
    const key = ({ documentId, locale }: Kept) => `${documentId} ${locale}`;
    const kept = new Map((await keptOf(strapi, desk, uid, ids)).map((row) => [key(row), row]));
    const entries = await entriesOf(strapi, desk, uid, ids);
    const differences: Difference[] = [];
    for (const entry of entries) {
      const found = kept.get(key(entry));
      kept.delete(key(entry));
      const of = { uid, documentId: entry.documentId, locale: entry.locale };
      if (!found) differences.push({ ...of, problem: 'missing' });
      else if (found.fingerprint !== entry.fingerprint) differences.push({ ...of, problem: 'outdated' });
    }
    for (const { documentId, locale } of kept.values())
      differences.push({ uid, documentId, locale, problem: 'left over' });
    yield { seen: entries.length, documentIds: ids, differences };
  }
}

/** Everything that is kept: concepts first, since a story's texts are joined from them; pictures last. */
export async function* compareAll(strapi: Core.Strapi, desk: Desk): AsyncGenerator<Compared & { uid: string }> {
  const isStory = (uid: string) => Number(desk.storyType(uid) !== undefined);
  for (const uid of [...desk.uids].sort((a, b) => isStory(a) - isStory(b))) {
    for await (const compared of compare(strapi, desk, uid)) yield { uid, ...compared };
  }
  for await (const compared of compareImages(strapi)) yield { uid: FILE, ...compared };
}
