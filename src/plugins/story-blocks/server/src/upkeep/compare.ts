import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { ConceptKind } from '@wiredesk/newsroom';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import {
  compareCards,
  deriveCard,
  firstOf,
  firstsOfMany,
  readDocumentIds,
  readEntries,
  readKept,
  toStored,
} from '../cards';
import { deriveConcept } from '../cards/derive-concept';
import { type ConceptColumns, conceptFingerprint } from '../cards/store-concepts';
import { TABLES } from '../db';
import type { Newsroom, StoryType } from '../newsroom';
import { compareImages } from './compare-images';
import { BREATH_MS, CHUNK, type Compared, type Difference } from './compared';
import type { Cursor } from './cursors';

/** The next documents of which anything is kept; a card's references too, which may have lost their card. */
async function keptAfter(strapi: Core.Strapi, newsroom: Newsroom, uid: string, after: string): Promise<string[]> {
  const role = newsroom.role(uid);
  const sql = await sqlNow(strapi);
  const kept =
    role?.kind === 'story'
      ? [TABLES.cards, TABLES.cardRefs].map((name) => table(strapi, sql, name).where({ type: uid }))
      : [table(strapi, sql, TABLES.concepts).where({ kind: role?.kind })];
  const ids: string[] = [];
  for (const rows of kept) {
    const next: { document_id: string }[] = await rows
      .where('document_id', '>', after)
      .orderBy('document_id')
      .limit(CHUNK)
      .distinct('document_id');
    ids.push(...next.map((row) => row.document_id));
  }
  return ids;
}

type Found = Pick<Compared, 'seen' | 'differences'>;

async function compareStories(strapi: Core.Strapi, newsroom: Newsroom, type: StoryType, ids: string[]): Promise<Found> {
  const sql = await sqlNow(strapi);
  const kept = await readKept(strapi, sql, type.uid, ids, true);
  const rows = await readEntries(strapi, newsroom, type.uid, { documentId: { $in: ids } });
  const { all } = await firstsOfMany(strapi, sql, newsroom, type, rows);
  const cards = rows.map((row) => toStored(deriveCard(row, type, newsroom, firstOf(all, newsroom, type, row))));
  const { differences } = compareCards(cards, kept);
  return { seen: rows.length, differences: differences.map((difference) => ({ uid: type.uid, ...difference })) };
}

async function compareConcepts(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  uid: string,
  kind: ConceptKind,
  ids: string[]
): Promise<Found> {
  const rows: ConceptColumns[] = await table(strapi, await sqlNow(strapi), TABLES.concepts)
    .where({ kind })
    .whereIn('document_id', ids);
  const kept = new Map(rows.map((row) => [`${row.document_id} ${row.locale}`, row]));
  const entries = await readEntries(strapi, newsroom, uid, { documentId: { $in: ids } });
  const differences: Difference[] = [];
  for (const entry of entries) {
    const concept = deriveConcept(entry, kind, newsroom);
    const { documentId, locale } = concept;
    const found = kept.get(`${documentId} ${locale}`);
    kept.delete(`${documentId} ${locale}`);
    if (!found) differences.push({ uid, documentId, locale, problem: 'missing' });
    else if (conceptFingerprint(found) !== conceptFingerprint(concept))
      differences.push({ uid, documentId, locale, problem: 'outdated' });
  }
  for (const { document_id: documentId, locale } of kept.values())
    differences.push({ uid, documentId, locale, problem: 'left over' });
  return { seen: entries.length, differences };
}

/** Holds what is kept of a content type against what is published, a hundred documents at a time; changes nothing. */
async function* compare(strapi: Core.Strapi, newsroom: Newsroom, uid: string, from: string): AsyncGenerator<Compared> {
  const role = newsroom.role(uid);
  if (!role) return;
  for (let after = from; ; ) {
    const live = await readDocumentIds(strapi, newsroom, uid, after || null, CHUNK);
    const all = [...new Set([...live.ids, ...(await keptAfter(strapi, newsroom, uid, after))])].sort();
    // What is kept may reach further than the page of live ones, which says nothing of what comes after its last.
    const reach = live.isLast ? null : live.ids[live.ids.length - 1];
    const ids = all.filter((id) => reach === null || id <= reach).slice(0, CHUNK);
    if (ids.length === 0) return;
    after = ids[ids.length - 1];
    const found =
      role.kind === 'story'
        ? await compareStories(strapi, newsroom, role.type, ids)
        : await compareConcepts(strapi, newsroom, uid, role.kind, ids);
    yield { uid, documentIds: ids, ...found };
    // SQLite answers at once: without this nobody else in the process would have a turn before the end of the walk.
    await sleep(BREATH_MS);
  }
}

const isConcept = (newsroom: Newsroom) => (uid: string) => !newsroom.storyType(uid);

/** Everything that stories point at, apart from their pictures. */
export async function* compareAllConcepts(strapi: Core.Strapi, newsroom: Newsroom): AsyncGenerator<Compared> {
  for (const uid of newsroom.uids.filter(isConcept(newsroom))) yield* compare(strapi, newsroom, uid, '');
}

/** Every story, from where a pass was interrupted. */
export async function* compareAllStories(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  from: Cursor | null = null
): AsyncGenerator<Compared> {
  const types = newsroom.config.types.story.map(({ uid }) => uid);
  const begin = from ? Math.max(0, types.indexOf(from.type)) : 0;
  for (const uid of types.slice(begin)) {
    yield* compare(strapi, newsroom, uid, from?.type === uid ? from.documentId : '');
  }
}

/** Everything that is kept: concepts first, since a story's texts are joined from them; pictures last. */
export async function* compareAll(strapi: Core.Strapi, newsroom: Newsroom): AsyncGenerator<Compared> {
  yield* compareAllConcepts(strapi, newsroom);
  yield* compareAllStories(strapi, newsroom);
  yield* compareImages(strapi);
}
