// npm run bench:upkeep: how fast an archive is given its cards and compared with them, and what that costs meanwhile.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress, type Report } from '../scripts/lib/progress.mjs';
import { startPostgres } from './app/postgres';
import { portOf, startApp } from './app/start-app';
import { fillCards, upkeepOf } from './app/upkeep';

const { values } = parseArgs({ options: { postgres: { type: 'string' } } });
const MIB = 2 ** 20;
const ASK_EVERY_MS = 20;

const progress = createProgress();
const stopServer = values.postgres ? await startPostgres(values.postgres) : null;
const strapi = await progress.step('Starting the application', () => startApp({ listen: true }));
const upkeep = upkeepOf(strapi);
const port = portOf(strapi);
const isPostgres = strapi.db.dialect.client === 'postgres';

/** How long `work` takes, the memory at its height, and what requests wait that come meanwhile. */
async function measure(work: () => Promise<unknown>) {
  globalThis.gc?.();
  const idle = process.memoryUsage().rss;
  let peak = idle;
  let isDone = false;
  const waits: number[] = [];
  const watch = (async () => {
    while (!isDone) {
      const begun = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}/api/sections?pagination[pageSize]=1`);
      await answer.text();
      waits.push(performance.now() - begun);
      peak = Math.max(peak, process.memoryUsage().rss);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  const begun = performance.now();
  const used = process.cpuUsage();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(used);
  isDone = true;
  await watch;
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0);
  return {
    seconds,
    cpu: (user + system) / 1e6,
    memory: Math.round((peak - idle) / MIB),
    idle: Math.round(idle / MIB),
    waits: { half: at(0.5), most: at(0.99), all: at(1) },
  };
}

const told = ({ seconds, cpu, memory, idle, waits }: Awaited<ReturnType<typeof measure>>, count: number) =>
  `${Math.round(count / seconds)} stories a second (${Math.round(count / cpu)} of Node's own time), ${memory} MiB above the ${idle} of idle, a request ${waits.half} ms (99 in 100 below ${waits.most}, longest ${waits.all})`;

const KEPT = ['cards', 'card_refs', 'filling', 'cursors', 'links', 'index', 'postings', 'models'];
await progress.step('Emptying', async () => {
  for (const name of KEPT) {
    const { connection } = strapi.db;
    await (isPostgres ? connection.raw(`truncate story_blocks_${name}`) : connection(`story_blocks_${name}`).delete());
  }
});
const { published } = await upkeep.health();
progress.say(`${published} published stories`);
const step = (title: string, work: (report: Report) => Promise<unknown>) =>
  progress.step(title, async (report) => told(await measure(() => work(report)), published));
await step('Filling', (report) => fillCards(upkeep, published, report));
await step('Comparing, nothing differs', (report) =>
  upkeep.reconcile({ progress: ({ seen }) => report({ done: seen, total: published }) })
);
let areCardsDone = false;
const watchCards = (report: Report) => (state: { done: number; total: number }) => {
  report(state);
  areCardsDone = state.done === state.total;
};
await step('Rebuilding the cards, nothing differs', (report) =>
  upkeep.rebuild(watchCards(report), { stopped: () => areCardsDone })
);
await progress.step('Health', async () => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now();
    await upkeep.health();
    times.push(performance.now() - begun);
  }
  return `${Math.round(times.sort((a, b) => a - b)[2] ?? 0)} ms`;
});
await strapi.destroy();
await stopServer?.();
process.exit(0);
