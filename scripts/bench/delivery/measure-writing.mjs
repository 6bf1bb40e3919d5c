// Publishing with the plugins beside publishing without them, by turns, each in its own process on its own database.
import { openProcess } from './open-server.mjs';
import { ratioOf } from './ratios.mjs';

/** Publications before any is measured: until then most of what differs is code that was not compiled yet. */
const WARM_UP = 100;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * @param {{ envOf: (name: string) => Record<string, string>, stories: number, rounds: number, report: (state: object) => void }} options
 */
export async function measureWriting({ envOf, stories, rounds, report }) {
  const open = (name, plugins) =>
    openProcess('writer.mjs', { plugins }, { ...envOf(name), STORY_BLOCKS_WORKER: 'off' }, report);
  report({ what: 'starting two applications' });
  const sides = { with: await open('with', true), without: await open('without', false) };
  const kinds = { publish: [], 'save and publish': [] };
  const statements = {};
  try {
    for (const side of Object.values(sides)) await side.call('publish', WARM_UP);
    for (let round = 0; round < rounds; round += 1) {
      report({ what: 'publishing', done: round, total: rounds });
      const measured = {};
      for (const [name, side] of Object.entries(sides)) measured[name] = await side.call('publish', stories);
      for (const kind of Object.keys(kinds)) {
        kinds[kind].push({ rate: median(measured.with[kind]), against: median(measured.without[kind]) });
      }
      for (const name of Object.keys(sides)) statements[name] = median(measured[name].statements);
    }
  } finally {
    for (const side of Object.values(sides)) await side.call('end').catch(() => {});
  }
  return Object.entries(kinds).map(([kind, measured]) => ({
    name: kind,
    against: 'without the plugins',
    ratio: ratioOf(measured),
    p50: median(measured.map(({ rate }) => rate)),
    most: 1.25,
    ...(kind === 'publish' ? { statements } : {}),
  }));
}
