// Publishing with the plugins beside publishing without them, by turns, each in its own process on its own database.
import type { Report } from '../../scripts/lib/progress.mjs';
import { openProcess } from './open-server';
import { type Result, type Round, ratioOf } from './ratios';
import type { WriterWork } from './writer';

/** Publications before any is measured: until then most of what differs is code that was not compiled yet. */
const WARM_UP = 100;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export type Side = 'with' | 'without';
const SIDES: Side[] = ['with', 'without'];
const KINDS = ['publish', 'save and publish'] as const;

export interface WritingResult extends Result {
  /** Of one publication. */
  statements?: Record<Side, number>;
}

export async function measureWriting({
  envOf,
  stories,
  rounds,
  report,
}: {
  envOf: (side: Side) => Record<string, string | undefined>;
  stories: number;
  rounds: number;
  report: Report;
}): Promise<WritingResult[]> {
  const open = (side: Side, plugins: boolean) => {
    const env = { ...envOf(side), STORY_BLOCKS_WORKER: 'off' };
    return openProcess<object, WriterWork>('delivery/writer', { plugins }, env, report);
  };
  report({ what: 'starting two applications' });
  const sides = { with: await open('with', true), without: await open('without', false) };
  const rounded: Record<(typeof KINDS)[number], Round[]> = { publish: [], 'save and publish': [] };
  const statements = { with: 0, without: 0 };
  try {
    for (const side of Object.values(sides)) await side.call('publish', WARM_UP);
    for (let round = 0; round < rounds; round += 1) {
      report({ what: 'publishing', done: round, total: rounds });
      const measured = {
        with: await sides.with.call('publish', stories),
        without: await sides.without.call('publish', stories),
      };
      for (const kind of KINDS) {
        rounded[kind].push({ rate: median(measured.with[kind]), against: median(measured.without[kind]) });
      }
      for (const side of SIDES) statements[side] = median(measured[side].statements);
    }
  } finally {
    for (const side of Object.values(sides)) await side.call('end').catch(() => {});
  }
  return KINDS.map((kind) => ({
    name: kind,
    against: 'without the plugins',
    ratio: ratioOf(rounded[kind]),
    p50: median(rounded[kind].map(({ rate }) => rate)),
    most: 1.25,
    ...(kind === 'publish' ? { statements } : {}),
  }));
}
