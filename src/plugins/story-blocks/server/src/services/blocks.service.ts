import type { Core } from '@strapi/strapi';
import { inTransaction } from '@wiredesk/strapi-kit/server';
import type { Assembly } from '../assemble';
import { advanceGeneration } from '../db';
import { checkTag, EVERYTHING } from '../delivery/tags';

/** Blocks of other plugins. */
export function createBlocksService(strapi: Core.Strapi, { registry, worker }: Assembly) {
  return {
    /** Registers a block. Call it in your plugin's `register()`. */
    register: registry.register,

    /**
     * Says that what a block of yours shows has changed: answers that callers keep are made again.
     *
     * @param tags - The tags of the answers that it stands on, as their `Cache-Tag` has them, such as a document id or
     *   one that your block put there with `page.tags.lists`; left out, all answers.
     * @throws {Error} for what is no tag.
     */
    async changed(tags: readonly string[] = [EVERYTHING]): Promise<void> {
      const told = tags.map(checkTag);
      await inTransaction(strapi, (sql) => advanceGeneration(strapi, sql, { tags: told, concepts: false }));
      worker.wake();
    },
  };
}
export type BlocksService = ReturnType<typeof createBlocksService>;
