import { type Models, type Standing, TINY } from '../model/models';

/** Share of an archive by which it must have grown to be looked at again. */
const GROWTH = 0.05;

/**
 * Keeps models trained: one training at a time, beside the other work.
 *
 * @param onDone - Called when one has come to its end: then there is something to do.
 */
export function createTrainer(models: Models, onDone: () => void) {
  /** Stories taken up since the archive was last looked at, by language. */
  const grown = new Map<string, number>();
  let running: { done: Promise<void>; cancel(): void } | null = null;

  return {
    grow(locale: string, by: number): void {
      const before = grown.get(locale);
      if (before !== undefined) grown.set(locale, before + by);
    },

    /** Languages of which stories were taken up. */
    languages: (): string[] => [...grown.keys()],

    /** Has every archive looked at again. */
    forget: (): void => grown.clear(),

    /**
     * Starts a training where an archive may have outgrown its model and has.
     *
     * @returns Whether one was started.
     */
    async start(standing: Standing): Promise<boolean> {
      const { locale, archive, next } = standing;
      const by = grown.get(locale);
      const isSame = by !== undefined && by <= (archive > TINY ? archive * GROWTH : 0);
      if (running || next || isSame) return false;
      if (!(await models.isDue(standing))) {
        grown.set(locale, 0);
        return false;
      }
      const training = await models.train(locale);
      // Another node is at it, or it failed: it is looked at again the next time.
      if (!training) return false;
      grown.set(locale, 0);
      running = training;
      void training.done.finally(() => {
        running = null;
        onDone();
      });
      return true;
    },

    /** Waits for the training under way. @returns False where there is none. */
    async wait(): Promise<boolean> {
      if (!running) return false;
      await running.done;
      return true;
    },

    /** Ends the training under way; another process begins it anew. */
    async stop(): Promise<void> {
      running?.cancel();
      await running?.done;
    },
  };
}
