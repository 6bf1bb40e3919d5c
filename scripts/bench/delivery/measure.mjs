// What is compared, in short rounds by turns, so that no ratio is made of two different runs.
import path from 'node:path';
import { latenciesOf, ratioOf } from './ratios.mjs';

/** Answers before a route is measured: more than the addresses over which it rotates, so that each was asked before. */
const WARM_UP = 100;

/**
 * @typedef {import('./load.mjs').Ask} Ask
 * @typedef {{ name: string, next: () => Ask | Ask[], isCold?: boolean }} Asked
 * @typedef {{ asked: Asked, against: Asked, least?: number, most?: number }} Comparison
 */

/**
 * @param {{ load: ReturnType<typeof import('./load.mjs').createLoad>, server: any, comparisons: Comparison[], seconds: number,
 *   rounds: number, profileDir?: string, report: (state: object) => void }} options
 */
export async function measureAll({ load, server, comparisons, seconds, rounds, profileDir, report }) {
  const results = [];
  const profiles = {};
  async function profile({ name, next }) {
    if (!profileDir || profiles[name]) return;
    await server.call('profile');
    await load.run(next, seconds);
    profiles[name] = await server.call('profiled', path.join(profileDir, `${name.replace(/[^\w]+/g, '-')}.cpuprofile`));
  }
  for (const [at, { asked, against, ...target }] of comparisons.entries()) {
    report({ what: asked.name, done: at, total: comparisons.length });
    for (const one of [against, asked]) if (!one.isCold) await load.run(one.next, seconds / 2, WARM_UP);
    const measured = [];
    const ms = [];
    for (let round = 0; round < rounds; round += 1) {
      const beside = await load.run(against.next, seconds);
      const { rate, ms: each } = await load.run(asked.next, seconds);
      measured.push({ rate, against: beside.rate });
      for (const one of each) ms.push(one);
    }
    await profile(against);
    await profile(asked);
    const rate = measured.reduce((sum, one) => sum + one.rate, 0) / measured.length;
    results.push({
      name: asked.name,
      against: against.name,
      ratio: ratioOf(measured),
      rate,
      ...latenciesOf(ms),
      ...target,
    });
  }
  return { results, profiles };
}

/**
 * While stories are published: how much longer the slowest in a hundred wait than half of them.
 *
 * @param {{ load: ReturnType<typeof import('./load.mjs').createLoad>, server: any, asked: Asked[], seconds: number, rounds: number,
 *   perSecond: number, report: (state: object) => void }} options
 */
export async function measureWhilePublishing({ load, server, asked, seconds, rounds, perSecond, report }) {
  const results = [];
  for (const [at, { name, next }] of asked.entries()) {
    report({ what: `${name}, publishing`, done: at, total: asked.length });
    await load.run(next, seconds / 2);
    await server.call('publish', perSecond);
    const ratios = [];
    const all = [];
    let answers = 0;
    for (let round = 0; round < rounds; round += 1) {
      const { ms, rate } = await load.run(next, seconds);
      const { p50, p99 } = latenciesOf(ms);
      ratios.push({ rate: p99, against: p50 });
      answers += rate / rounds;
      for (const one of ms) all.push(one);
    }
    const published = await server.call('rest');
    const result = { name: `${name}, ${perSecond} published a second`, against: 'its own p50', ratio: ratioOf(ratios) };
    results.push({ ...result, rate: answers, ...latenciesOf(all), most: 3, published });
  }
  return results;
}
