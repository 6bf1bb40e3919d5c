// What is measured, one phase after the other.
import { setTimeout as sleep } from 'node:timers/promises';
import { spreadOf } from './measure.mjs';
import { addStatements } from './statements.mjs';

const READS = 200;

/**
 * Takes steps until nothing is to be done.
 *
 * @returns {Promise<Record<string, { stories: number, seconds: number, statements: Map<string, { times: number, ms: number }> }>>}
 *   By kind of step.
 */
export async function comeToRest(plugin, statements, { report, total, stopped }) {
  const kinds = {};
  plugin.related.wake();
  statements.take();
  while (!stopped()) {
    const begun = performance.now();
    const { did, count } = await plugin.related.nextStep();
    if (did === null) break;
    kinds[did] ??= { stories: 0, seconds: 0, statements: new Map() };
    kinds[did].stories += count;
    kinds[did].seconds += (performance.now() - begun) / 1000;
    addStatements(kinds[did].statements, statements.take());
    report({ done: kinds[did].stories, total: Math.max(total, kinds[did].stories), what: did });
    // As a rebuild does.
    await sleep(plugin.breathMs);
  }
  return kinds;
}

/**
 * Publishes stories one after the other, each with its links.
 *
 * @returns How long each took, split where the words' lists have been written: before it is the card and what takes the
 *   story up, after it are its links and those that it enters.
 */
export async function publish(plugin, statements, cards, { report, stopped }) {
  const times = { all: [], card: [], 'take up': [], links: [], 'of it the database': [] };
  const counts = [];
  statements.take();
  for (const card of cards) {
    if (stopped()) break;
    const [asked, spent, begun] = [statements.count, statements.ms, performance.now()];
    await plugin.store([card]);
    const stored = performance.now();
    const { did } = await plugin.related.nextStep();
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
    ms: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, spreadOf(values)])),
  };
}

/** Reads the links of one story at a time, as a story's page does. */
export async function readEach(plugin, statements) {
  const [times, counts] = [[], []];
  let found = 0;
  for (const key of await plugin.someKeys(READS)) {
    const card = await plugin.findCard(key);
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
export async function countLinks(plugin) {
  const stories = await plugin.countIndexed();
  return {
    stories,
    each: Number(((await plugin.countLinks()) / (stories || 1)).toFixed(2)),
    shareWithout: Number(((await plugin.countWithout()) / (stories || 1)).toFixed(4)),
    failed: await plugin.countFailed(),
  };
}
