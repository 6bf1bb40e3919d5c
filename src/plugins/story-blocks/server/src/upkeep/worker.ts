import type { Core } from '@strapi/strapi';
import { foldGeneration } from '../db';
import type { Holds } from '../holds';
import type { Newsroom } from '../newsroom';
import type { Related } from '../related';
import type { Troubles } from '../troubles';
import { deriveStale } from './derive-stale';
import { retryTroubled } from './retry-troubled';
import type { Teller } from './tell-changes';

/** Longest sleep: what another node wrote, and what nothing woke us for, waits no longer. */
const TICK_MS = 1_000;

/**
 * The loop that does what readers need not wait for: ends embargoes, derives again what points at a concept that went
 * or came, makes related links. Started once, from `bootstrap()`: a timer that a request started would keep the
 * request's transaction as its context.
 */
export function createWorker({
  strapi,
  newsroom,
  holds,
  related,
  teller,
  troubles,
}: {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  holds: Holds;
  related: Related;
  teller: Teller;
  troubles: Troubles;
}) {
  let stopped = true;
  let woken = false;
  let running: Promise<void> = Promise.resolve();
  let rouse: (() => void) | null = null;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** Does what there is to do. @returns Milliseconds until there is more. */
  async function work(): Promise<number> {
    woken = false;
    const next = await troubles.run('embargoes', () => holds.endEmbargoes());
    const stale = await troubles.run('stories', async () => {
      const derived = await deriveStale(strapi, { newsroom, troubles });
      return derived + (await retryTroubled(strapi, { newsroom, holds, troubles }));
    });
    const step = await troubles.run('links', () => related.nextStep({ isPatient: false }));
    if (Number(stale) > 0 || (step?.count ?? 0) > 0) teller.wake();
    if (woken || Number(stale) > 0 || (step?.count ?? 0) > 0) return 0;
    await troubles.run('changes', () => foldGeneration(strapi));
    return Math.max(0, Math.min(TICK_MS, typeof next === 'number' ? next - Date.now() : TICK_MS));
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      const pause = await work();
      if (!stopped && !woken) await sleep(Math.max(pause, 1));
    }
  }

  return {
    start(): void {
      if (!stopped) return;
      stopped = false;
      running = loop();
      teller.start();
    },
    async stop(): Promise<void> {
      stopped = true;
      rouse?.();
      await related.stop();
      await running;
      await teller.stop();
    },
    /** Says that there is something to do. Safe to call from a commit's callback: it only sets a flag. */
    wake(): void {
      teller.wake();
      woken = true;
      rouse?.();
    },
  };
}
export type Worker = ReturnType<typeof createWorker>;
