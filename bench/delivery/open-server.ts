// Starts a process that is measured and speaks to it.
import { fork } from 'node:child_process';
import path from 'node:path';
import type { Report } from '../../scripts/lib/progress.mjs';
import { root } from '../app/start-app';
import type { Call, Message, Work } from './answer-calls';
import type { ServerReady, ServerWork } from './server';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Asks the other process for a piece of its work. */
export type Caller<Its extends Work> = <Name extends keyof Its & string>(
  name: Name,
  ...argument: Parameters<Its[Name]>
) => Promise<Awaited<ReturnType<Its[Name]>>>;

/**
 * @param entry - Of bench.
 * @param argument - What it is told as it starts.
 */
export async function openProcess<Ready, Its extends Work>(
  entry: string,
  argument: object,
  env: Record<string, string | undefined>,
  report: Report
): Promise<{ ready: Ready; call: Caller<Its> }> {
  const child = fork(path.join(root, 'bench/run.mjs'), [entry, JSON.stringify(argument)], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    execArgv: ['--expose-gc'],
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ready = await new Promise<unknown>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      const error = new Error(`the server ended with ${code}`);
      reject(error);
      for (const { reject: refuse } of waiting.values()) refuse(error);
    });
    child.on('message', (message: Message) => {
      if (message.state) report(message.state);
      if (message.ready) resolve(message.ready);
      if (message.id === undefined) return;
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) call?.reject(new Error(message.error));
      else call?.resolve(message.result);
    });
  });
  const call = (name: string, argument?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const asked: Call = { id: last, name, argument };
      child.send(asked);
    });
  return { ready: ready as Ready, call: call as Caller<Its> };
}

export type Server = Awaited<ReturnType<typeof openServer>>;

/** The application on an archive, without its worker where it is only read. */
export async function openServer({
  count,
  corpus,
  env,
  worker = false,
  report,
}: {
  count: number;
  corpus?: string;
  env: Record<string, string | undefined>;
  worker?: boolean;
  report: Report;
}) {
  const settings = { ...env, STORY_BLOCKS_WORKER: worker ? 'on' : 'off' };
  const { ready, call } = await openProcess<ServerReady, ServerWork>(
    'delivery/server',
    { count, corpus },
    settings,
    report
  );
  return { ...ready, call };
}
