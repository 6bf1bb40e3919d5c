import type { Core } from '@strapi/strapi';
import type { Desk } from '../config';
import { sqlNow } from '../db';
import { createLoop } from '../lib/loop';
import { type KeptSettings, readSettings } from './store-settings';

/** What another node saved holds here after this time at the latest. */
const LOOK_MS = 2_000;

interface HouseService {
  setStyle(style: string): void;
}

/** Follows what administrators save, on this node or on another. */
export function createSettings(strapi: Core.Strapi, desk: Desk, onChange: () => void) {
  let kept: KeptSettings | null = null;

  /** The `datelines` plugin writes its own previews in the same house style. */
  function tellDatelines(): void {
    if (!strapi.plugins.datelines) return;
    const house = strapi.plugin('datelines').service('house') as HouseService | undefined;
    house?.setStyle(desk.newsroom.datelineStyle);
  }

  /** Reads what is saved, and has it hold from now on. */
  async function load(): Promise<KeptSettings> {
    const read = await readSettings(strapi, await sqlNow(strapi));
    if (kept?.version === read.version) return kept;
    if (read.problem) {
      strapi.log.error(`[story-blocks] saved settings are not understood, config/newsroom holds: ${read.problem}`);
    }
    const isFirst = kept === null;
    kept = read;
    desk.follow(read.saved);
    if (!isFirst || read.version > 0) tellDatelines();
    if (!isFirst) onChange();
    return read;
  }

  const loop = createLoop(async () => {
    try {
      await load();
    } catch (error) {
      strapi.log.error(`[story-blocks] settings: ${error instanceof Error ? error.message : String(error)}`);
    }
  }, LOOK_MS);

  return { load, start: loop.start, stop: loop.stop };
}
export type Settings = ReturnType<typeof createSettings>;
