import type { Core } from '@strapi/strapi';
import { assemblyOf } from './assemble';
import { migrate } from './db';
import { registerPermissions } from './permissions';
import { reconcile } from './upkeep';

/** Switched off by one-shot commands, which do upkeep themselves or not at all. */
const runsWorker = () => process.env.STORY_BLOCKS_WORKER !== 'off';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { desk, registry, related, worker } = assemblyOf(strapi);
  await migrate(strapi);
  await registerPermissions(strapi);
  registry.close();
  related.close();
  if (!runsWorker()) return;
  worker.start();
  // In the background: an archive of any size answers at once, and fills up.
  void reconcile(strapi, desk, { stopped: worker.isStopped })
    .then(({ repaired }) => {
      if (repaired > 0)
        strapi.log.info(`[story-blocks] ${repaired} documents had changed while the plugin was not running.`);
      worker.wake();
    })
    .catch((error: unknown) => {
      if (worker.isStopped()) return;
      strapi.log.error(`[story-blocks] reconcile: ${error instanceof Error ? error.message : String(error)}`);
    });
};

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await assemblyOf(strapi).worker.stop();
};
