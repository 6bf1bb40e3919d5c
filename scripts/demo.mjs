// npm run demo: everything from a fresh clone. Each step is skipped where its result is there already.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { buildApp } from './demo/build-app.mjs';
import { installPackages, isInstalled } from './demo/install.mjs';
import { isLoaded } from './demo/is-loaded.mjs';
import { newsDigest } from './demo/news.mjs';
import { serve } from './demo/serve.mjs';
import { ensureEnv, readEnv } from './ensure-env.mjs';
import { buildPlugins } from './build-plugins.mjs';
import { createProgress } from './lib/progress.mjs';
import { CommandError, endAll, run } from './lib/run.mjs';

const root = path.resolve(import.meta.dirname, '..');
const progress = createProgress();

/** What the person at the keyboard can put right; said in one sentence, without a stack. */
class Refusal extends Error {}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major > 24) {
    throw new Refusal(`Wiredesk needs Node 20.19 to 24; this is Node ${process.versions.node}.`);
  }
}

/** The demo's log-in. @throws {Refusal} where it may not be made. */
function readAdministrator(env) {
  if (env.NODE_ENV === 'production') {
    throw new Refusal('The demo makes an administrator whose password everyone knows, so it does not run where NODE_ENV is production.');
  }
  const email = (env.DEMO_ADMIN_EMAIL || 'editor@wiredesk.example').toLowerCase();
  const password = env.DEMO_ADMIN_PASSWORD || 'Wiredesk-demo-1';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refusal(`DEMO_ADMIN_EMAIL is no e-mail address: ${email}`);
  // What Strapi's own forms ask for; past 72 bytes bcrypt reads nothing.
  const isStrong = password.length >= 8 && /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password);
  if (!isStrong || Buffer.byteLength(password) > 72) {
    throw new Refusal('DEMO_ADMIN_PASSWORD needs 8 characters or more, a small letter, a capital and a digit among them, and at most 72 bytes.');
  }
  return { email, password };
}

/** @throws {Refusal} where the port is no port, or can't be had. */
async function checkPort(host, port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(`PORT must be a number from 1 to 65535.`);
  const fault = await new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (!fault) return;
  if (fault.code === 'EADDRINUSE') {
    throw new Refusal(`Port ${port} is in use: end what listens there, or take another one, such as PORT=${port === 65_535 ? port - 1 : port + 1} npm run demo.`);
  }
  throw new Refusal(`${host}:${port} can't be listened on (${fault.code}): choose another HOST or PORT.`);
}

async function prepare(env) {
  if (!isInstalled(root)) {
    await progress.step('Installing the packages', (report) => installPackages(root, env, report));
  }
  const built = await buildPlugins(root, () => {});
}

async function main() {
  checkNode();
}

main();
