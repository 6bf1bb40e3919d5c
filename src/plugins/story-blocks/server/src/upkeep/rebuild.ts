import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { countPublished, queueLinks } from '../cards';
import { TABLES } from '../db';
import type { Related } from '../related';
import { BREATH_MS } from './compared';
import { clearCursor, readCursor, saveCursor } from './cursors';
import { createPass, dropUnmapped, type PassPorts } from './reconcile';

export interface RebuildProgress {
  step: 'cards' | 'links';
  /** Stages of the links: words are taken up, laid out beside each other, and compared. */
  part?: 'words' | 'space' | 'comparison';
  done: number;
  total: number;
}
type Report = (progress: RebuildProgress) => void;

/** Stands in place of a content type: the cards are done, and what is left waits in the cards themselves. */
const LINKS = 'links';

async function waiting(strapi: Core.Strapi): Promise<number> {
  const row = await table(strapi, await sqlNow(strapi), TABLES.cards)
    .where('retry_at', '>=', 0)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

interface Options {
  /** Ends it early; the next one goes on. */
  stopped?(): boolean;
}

/** Makes every card agree with its entry, whatever is kept, and queues its links to be made anew. */
async function rebuildCards(
  strapi: Core.Strapi,
  ports: PassPorts,
  related: Related,
  report: Report,
  stopped: () => boolean
): Promise<number> {
  const { newsroom } = ports;
  let total = 0;
  for (const { uid } of newsroom.config.types.story) total += await countPublished(strapi, newsroom, uid);
  const cursor = await readCursor(strapi, 'rebuild');
  const pass = createPass(strapi, ports, { stopped });
  await pass.concepts();
  let done = cursor?.done ?? 0;
  await pass.stories(cursor, async ({ uid, seen, documentIds }) => {
    await queueLinks(strapi, uid, documentIds);
    done += seen;
    await saveCursor(strapi, 'rebuild', { type: uid, documentId: documentIds[documentIds.length - 1], done });
    report({ step: 'cards', done: Math.min(done, total), total });
  });
  if (stopped()) return pass.done.repaired;
  await pass.images();
  await dropUnmapped(strapi, newsroom);
  await related.renew();
  await saveCursor(strapi, 'rebuild', { type: LINKS, documentId: '', done });
  return pass.done.repaired;
}

/** Turns without anything to do after which what is left is left to the worker. */
const PATIENCE = 100;

const PARTS = { 'taken up': 'words', brought: 'space', ranked: 'comparison' } as const;

/** Makes the links of all stories that wait, and then what their archives need. */
async function makeLinks(strapi: Core.Strapi, related: Related, report: Report, stopped: () => boolean) {
  const all = await waiting(strapi);
  const { total } = await related.behind();
  const done = { words: 0, space: 0, comparison: 0 };
  for (let idle = 0; !stopped() && idle < PATIENCE; idle += 1) {
    const { did, count } = await related.nextStep();
    if (did === null) {
      // What others are writing just now has its turn after them.
      const behind = await related.behind();
      if (behind.done === behind.total) break;
      related.wake();
    } else idle = 0;
    if (did !== null && did in PARTS) {
      const part = PARTS[did as keyof typeof PARTS];
      done[part] += count;
      report({ step: 'links', part, done: done[part], total: Math.max(done[part], part === 'words' ? all : total) });
    }
    await sleep(BREATH_MS);
  }
  // Those that failed have their next turn later.
  const left = await waiting(strapi);
  return { related: all - left, waiting: left };
}

/**
 * Makes every card and every link again. Nothing is emptied first: each story's old card and links stand until its new
 * ones take their place. A rebuild that is interrupted goes on where it was.
 */
export async function rebuild(
  strapi: Core.Strapi,
  ports: PassPorts,
  related: Related,
  report: Report,
  { stopped = () => false }: Options = {}
): Promise<{ repaired: number; related: number; waiting: number }> {
  const isAtLinks = (await readCursor(strapi, 'rebuild'))?.type === LINKS;
  const repaired = isAtLinks ? 0 : await rebuildCards(strapi, ports, related, report, stopped);
  const links = await makeLinks(strapi, related, report, stopped);
  if (!stopped()) await clearCursor(strapi, 'rebuild');
  return { repaired, ...links };
}
