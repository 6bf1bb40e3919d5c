import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from './compile';

/** When the relay purges once more. */
export const AGAIN_MS = 1_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const example = (file: string) => path.join(root, 'examples', file);

/** Whether a program is installed here. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Started {
  /** Its address, without a slash at its end. */
  url: string;
  /** What it said. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a program and waits until its port is open. */
async function startProgram(
  command: string,
  args: string[],
  { port, env }: { port: number; env?: Record<string, string> }
): Promise<Started> {
  const child: ChildProcess = spawn(command, args, { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const isOpen = () =>
    new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  for (let round = 0; !(await isOpen()); round += 1) {
    if (round > 300 || child.exitCode !== null) throw new Error(`${command} did not start: ${output}`);
    await pause(50);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The shipped file, with the addresses of this run in it. */
function configured(dir: string, file: string, replaced: Record<string, string>): string {
  let text = fs.readFileSync(example(file), 'utf8');
  for (const [from, to] of Object.entries(replaced)) {
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    text = text.replaceAll(from, to);
  }
  const target = path.join(dir, path.basename(file));
  fs.writeFileSync(target, text);
  return target;
}

const workDir = () => fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-cache-'));
const withoutDir = (started: Started, dir: string): Started => ({
  ...started,
  async stop() {
    await started.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  },
});

/** Varnish with the VCL of `examples/varnish`, in front of an application. */
export async function startVarnish(origin: string): Promise<Started> {
  const [dir, port] = [workDir(), await freePort()];
  const vcl = configured(dir, 'varnish/default.vcl', { '"1337"': `"${new URL(origin).port}"` });
  const listen = ['-a', `127.0.0.1:${port}`, '-T', 'none', '-s', 'malloc,64m'];
  const args = ['-F', '-j', 'none', '-n', path.join(dir, 'run'), '-f', vcl, ...listen];
  return withoutDir(await startProgram('varnishd', args, { port }), dir);
}

/** The relay of `examples/varnish`, which purges the given caches. */
export async function startRelay(caches: string[], secret: string): Promise<Started> {
  const port = await freePort();
  const env = { PORT: String(port), SECRET: secret, CACHES: caches.join(','), AGAIN_MS: String(AGAIN_MS) };
  return startProgram(process.execPath, [example('varnish/purge-relay.mjs')], { port, env });
}

/** A way to an application on which answers can be held up after they were made. */
export async function startSlowWay(origin: string) {
  let held: Promise<void> | null = null;
  let release = () => {};
  const server = http.createServer((request, response) => {
    const { method, url, headers } = request;
    const onward = http.request(`${origin}${url}`, { method, headers }, async (answer) => {
      await held;
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward.on('error', () => response.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    hold() {
      held = new Promise((resolve) => {
        release = resolve;
      });
    },
    letGo() {
      release();
      held = null;
    },
    stop: () => server.close(),
  };
}
export type SlowWay = Awaited<ReturnType<typeof startSlowWay>>;

/** nginx with the configuration of `examples/nginx`, in front of an application. */
export async function startNginx(origin: string): Promise<Started> {
  const [dir, port] = [workDir(), await freePort()];
  const site = configured(dir, 'nginx/story-blocks.conf', {
    '127.0.0.1:1337': new URL(origin).host,
    'listen 80;': `listen 127.0.0.1:${port};`,
    '/var/cache/nginx/story-blocks': path.join(dir, 'kept'),
  });
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`);
  const main = path.join(dir, 'nginx.conf');
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const lines = [user, 'daemon off;', `pid ${dir}/pid;`, 'error_log stderr warn;', 'events {}'];
  fs.writeFileSync(main, [...lines, `http { access_log off; ${own.join(' ')} include ${site}; }`].join('\n'));
  return withoutDir(await startProgram('nginx', ['-c', main, '-p', dir], { port }), dir);
}
