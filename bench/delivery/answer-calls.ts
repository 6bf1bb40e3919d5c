// A process that is measured: does what its parent asks, and ends with it.
import process from 'node:process';
import type { State } from '../../scripts/lib/progress.mjs';

/** What a process tells the one that started it. */
export interface Message {
  state?: State;
  /** What is to be known before anything is asked. */
  ready?: unknown;
  id?: number;
  result?: unknown;
  error?: string;
}

/** What it is asked: the name of a piece of its work. */
export interface Call {
  id: number;
  name: string;
  argument?: unknown;
}

/** Pieces of work by their names. */
export type Work = Record<string, (argument: never) => unknown>;

export const send = (message: Message): void => void process.send?.(message);

/** @param ready - What the parent is to know before it asks. */
export function answerCalls(work: Work, ready: unknown): void {
  process.on('message', async ({ id, name, argument }: Call) => {
    try {
      const piece = work[name] as ((argument: unknown) => unknown) | undefined;
      if (!piece) throw new Error(`There is no work ${name}`);
      send({ id, result: await piece(argument) });
    } catch (error) {
      send({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit(1));
  send({ ready });
}
