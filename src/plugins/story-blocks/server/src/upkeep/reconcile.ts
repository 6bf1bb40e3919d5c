import type { Core } from '@strapi/strapi';
import { dropUnmappedCards } from '../cards';
import type { Newsroom } from '../newsroom';
import { dropUnmappedIndex } from '../related';
import type { Troubles } from '../troubles';
import { compareAllConcepts, compareAllStories } from './compare';
import { compareImages } from './compare-images';
import type { Compared, Difference } from './compared';
import type { Cursor } from './cursors';
import { fill } from './filling';
import { mendNoted } from './mend';
import { syncChunk } from './sync-chunk';

export interface Reconciled {
  /** Live entries that were looked at. */
  seen: number;
  /** Documents whose cards or concepts were not what is published. */
  repaired: number;
  /** The first of them, each language with what was wrong. */
  found: Difference[];
}

const MAX_FOUND = 100;

/** What a pass works with: the mapping, and where it notes what it cannot mend. */
export interface PassPorts {
  newsroom: Newsroom;
  troubles: Troubles;
}

export interface Watch {
  /** Called after each chunk. */
  progress?(done: Reconciled): void;
  /** Ends the pass early. */
  stopped?(): boolean;
}

const documentsOf = (differences: { documentId: string }[]) => [
  ...new Set(differences.map(({ documentId }) => documentId)),
];

/** Drops what is kept of content types that are stories no longer. */
export async function dropUnmapped(strapi: Core.Strapi, newsroom: Newsroom): Promise<void> {
  const isStory = (type: string) => newsroom.storyType(type) !== undefined;
  await dropUnmappedCards(strapi, isStory);
  await dropUnmappedIndex(strapi, isStory);
}

/** Compares what is published with what is kept, and mends what differs; part by part. */
export function createPass(strapi: Core.Strapi, ports: PassPorts, { progress, stopped = () => false }: Watch) {
  const { newsroom } = ports;
  const done: Reconciled = { seen: 0, repaired: 0, found: [] };
  const note = (differences: Difference[]) => done.found.push(...differences.slice(0, MAX_FOUND - done.found.length));

  async function mendEach(compared: AsyncGenerator<Compared>): Promise<void> {
    for await (const { uid, seen, differences } of compared) {
      note(differences);
      for (const documentId of documentsOf(differences)) {
        if (stopped()) return;
        if (await mendNoted(strapi, ports, uid, documentId)) done.repaired += 1;
      }
      done.seen += seen;
      progress?.(done);
      if (stopped()) return;
    }
  }

  return {
    done,
    concepts: () => mendEach(compareAllConcepts(strapi, newsroom)),
    images: () => mendEach(compareImages(strapi)),
    fill: () =>
      fill(strapi, ports, {
        stopped,
        each({ repaired, differences }) {
          done.repaired += repaired;
          note(differences);
          progress?.(done);
        },
      }),
    /** @param each - Called with every chunk once it is mended. */
    async stories(from: Cursor | null = null, each?: (chunk: Compared) => Promise<void>): Promise<void> {
      for await (const compared of compareAllStories(strapi, newsroom, from)) {
        const { uid, seen, differences } = compared;
        const type = newsroom.storyType(uid);
        const differing = documentsOf(differences);
        if (type && differing.length > 0) {
          const mended = await syncChunk(strapi, ports, type, differing, { whole: true });
          done.repaired += documentsOf(mended.differences).length;
          note(mended.differences.map((difference) => ({ uid, ...difference })));
        }
        done.seen += seen;
        await each?.(compared);
        progress?.(done);
        if (stopped()) return;
      }
    },
  };
}

/**
 * Compares what is published with what is kept and mends what differs: writes past the document service, an import, a
 * restored backup, time with the plugin off. Stories are mended a chunk at a time, in short transactions, those that have
 * no card first and among them the newest. Readers see what they saw until a story's own turn comes.
 */
export async function reconcile(strapi: Core.Strapi, ports: PassPorts, watch: Watch = {}): Promise<Reconciled> {
  const pass = createPass(strapi, ports, watch);
  const drop = () => dropUnmapped(strapi, ports.newsroom);
  for (const part of [pass.concepts, pass.fill, () => pass.stories(), pass.images, drop]) {
    if (watch.stopped?.()) break;
    await part();
  }
  return pass.done;
}
