// Starts a process that is measured and speaks to it.
import { fork } from 'node:child_process';
import path from 'node:path';

/**
 * @param {string} file - Beside this one.
 * @param {object} argument
 * @param {Record<string, string>} env
 * @param {(state: object) => void} report
 */
export async function openProcess(file, argument, env, report) {
  const child = fork(path.join(import.meta.dirname, file), [JSON.stringify(argument)], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    execArgv: ['--expose-gc'],
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

/** The application on an archive, without its worker where it is only read. */
export const openServer = ({ count, corpus, env, worker = false, report }) =>
  openProcess('server.mjs', { count, corpus }, { ...env, STORY_BLOCKS_WORKER: worker ? 'on' : 'off' }, report);
