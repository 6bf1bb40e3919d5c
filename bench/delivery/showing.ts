// How soon readers see a story that was published: its section's list at once, related links when they are made.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rail, RelatedLink, Teaser } from 'strapi-plugin-story-blocks/shared';
import type { Report } from '../../scripts/lib/progress.mjs';
import type { Load } from './load';
import type { Server } from './open-server';
import { latenciesOf } from './ratios';

const PATIENCE_MS = 20_000;

export interface Showing {
  stories: number;
  /** Stories that were not in their section's lists at once. */
  notAtOnce: number;
  /** Milliseconds until they had related links. */
  p50: number;
  p99: number;
}

export async function measureShowing({
  load,
  server,
  stories,
  report,
}: {
  load: Load;
  server: Server;
  stories: number;
  report: Report;
}): Promise<Showing> {
  const linked: number[] = [];
  let late = 0;
  const data = async <Data>(path: string): Promise<Data> => JSON.parse((await load.answer({ path })).text).data;
  for (let at = 0; at < stories; at += 1) {
    report({ what: 'until a story shows', done: at, total: stories });
    const { documentId, section } = await server.call('publishOne');
    const begun = performance.now();
    const teasers = await data<Teaser[]>(`/api/story-blocks/teasers?section=${section}&limit=1`);
    const [rail] = await data<Rail[]>(`/api/story-blocks/rails?sections=${section}&limit=1`);
    if (teasers[0]?.documentId !== documentId || rail?.headlines[0]?.documentId !== documentId) late += 1;
    const isRanked = async () => {
      const links = await data<RelatedLink[]>(`/api/story-blocks/related/${documentId}?kinds=story`);
      return links.some((link) => 'score' in link && link.score !== null);
    };
    while (!(await isRanked())) {
      if (performance.now() - begun > PATIENCE_MS)
        throw new Error(`${documentId} has no links after ${PATIENCE_MS} ms`);
      await sleep(2);
    }
    linked.push(performance.now() - begun);
    await sleep(150);
  }
  return { stories, notAtOnce: late, ...latenciesOf(linked) };
}
