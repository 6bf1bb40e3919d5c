// npm run demo: everything from a fresh clone. Each step is skipped where its result is there already.
import net from 'node:net';
import { constants } from 'node:os';
import path from 'node:path';
import { buildPlugins, findOutdated } from './build-plugins.mjs';
import { buildApp, isAppOutdated } from './demo/build-app.mjs';
import { installPackages, isInstalled } from './demo/install.mjs';
import { isLoaded } from './demo/is-loaded.mjs';
import { newsDigest } from './demo/news.mjs';
import { addressOf, describeSights, serve } from './demo/serve.mjs';
import { ensureEnv, readEnv } from './ensure-env.mjs';
import { createProgress } from './lib/progress.mjs';
import { CommandError, endAll, runNode } from './lib/run.mjs';

const root = path.resolve(import.meta.dirname, '..');
const progress = createProgress();
let isServing = false;

/** What the person at the keyboard can put right: said in one sentence, without a stack. */
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
    throw new Refusal(
      'The demo makes an administrator whose password everyone knows, so it does not run where NODE_ENV is production.'
    );
  }
  const email = (env.DEMO_ADMIN_EMAIL || 'editor@wiredesk.example').toLowerCase();
  const password = env.DEMO_ADMIN_PASSWORD || 'Wiredesk-demo-1';
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refusal(`DEMO_ADMIN_EMAIL is no e-mail address: ${email}`);
  // What Strapi's own forms ask for; past 72 bytes bcrypt reads nothing.
  const isStrong = password.length >= 8 && /[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password);
  if (!isStrong || Buffer.byteLength(password) > 72) {
    throw new Refusal(
      'DEMO_ADMIN_PASSWORD needs 8 to 72 characters, a small letter, a capital and a digit among them.'
    );
  }
  return { email, password };
}

/** @throws {Refusal} where the port is no port, or can't be had. */
async function checkPort(host, port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal('PORT must be a number from 1 to 65535.');
  const fault = await new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (!fault) return;
  const other = port === 65_535 ? port - 1 : port + 1;
  throw new Refusal(
    fault.code === 'EADDRINUSE'
      ? `Port ${port} is in use: end what listens there, or take another one: PORT=${other} npm run demo`
      : `The demo can't listen on ${host}:${port} (${fault.code}): choose another HOST or PORT.`
  );
}

/** Makes what is missing, from the packages to the news in the database. */
async function prepare(env, administrator) {
  if (!isInstalled(root)) await progress.step('Installing packages', (report) => installPackages(root, env, report));

  const outdated = findOutdated(root);
  if (outdated.length > 0)
    await progress.step('Building the plugins', (report) => buildPlugins(root, outdated, report));
  if (isAppOutdated(root, env))
    await progress.step('Building the application', (report) => buildApp(root, env, report));

  if (await isLoaded(root, env, { digest: newsDigest(), email: administrator.email })) return;
  await progress.step('Loading the demo news', async (report) => {
    let loaded = { made: 0, published: 0 };
    await runNode(path.join(root, 'scripts/demo/boot-and-load.mjs'), [], {
      cwd: root,
      env: { ...env, DEMO_ADMIN_EMAIL: administrator.email, DEMO_ADMIN_PASSWORD: administrator.password },
      onMessage: (message) => {
        if (message.loaded) loaded = message.loaded;
        else report(message);
      },
    });
    return `${loaded.made} entries, ${loaded.published} story pages`;
  });
}

async function main() {
  checkNode();
  const made = ensureEnv(root);
  const env = readEnv(root);
  const administrator = readAdministrator(env);
  const host = env.HOST || '127.0.0.1';
  const port = Number(env.PORT || 1337);
  const isServed = !env.DEMO_NO_START;
  if (isServed) await checkPort(host, port);
  if (made.length > 0) progress.say('✓ Wrote random secrets to .env');

  await prepare(env, administrator);
  if (!isServed) return progress.say('The demo is loaded. Start it with: npm start');

  const url = addressOf(host, port);
  isServing = true;
  const server = await progress.step('Starting', () => serve(root, env, url));
  const sights = await describeSights(url, administrator);
  progress.say(['', 'Wiredesk is running. Ctrl-C ends it.', '', ...sights, ''].join('\n'));
  server.showOutput();
  await server.ended;
}

let isEnding = false;
// npm told to end ends the shell between us, which does not tell us.
if (process.env.npm_lifecycle_event === 'demo') await import('./lib/end-with-parent.mjs');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (isEnding) return;
    isEnding = true;
    await endAll();
    progress.say(isServing ? 'Ended.' : 'Interrupted: the next run goes on from here.');
    // Ending the demo is how it is meant to end; cutting a build short is not.
    process.exit(isServing ? 0 : 128 + constants.signals[signal]);
  });
}

try {
  await main();
} catch (error) {
  if (!isEnding) {
    if (error instanceof CommandError) console.error(`${error.output.trim()}\n`);
    console.error(error instanceof Refusal || error instanceof CommandError ? error.message : error);
    await endAll();
    process.exit(1);
  }
}
