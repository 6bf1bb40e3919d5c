import type { Core } from '@strapi/strapi';

interface Progress {
  done: number;
  total: number;
}

/** The plugin's service of that name, as far as measurements call it. */
export interface Upkeep {
  reconcile(watch?: {
    progress?: (state: { seen: number; repaired: number }) => void;
    stopped?: () => boolean;
  }): Promise<unknown>;
  rebuild(progress: (state: Progress) => void, watch?: { stopped?: () => boolean }): Promise<unknown>;
  health(): Promise<{ published: number; waiting: number }>;
  relateNext(): Promise<number>;
}

export const upkeepOf = (strapi: Core.Strapi): Upkeep => strapi.plugin('story-blocks').service('upkeep') as Upkeep;

/** Gives every published story its card. The pass would go on to compare them: it is ended when the last one is there. */
export async function fillCards(upkeep: Upkeep, total: number, report: (state: Progress) => void): Promise<void> {
  let areFilled = false;
  await upkeep.reconcile({
    progress({ repaired }) {
      report({ done: repaired, total });
      areFilled = repaired >= total;
    },
    stopped: () => areFilled,
  });
}
