// Times in order, and the memory of the process at its height.
import { Worker } from 'node:worker_threads';

const KIB = 2 ** 10;
const EVERY_MS = 100;
/** Beside the application's own thread, which a long computation keeps from its timers. */
const WATCH = `const { workerData } = require('node:worker_threads');
  setInterval(() => {
    const kib = Math.round(process.memoryUsage.rss() / ${KIB});
    if (kib > Atomics.load(workerData, 0)) Atomics.store(workerData, 0, kib);
  }, ${EVERY_MS});`;

const round = (value: number, digits = 1) => Number(value.toFixed(digits));

export interface Spread {
  median: number;
  p90: number;
  p99: number;
}

/** @param values - Milliseconds. */
export function spreadOf(values: number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p90: at(0.9), p99: at(0.99) };
}

/** What work took. */
export interface Cost {
  seconds: number;
  cpuSeconds: number;
  idleMiB: number;
  aboveIdleMiB: number;
}

export function createMeasure() {
  const peak = new Int32Array(new SharedArrayBuffer(4));
  const watcher = new Worker(WATCH, { eval: true, execArgv: [], workerData: peak });
  watcher.unref();

  return {
    /** How long `work` takes, of the processor too, and how much memory above idle it needs. */
    async measure<Result>(work: () => Promise<Result>): Promise<Cost & { result: Result }> {
      globalThis.gc?.();
      const idle = Math.round(process.memoryUsage.rss() / KIB);
      Atomics.store(peak, 0, idle);
      const [begun, used] = [performance.now(), process.cpuUsage()];
      const result = await work();
      const { user, system } = process.cpuUsage(used);
      return {
        result,
        seconds: round((performance.now() - begun) / 1000, 2),
        cpuSeconds: round((user + system) / 1e6, 2),
        idleMiB: Math.round(idle / KIB),
        aboveIdleMiB: Math.round((Atomics.load(peak, 0) - idle) / KIB),
      };
    },
  };
}
