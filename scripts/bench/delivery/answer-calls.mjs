// A process that is measured: does what its parent asks, and ends with it.
import process from 'node:process';

/** @param {object} message */
export const send = (message) => process.send?.(message);

/**
 * @param {Record<string, (argument?: any) => unknown>} work - By the name that is called.
 * @param {object} ready - What the parent is to know before it asks.
 */
export function answerCalls(work, ready) {
  process.on('message', async ({ id, name, argument }) => {
    try {
      send({ id, result: await work[name](argument) });
    } catch (error) {
      send({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit(1));
  send({ ready });
}
