import type { Core } from '@strapi/strapi';
import { judgeKeys } from '@wiredesk/newsroom';
import { assemblyOf } from './assemble';
import { migrate } from './db';
import { registerPermissions } from './permissions';
import { giveRoleDefaults } from './roles';
import { followIncludes } from './stories';
import { CHANGED, CHANGED_KEY, tellMapping } from './upkeep';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
}

/** Switched off by one-shot commands, which do upkeep themselves or not at all. */
const runsUpkeep = () => process.env.STORY_BLOCKS_WORKER !== 'off';

export const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  judgeKeys(strapi);
  const assembly = assemblyOf(strapi);
  const { newsroom, registry, kinds, related, holds, worker, schedule, settings, runner } = assembly;
  followIncludes(strapi, assembly);
  await migrate(strapi);
  await registerPermissions(strapi);
  await giveRoleDefaults(strapi);
  (strapi.get('webhookStore') as WebhookStore).addAllowedEvent(CHANGED_KEY, CHANGED);
  registry.close();
  kinds.close();
  // Before anything is ranked or answered by those of config/newsroom.
  await settings.load();
  await tellMapping(strapi, newsroom.signature);
  await related.close();
  settings.start();
  if (!runsUpkeep()) return;
  // Before the first request: what is held must not be served for an instant, nor by Strapi's own routes.
  await holds.enforce();
  worker.start();
  schedule.start();
  runner.start();
};

export const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  const { worker, schedule, settings, runner } = assemblyOf(strapi);
  await settings.stop();
  // A run may wait for a training, which the worker's end ends.
  const left = runner.stop();
  await schedule.stop();
  await worker.stop();
  await left;
};
