// Child processes: their output is kept for when they fail, and all of them end when this process is told to.
import { spawn } from 'node:child_process';

const KEPT_CHARS = 20_000;
/** How long a child may take to end by itself. */
const GRACE_MS = 15_000;
const END_WITH_PARENT = new URL('./end-with-parent.mjs', import.meta.url).href;
const running = new Set();
let stopped = false;

/** A command that failed; `output` is the end of what it printed. */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {Record<string, string | undefined>} [options.env]
 * @param {(text: string) => void} [options.onOutput] - Called with what it prints, as it comes.
 * @param {(message: any) => void} [options.onMessage] - Called with what it sends through `process.send`.
 * @returns {Promise<void>} Rejects with a {@link CommandError} unless it succeeds.
 */
export function run(command, args, { cwd, env = process.env, onOutput, onMessage } = {}) {
  return new Promise((resolve, reject) => {
    if (stopped) return reject(new CommandError(command, 'no start', ''));
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe', ...(onMessage ? ['ipc'] : [])] });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output = (output + text).slice(-KEPT_CHARS);
        onOutput?.(text);
      });
    }
    if (onMessage) child.on('message', onMessage);
    child.once('error', (error) => {
      running.delete(child);
      reject(new CommandError(command, error.message, output));
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve();
      else reject(new CommandError([command, ...args].join(' '), signal ?? `exit code ${code}`, output));
    });
  });
}

/** Runs a script with this Node, as {@link run} does; it does not outlive this process. */
export const runNode = (script, args, options) =>
  run(process.execPath, ['--import', END_WITH_PARENT, script, ...args], options);

/** Ends every command that runs, and lets none start. @returns Once all have ended. */
export async function endAll() {
  stopped = true;
  const ends = [...running].map(
    (child) =>
      new Promise((resolve) => {
        const late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
        child.once('close', () => {
          clearTimeout(late);
          resolve();
        });
        child.kill('SIGTERM');
      })
  );
  await Promise.all(ends);
}
