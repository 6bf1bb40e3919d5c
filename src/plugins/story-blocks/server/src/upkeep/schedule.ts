import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Holds } from '../holds';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';
import { type Reconciled, reconcile } from './reconcile';
import type { Worker } from './worker';

/** A pass that came to its end. */
export interface LastPass extends Reconciled {
  at: string;
}

/** What bypasses the document service while the application runs is found within this time. */
const EVERY_MS = 60 * 60_000;
/** Milliseconds between two looks at whether the application has started. */
const LOADING_MS = 10;

/**
 * Reconciles at the start, in the background, and then every hour. An archive of any size answers at once, and fills up.
 */
export function createSchedule({
  strapi,
  newsroom,
  holds,
  troubles,
  worker,
}: {
  strapi: Core.Strapi;
  newsroom: Newsroom;
  holds: Holds;
  troubles: Troubles;
  worker: Worker;
}) {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let last: LastPass | null = null;

  /** Plugins that start after this one, and are asked what they know of an archive, have no tables of their own before. */
  async function untilLoaded(): Promise<void> {
    while (!strapi.isLoaded && !stopped) await sleep(LOADING_MS);
  }

  async function pass(): Promise<void> {
    await untilLoaded();
    if (stopped) return;
    await troubles.run('holds', () => holds.enforce());
    const found = await troubles.run('comparison', () =>
      reconcile(strapi, { newsroom, troubles }, { stopped: () => stopped })
    );
    if (found && !stopped) last = { at: new Date().toISOString(), ...found };
    const repaired = found?.repaired ?? 0;
    if (repaired > 0) strapi.log.info(`[story-blocks] ${repaired} documents had changed past the document service.`);
    worker.wake();
    if (stopped) return;
    timer = setTimeout(start, EVERY_MS);
    timer.unref();
  }

  function start(): void {
    running = pass();
  }

  return {
    start,
    /** What the last pass found; null until the first has come to its end. */
    last: () => last,
    async stop(): Promise<void> {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
export type Schedule = ReturnType<typeof createSchedule>;
