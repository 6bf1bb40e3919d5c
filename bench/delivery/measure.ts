// What is compared, in short rounds by turns, so that no ratio is made of two different runs.
import path from 'node:path';
import type { Report } from '../../scripts/lib/progress.mjs';
import type { Load, Next } from './load';
import type { Server } from './open-server';
import type { Share } from './profile';
import { latenciesOf, type Result, type Round, ratioOf } from './ratios';

/** Answers before a route is measured: more than the addresses over which it rotates, so that each was asked before. */
const WARM_UP = 100;

/** Something that is asked again and again. */
export interface Asked {
  name: string;
  next: Next;
  /** Whether each answer is made anew. */
  isCold?: boolean;
}

export interface Comparison {
  asked: Asked;
  against: Asked;
  least?: number;
}

export interface Measuring {
  load: Load;
  server: Server;
  seconds: number;
  rounds: number;
  report: Report;
}

/** Where the time of what was asked goes. */
export type Profiles = Record<string, Share[]>;

export async function measureAll({
  load,
  server,
  comparisons,
  seconds,
  rounds,
  profileDir,
  report,
}: Measuring & { comparisons: Comparison[]; profileDir?: string }): Promise<{ results: Result[]; profiles: Profiles }> {
  const results: Result[] = [];
  const profiles: Profiles = {};
  async function profile({ name, next }: Asked): Promise<void> {
    if (!profileDir || profiles[name]) return;
    await server.call('profile');
    await load.run(next, seconds);
    profiles[name] = await server.call('profiled', path.join(profileDir, `${name.replace(/[^\w]+/g, '-')}.cpuprofile`));
  }
  for (const [at, { asked, against, ...target }] of comparisons.entries()) {
    report({ what: asked.name, done: at, total: comparisons.length });
    for (const one of [against, asked]) if (!one.isCold) await load.run(one.next, seconds / 2, WARM_UP);
    const measured: Round[] = [];
    const ms: number[] = [];
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

/** While stories are published: how much longer the slowest in a hundred wait than half of them. */
export async function measureWhilePublishing({
  load,
  server,
  asked,
  seconds,
  rounds,
  perSecond,
  report,
}: Measuring & { asked: Asked[]; perSecond: number }) {
  const results: (Result & { published: number })[] = [];
  for (const [at, { name, next }] of asked.entries()) {
    report({ what: `${name}, publishing`, done: at, total: asked.length });
    await load.run(next, seconds / 2);
    await server.call('publish', perSecond);
    const ratios: Round[] = [];
    const all: number[] = [];
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
