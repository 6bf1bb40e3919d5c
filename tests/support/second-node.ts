import { fork } from 'node:child_process';
import path from 'node:path';
import { distDir, root } from './compile';

export interface SecondNode {
  /** Address of its server, without a slash at its end. */
  url: string;
  /** What it logged of warnings and errors. */
  output(): string;
  /** @returns How many of its statements wrote links. */
  stop(): Promise<number>;
}

/** Starts the application once more on the database of the one that was started last, in a process of its own. */
export async function startSecondNode(): Promise<SecondNode> {
  const script = path.join(import.meta.dirname, 'node.cjs');
  const child = fork(script, [root, distDir], { cwd: root, env: { ...process.env }, silent: true, execArgv: [] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  const answer = () =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`The second node ended with ${code}: ${output}`)));
    });
  const { url } = await answer();
  output = '';
  return {
    url: String(url),
    output: () => output,
    async stop() {
      const said = answer();
      child.send('stop');
      return Number((await said).wrote);
    },
  };
}
