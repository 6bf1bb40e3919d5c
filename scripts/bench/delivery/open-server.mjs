// Starts the measured process and speaks to it.
import { fork } from 'node:child_process';
import path from 'node:path';

/**
 * @param {{ count: number, corpus?: string, env: Record<string, string>, report: (state: object) => void }} options
 */
export async function openServer({ count, corpus, env, report }) {
  const child = fork(path.join(import.meta.dirname, 'server.mjs'), [JSON.stringify({ count, corpus })], {
    env: { ...process.env, ...env, STORY_BLOCKS_WORKER: 'off', NODE_ENV: 'production' },
  });
  const waiting = new Map();
  let last = 0;
  const ready = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      const error = new Error(`the server ended with ${code}`);
      reject(error);
      for (const { reject: refuse } of waiting.values()) refuse(error);
    });
    child.on('message', (message) => {
      if (message.state) report(message.state);
      if (message.ready) resolve(message.ready);
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) call?.reject(new Error(message.error));
      else call?.resolve(message.result);
    });
  });
  const call = (name, argument) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, name, argument });
    });
  return { ...ready, call };
}
