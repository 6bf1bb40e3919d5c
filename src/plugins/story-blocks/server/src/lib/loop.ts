/**
 * Does something again and again, with a pause between, until it is stopped. Start it from `bootstrap()`: what a request
 * started would keep the request's transaction as its context.
 */
export function createLoop(work: () => Promise<void>, pauseMs: number) {
  let stopped = true;
  let woken = false;
  let running: Promise<void> = Promise.resolve();
  let rouse: (() => void) | null = null;

  const sleep = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseMs);
      // A command that has done its work ends.
      timer.unref();
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false;
      await work();
      if (!stopped && !woken) await sleep();
    }
  }

  return {
    start(): void {
      if (!stopped) return;
      stopped = false;
      running = loop();
    },
    isStopped: () => stopped,
    async stop(): Promise<void> {
      stopped = true;
      rouse?.();
      await running;
    },
    /** Has the next turn come at once: it only sets a flag. */
    wake(): void {
      woken = true;
      rouse?.();
    },
  };
}
