import type { Core } from '@strapi/strapi';
import { sqlNow } from '@wiredesk/strapi-kit/server';
import { createLoop } from '../lib/loop';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';
import { type KeptSettings, readSettings } from './store-settings';

/** What another node saved holds here after this time at the latest. */
const LOOK_MS = 2_000;

interface HouseService {
  setStyle(style: string): void;
}

/** Follows what administrators save, on this node or on another. */
export function createSettings(
  strapi: Core.Strapi,
  newsroom: Newsroom,
  troubles: Troubles,
  onChange: () => Promise<void>
) {
  let kept: KeptSettings | null = null;

  /** The `datelines` plugin writes its own previews in the same house style. */
  function tellDatelines(): void {
    if (!strapi.plugins.datelines) return;
    const house = strapi.plugin('datelines').service('house') as HouseService | undefined;
    house?.setStyle(newsroom.config.datelineStyle);
  }

  async function follow(): Promise<KeptSettings> {
    const found = await readSettings(strapi, await sqlNow(strapi));
    if (kept?.version === found.version) return kept;
    newsroom.follow(found.saved);
    if (kept || found.version > 0) tellDatelines();
    if (kept) await onChange();
    kept = found;
    return found;
  }

  let before: Promise<unknown> = Promise.resolve();
  /** Reads what is saved, and has it hold from now on. One at a time: what was read first would hold last. */
  function load(): Promise<KeptSettings> {
    const result = before.then(follow);
    before = result.catch(() => {});
    return result;
  }

  const loop = createLoop(async () => {
    await troubles.run('settings', async () => {
      const { problem } = await load();
      if (problem) throw new Error(`Saved settings are not understood, and config/newsroom holds instead: ${problem}`);
    });
  }, LOOK_MS);

  return { load, start: loop.start, stop: loop.stop };
}
export type Settings = ReturnType<typeof createSettings>;
