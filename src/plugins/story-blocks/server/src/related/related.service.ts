import type { Core } from '@strapi/strapi';
import type { Desk } from '../config';
import type { Signal } from './rank/signal';
import { builtInSignals } from './rank/signals';
import { type Relating, relateNext } from './relate';
import { createTermIndex } from './term-index/term-index';

/** The ranking behind its interface: signals go in, {@link relateNext} works, links are read. */
export function createRelated(strapi: Core.Strapi, desk: Desk) {
  const signals: Signal[] = [...builtInSignals];
  let closed = false;
  const relating: Relating = { strapi, desk, index: createTermIndex(strapi), signals };
  return {
    /**
     * Registers a ground on which stories belong together. Call it in your plugin's `register()`.
     *
     * @throws {Error} where the name is taken, or the application has started.
     */
    registerSignal(signal: Signal): void {
      if (closed)
        throw new Error(
          `story-blocks: signal ${signal.name} was registered too late; do it in your plugin's register().`
        );
      if (signals.some(({ name }) => name === signal.name)) {
        throw new Error(`story-blocks: signal ${signal.name} is registered twice.`);
      }
      signals.push(signal);
    },
    close(): void {
      closed = true;
    },
    /** Relates the next stories that wait. @returns How many were taken on. */
    relateNext: (): Promise<number> => relateNext(relating),
  };
}
export type Related = ReturnType<typeof createRelated>;
