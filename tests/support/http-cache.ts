import type { Core } from '@strapi/strapi';
import { type Client, createClient, type Json } from './client';
import type { Running } from './strapi';

interface Kept {
  path: string;
  accept: string;
  content: string;
  tags: Set<string>;
}

/** What may differ between two answers of which neither is stale: their number. */
const contentOf = (body: Json, text: string): string =>
  body ? JSON.stringify({ ...body, meta: { ...body.meta, generation: null } }) : text;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A shared cache as an honest one in front of the application is: it keeps what it may keep, for as long as it likes, until
 * one of the answer's tags is named by `story-blocks.changed`.
 */
export function createHttpCache({ strapi, url }: Pick<Running, 'strapi' | 'url'>) {
  const reader: Client = createClient({ url });
  const kept = new Map<string, Kept>();
  const purged: string[] = [];
  const listener = async ({ tags }: { tags: string[] }) => {
    purged.push(...tags);
    for (const [key, { tags: own }] of kept) if (tags.some((tag) => own.has(tag))) kept.delete(key);
  };
  strapi.eventHub.on('story-blocks.changed', listener);

  let asked = 0;
  /** @param isFresh - Asks by an address of its own, so that the application gives nothing that it keeps itself. */
  async function ask(path: string, accept: string, isFresh = false): Promise<Kept | null> {
    asked += 1;
    const address = isFresh ? `${path}${path.includes('?') ? '&' : '?'}fresh=${asked}` : path;
    const answer = await reader.get(address, { Accept: accept });
    const control = answer.headers.get('cache-control') ?? '';
    if (answer.status >= 300 || !/^public\b.*\bs-maxage=[1-9]/.test(control)) return null;
    const tags = new Set((answer.headers.get('cache-tag') ?? '').split(','));
    return { path, accept, content: contentOf(answer.body, answer.text), tags };
  }

  return {
    /** Tags that were told so far. */
    purged,
    /** Whether an answer is kept. */
    has: (path: string, accept = 'application/json') => kept.has(`${accept} ${path}`),
    async fill(paths: readonly string[], accept = 'application/json'): Promise<void> {
      for (const path of paths) {
        if (kept.has(`${accept} ${path}`)) continue;
        // Before the answer: what is told while it is made is told of it too.
        const before = purged.length;
        const answer = await ask(path, accept);
        const told = purged.slice(before);
        if (answer && !told.some((tag) => answer.tags.has(tag))) kept.set(`${accept} ${path}`, answer);
      }
    },
    /** Those of the kept answers that are not what the application answers now, although all changes have been told. */
    async stale(): Promise<string[]> {
      const found: string[] = [];
      for (const [key, answer] of [...kept]) {
        const isStale = async () => {
          const fresh = await ask(answer.path, answer.accept, true);
          return kept.has(key) && fresh?.content !== answer.content ? { fresh } : null;
        };
        if (!(await isStale())) continue;
        await allTold(strapi);
        const still = await isStale();
        // Or changed and told in between.
        if (!still) continue;
        await allTold(strapi);
        if (kept.has(key)) found.push(`${key}\nkept:  ${answer.content}\nfresh: ${still.fresh?.content}`);
      }
      return found;
    },
    size: () => kept.size,
    stop: () => strapi.eventHub.off('story-blocks.changed', listener),
  };
}
export type HttpCache = ReturnType<typeof createHttpCache>;

/** Waits until what changed so far has been told. */
export async function allTold(strapi: Core.Strapi): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    const row = await strapi.db
      .connection('story_blocks_generation')
      .where({ told: false })
      .count({ count: '*' })
      .first();
    if (Number(row?.count) === 0) return;
    await pause(10);
  }
  throw new Error('What changed is not told.');
}
