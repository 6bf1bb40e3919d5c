// What was measured, for people.
import type { Cost, Spread } from './measure';
import type { countLinks, Published, readEach, Steps } from './phases';
import { type Statements, topStatements } from './statements';
import type { TableSizes } from './table-sizes';

/** Other steps are not about stories one by one. */
const OF_STORIES = ['taken up', 'brought', 'ranked'];

/** Steps of one kind in numbers. */
interface Kind {
  seconds: number;
  stories?: number;
  storiesASecond?: number;
}

/** Kinds of steps in numbers. */
export const tellKinds = (kinds: Record<string, Steps>): Record<string, Kind> =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { stories, seconds }]) => [
      kind,
      {
        seconds: Number(seconds.toFixed(2)),
        ...(OF_STORIES.includes(kind) ? { stories, storiesASecond: Math.round(stories / seconds) } : {}),
      },
    ])
  );

/** What the database was asked meanwhile, and about how many stories. */
export type Told = [title: string, statements: Statements, stories: number];

type Say = (text: string) => void;

export function tellStatements(told: Told[], say: Say): void {
  for (const [title, statements, stories] of told) {
    if (stories === 0) continue;
    say(`\n${title}`);
    for (const line of topStatements(statements, stories)) say(line);
  }
}

/** Steps to the end of what there was to do. */
export type Rest = Cost & { stories: number; storiesASecond: number; kinds: Record<string, Kind> };

export interface Result {
  count: number;
  database?: string;
  fill?: Rest;
  published?: Published;
  updated?: Published;
  after?: Rest;
  rebuild?: Rest;
  sizes?: TableSizes;
  sizesAfter?: TableSizes;
  read?: Awaited<ReturnType<typeof readEach>>;
  links?: Awaited<ReturnType<typeof countLinks>>;
}

const ROWS = {
  fill: 'An archive comes in',
  published: 'New stories, one after the other',
  updated: 'Updated stories',
  after: 'Coming to rest after it',
  rebuild: 'All links again',
};
const ROWS_IN_ORDER = ['fill', 'published', 'updated', 'after', 'rebuild'] as const;
const line = (name: string, value: string) => `  ${name.padEnd(34)}${value}`;
const spread = ({ median, p90, p99 }: Spread) => `median ${median}, p90 ${p90}, p99 ${p99} ms`;
const number = (value: number) => value.toLocaleString('en');

function* restLines(title: string, rest: Rest): Generator<string> {
  const { stories, storiesASecond, seconds, cpuSeconds, aboveIdleMiB, idleMiB, kinds } = rest;
  yield line(
    title,
    `${number(storiesASecond)} stories/s: ${number(stories)} in ${seconds} s (${cpuSeconds} of Node's)`
  );
  for (const [kind, its] of Object.entries(kinds)) {
    const rate =
      its.storiesASecond === undefined
        ? ''
        : `${number(its.storiesASecond)} stories/s: ${number(its.stories ?? 0)} in `;
    yield line(`  ${kind}`, `${rate}${its.seconds} s`);
  }
  yield line('  memory at its height', `${aboveIdleMiB} MiB above the ${idleMiB} of idle`);
}

function* publishLines(title: string, { stories, statementsEach, ms }: Published): Generator<string> {
  yield line(title, `${spread(ms.all)} (${number(stories)} stories, ${statementsEach} statements each)`);
  for (const [part, its] of Object.entries(ms)) if (part !== 'all') yield line(`  ${part}`, spread(its));
}

function* lines(result: Result): Generator<string> {
  yield `\n${number(result.count)} stories, ${result.database}`;
  for (const key of ROWS_IN_ORDER) {
    const title = ROWS[key];
    const its = result[key];
    if (its) yield* 'kinds' in its ? restLines(title, its) : publishLines(title, its);
  }
  for (const { its, title } of [
    { its: result.sizes, title: 'On disk' },
    { its: result.sizesAfter, title: 'On disk, all made again' },
  ]) {
    if (!its) continue;
    const parts = Object.entries(its.MiB).map(([name, size]) => `${name} ${number(size)}`);
    yield line(title, `${parts.join(', ')} MiB (${its.by})`);
  }
  const { read, links } = result;
  if (read)
    yield line(
      "Reading a story's links",
      `${spread(read.ms)}, ${read.statements} statement(s), at most ${read.mostStatements}`
    );
  if (links) {
    yield line('Links', `${links.each} a story; ${(links.shareWithout * 100).toFixed(2)} % of stories have none`);
    if (links.failed > 0) yield line('Failed', `${number(links.failed)} stories: see the log`);
  }
}

export function tellResult(result: Result, say: Say): void {
  for (const text of lines(result)) say(text);
}
