import type { Core } from '@strapi/strapi';
import { assemblyOf } from './assemble';
import { migrate } from './db';
import { registerPermissions } from './permissions';

/** Switched off by one-shot commands, which do upkeep themselves or not at all. */
const runsUpkeep = () => process.env.STORY_BLOCKS_WORKER !== 'off';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { registry, related, holds, worker, schedule } = assemblyOf(strapi);
  await migrate(strapi);
  await registerPermissions(strapi);
  registry.close();
  await related.close();
  if (!runsUpkeep()) return;
  // Before the first request: what is held must not be served for an instant, nor by Strapi's own routes.
  await holds.enforce();
  worker.start();
  schedule.start();
};

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { worker, schedule } = assemblyOf(strapi);
  await schedule.stop();
  await worker.stop();
};
