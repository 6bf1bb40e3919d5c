// What is measured, one phase after the other.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FullCard } from 'strapi-plugin-story-blocks/measured';
import { type Spread, spreadOf } from './measure';
import type { MeasuredPlugin } from './open-plugin';
import { addStatements, type Statements, type StatementWatch } from './statements';

const READS = 200;

interface Progress {
  done: number;
  total: number;
  what?: string;
}

export interface Running {
  report: (state: Progress) => void;
  stopped: () => boolean;
}

/** What steps of one kind took. */
export interface Steps {
  stories: number;
  seconds: number;
  statements: Statements;
}

/**
 * Takes steps until nothing is to be done.
 *
 * @returns By kind of step.
 */
export async function comeToRest(
  plugin: MeasuredPlugin,
  statements: StatementWatch,
  { report, total, stopped }: Running & { total: number }
): Promise<Record<string, Steps>> {
  const kinds: Record<string, Steps> = {};
  plugin.steps.wake();
  statements.take();
  while (!stopped()) {
    const begun = performance.now();
    const { did, count } = await plugin.steps.nextStep();
    if (did === null) break;
    const kind = kinds[did] ?? { stories: 0, seconds: 0, statements: new Map() };
    kinds[did] = kind;
    kind.stories += count;
    kind.seconds += (performance.now() - begun) / 1000;
    addStatements(kind.statements, statements.take());
    report({ done: kind.stories, total: Math.max(total, kind.stories), what: did });
    // As a rebuild does.
    await sleep(plugin.breathMs);
  }
  return kinds;
}

type Part = 'all' | 'card' | 'take up' | 'links' | 'of it the database';

export interface Published {
  stories: number;
  statementsEach: number;
  ms: Record<Part, Spread>;
}

/**
 * Publishes stories one after the other, each with its links.
 *
 * @returns How long each took, split where the words' lists have been written: before it is the card and what takes the
 *   story up, after it are its links and those that it enters.
 */
export async function publish(
  plugin: MeasuredPlugin,
  statements: StatementWatch,
  cards: FullCard[],
  { report, stopped }: Running
): Promise<Published & { statements: Statements }> {
  const times: Record<Part, number[]> = { all: [], card: [], 'take up': [], links: [], 'of it the database': [] };
  const counts: number[] = [];
  statements.take();
  for (const card of cards) {
    if (stopped()) break;
    const [asked, spent, begun] = [statements.count, statements.ms, performance.now()];
    await plugin.store([card]);
    const stored = performance.now();
    const { did } = await plugin.steps.nextStep();
    const done = performance.now();
    if (did !== 'taken up') throw new Error(`a story was published and the step ${did} came`);
    const listed = Math.max(stored, statements.lastListed);
    times.all.push(done - begun);
    times.card.push(stored - begun);
    times['take up'].push(listed - stored);
    times.links.push(done - listed);
    times['of it the database'].push(statements.ms - spent);
    counts.push(statements.count - asked);
    report({ done: times.all.length, total: cards.length });
    await sleep(plugin.breathMs);
  }
  return {
    stories: times.all.length,
    statements: statements.take(),
    statementsEach: spreadOf(counts).median,
    ms: {
      all: spreadOf(times.all),
      card: spreadOf(times.card),
      'take up': spreadOf(times['take up']),
      links: spreadOf(times.links),
      'of it the database': spreadOf(times['of it the database']),
    },
  };
}

/** Reads the links of one story at a time, as a story's page does. */
export async function readEach(plugin: MeasuredPlugin, statements: StatementWatch) {
  const times: number[] = [];
  const counts: number[] = [];
  let found = 0;
  for (const key of await plugin.someKeys(READS)) {
    const card = await plugin.findCard(key);
    if (!card) continue;
    const [asked, begun] = [statements.count, performance.now()];
    const links = await plugin.readLinks(card);
    times.push(performance.now() - begun);
    counts.push(statements.count - asked);
    for (const list of links.values()) found += list.length;
  }
  return {
    ms: spreadOf(times),
    statements: spreadOf(counts).median,
    mostStatements: Math.max(0, ...counts),
    links: found / (times.length || 1),
  };
}

/** How many links there are, and of how many stories. */
export async function countLinks(plugin: MeasuredPlugin) {
  const stories = await plugin.countIndexed();
  return {
    stories,
    each: Number(((await plugin.countLinks()) / (stories || 1)).toFixed(2)),
    shareWithout: Number(((await plugin.countWithout()) / (stories || 1)).toFixed(4)),
    failed: await plugin.countFailed(),
  };
}
