import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What is checked besides: an answer of 400 or more fails, and so does each command of a sample, not the last alone. */
const STRICT = `
curl() { command curl --fail-with-body --no-progress-meter --max-time 120 "$@"; }
set -E -o pipefail
trap 'printf "%s\\n" "$BASH_COMMAND" >>"$FAILED"' ERR
`;

/**
 * Opens a shell in which samples are run one after the other, as a reader would paste them: variables carry over.
 *
 * @param {Record<string, string>} variables - Set at the start, beside the environment's.
 */
export function openShell(variables = {}) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-samples-'));
  const file = (name) => path.join(dir, name);
  const read = (name) => (fs.existsSync(file(name)) ? fs.readFileSync(file(name), 'utf8') : '');
  const shell = spawn('bash', ['--noprofile', '--norc'], {
    cwd: dir,
    env: { ...process.env, ...variables, FAILED: file('failed') },
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });
  shell.stdin.write(STRICT);
  let told = () => {};
  shell.stdio[3].setEncoding('utf8').on('data', (text) => told(text));
  const ended = new Promise((resolve) => shell.once('close', resolve));

  /**
   * @param {string} script
   * @param {string} [input] - Its standard input.
   * @returns {Promise<{ out: string, failed: string | null }>} `failed`: a sentence with the command and what it said.
   */
  async function run(script, input = '') {
    fs.rmSync(file('failed'), { force: true });
    fs.writeFileSync(file('script'), script);
    fs.writeFileSync(file('input'), input);
    const isDone = new Promise((resolve) => {
      told = resolve;
    });
    shell.stdin.write(`. ${file('script')} <${file('input')} >${file('out')} 2>${file('err')}; echo $? >&3\n`);
    const code = await Promise.race([isDone, ended.then(() => 'the end of the shell')]);
    const commands = read('failed').trim();
    const isFailed = commands !== '' || String(code).trim() !== '0';
    const said = [read('err').trim(), read('out').trim().slice(0, 300)].filter(Boolean).join(' · ');
    return {
      out: read('out'),
      failed: isFailed ? `${commands.split('\n')[0] || `ended with ${String(code).trim()}`}: ${said}` : null,
    };
  }

  /** What a variable holds, `''` where it is not set. */
  const get = async (name) => (await run(`printf %s "\${${name}-}"`)).out;

  async function close() {
    shell.stdin.end();
    await ended;
    fs.rmSync(dir, { recursive: true, force: true });
  }

  return { run, get, close };
}
