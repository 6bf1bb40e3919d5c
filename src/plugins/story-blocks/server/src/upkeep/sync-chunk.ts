import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { type SyncedStories, syncStories } from '../cards';
import { allOrEach } from '../lib/all-or-each';
import type { Newsroom, StoryType } from '../newsroom';
import type { Troubles } from '../troubles';
import { BREATH_MS } from './compared';

/** Until a story that somebody else is writing has its next turn, and how often. */
const BUSY_MS = 50;
const TURNS = 20;

export interface SyncedChunk extends SyncedStories {
  failed: Set<string>;
}

type Options = Parameters<typeof syncStories>[4];

interface Ports {
  newsroom: Newsroom;
  troubles: Troubles;
}

/** One story that fails keeps no other waiting, and is noted until it is done. */
async function turn(
  strapi: Core.Strapi,
  { newsroom, troubles }: Ports,
  type: StoryType,
  documentIds: string[],
  options: Options
): Promise<SyncedChunk> {
  const turns = await allOrEach<string, SyncedChunk>(
    documentIds,
    async (some) => ({ ...(await syncStories(strapi, newsroom, type, [...some], options)), failed: new Set() }),
    async (documentId, error) => {
      await troubles.failed('stories', error, { type: type.uid, documentId, locale: '' });
      return { ...nothing(), failed: new Set([documentId]) };
    }
  );
  const all = nothing();
  for (const one of turns) addTo(all, one);
  return all;
}

const nothing = (): SyncedChunk => ({ done: [], differences: [], left: [], failed: new Set() });

function addTo(all: SyncedChunk, more: SyncedChunk): void {
  all.done.push(...more.done);
  all.differences.push(...more.differences);
  all.left.push(...more.left);
  for (const documentId of more.failed) all.failed.add(documentId);
}

/**
 * Makes a chunk of stories agree with what is published of them, as {@link syncStories} does, and gives those that others
 * are writing at the moment another turn, a few times.
 *
 * @returns What was done; `left` are those that were busy to the last, which their own writer has made true.
 */
export async function syncChunk(
  strapi: Core.Strapi,
  ports: Ports,
  type: StoryType,
  documentIds: string[],
  options: Options
): Promise<SyncedChunk> {
  const all = nothing();
  let left = documentIds;
  for (let count = 0; left.length > 0 && count < TURNS; count += 1) {
    const synced = await turn(strapi, ports, type, left, options);
    await sleep(synced.left.length < left.length ? BREATH_MS : BUSY_MS);
    left = synced.left;
    addTo(all, { ...synced, left: [] });
  }
  await ports.troubles.entriesSolved('stories', type.uid, all.done);
  return { ...all, left };
}
