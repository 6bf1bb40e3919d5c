// What was measured, for people.
import { topStatements } from './statements.mjs';

/** Other steps are not about stories one by one. */
const OF_STORIES = ['taken up', 'brought', 'ranked'];

/** Kinds of steps in numbers. */
export const tellKinds = (kinds) =>
  Object.fromEntries(
    Object.entries(kinds).map(([kind, { stories, seconds }]) => [
      kind,
      {
        seconds: Number(seconds.toFixed(2)),
        ...(OF_STORIES.includes(kind) ? { stories, storiesASecond: Math.round(stories / seconds) } : {}),
      },
    ])
  );

/** @param {[title: string, statements: import('./statements.mjs').Statements, stories: number][]} told */
export function tellStatements(told, say) {
  for (const [title, statements, stories] of told) {
    if (stories === 0) continue;
    say(`\n${title}`);
    for (const line of topStatements(statements, stories)) say(line);
  }
}

const ROWS = {
  fill: 'An archive comes in',
  published: 'New stories, one after the other',
  updated: 'Updated stories',
  after: 'Coming to rest after it',
  rebuild: 'All links again',
};
const line = (name, value) => `  ${name.padEnd(34)}${value}`;
const spread = ({ median, p90, p99 }) => `median ${median}, p90 ${p90}, p99 ${p99} ms`;
const number = (value) => value.toLocaleString('en');

function* restLines(title, { stories, storiesASecond, seconds, cpuSeconds, aboveIdleMiB, idleMiB, kinds }) {
  yield line(
    title,
    `${number(storiesASecond)} stories/s: ${number(stories)} in ${seconds} s (${cpuSeconds} of Node's)`
  );
  for (const [kind, its] of Object.entries(kinds)) {
    const rate =
      its.storiesASecond === undefined ? '' : `${number(its.storiesASecond)} stories/s: ${number(its.stories)} in `;
    yield line(`  ${kind}`, `${rate}${its.seconds} s`);
  }
  yield line('  memory at its height', `${aboveIdleMiB} MiB above the ${idleMiB} of idle`);
}

function* publishLines(title, { stories, statementsEach, ms }) {
  yield line(title, `${spread(ms.all)} (${number(stories)} stories, ${statementsEach} statements each)`);
  for (const [part, its] of Object.entries(ms)) if (part !== 'all') yield line(`  ${part}`, spread(its));
}

function* lines(result) {
  yield `\n${number(result.count)} stories, ${result.database}`;
  for (const [key, title] of Object.entries(ROWS)) {
    const its = result[key];
    if (its) yield* 'kinds' in its ? restLines(title, its) : publishLines(title, its);
  }
  for (const [key, title] of [
    ['sizes', 'On disk'],
    ['sizesAfter', 'On disk, all made again'],
  ]) {
    const its = result[key];
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

/** @param {(text: string) => void} say */
export function tellResult(result, say) {
  for (const text of lines(result)) say(text);
}
