// How soon readers see a story that was published: its section's list at once, related links when they are made.
import { setTimeout as sleep } from 'node:timers/promises';
import { latenciesOf } from './ratios.mjs';

const PATIENCE_MS = 20_000;

/**
 * @param {{ load: ReturnType<typeof import('./load.mjs').createLoad>, server: any, headers: Record<string, string>, stories: number,
 *   report: (state: object) => void }} options
 */
export async function measureShowing({ load, server, headers, stories, report }) {
  const linked = [];
  let late = 0;
  const data = async (path) => JSON.parse((await load.answer({ path, headers })).text).data;
  for (let at = 0; at < stories; at += 1) {
    report({ what: 'until a story shows', done: at, total: stories });
    const { documentId, section } = await server.call('publishOne');
    const begun = performance.now();
    const teasers = await data(`/api/story-blocks/teasers?section=${section}&limit=1`);
    const [rail] = await data(`/api/story-blocks/rails?sections=${section}&limit=1`);
    if (teasers[0]?.documentId !== documentId || rail.headlines[0]?.documentId !== documentId) late += 1;
    const isRanked = async () => {
      const links = await data(`/api/story-blocks/related/${documentId}?kinds=story`);
      return links.some(({ score }) => score !== null);
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
