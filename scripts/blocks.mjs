// npm run blocks -- rebuild | check: keeps cards and links true from the command line, on the built application.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { createProgress } from './lib/progress.mjs';

const require = createRequire(import.meta.url);
const appDir = path.resolve(import.meta.dirname, '..');
const commands = { check, rebuild };
const [name] = process.argv.slice(2);

if (!Object.hasOwn(commands, name ?? '')) {
  console.error('Usage: npm run blocks -- rebuild | check');
  process.exit(2);
}

async function check(upkeep) {
  const { published, drift, embargoes, troubles } = await upkeep.check();
  for (const { uid, documentId, locale, problem } of drift) console.log(`${problem}: ${uid} ${documentId} ${locale}`);
  for (const { documentId, until, failure } of embargoes) {
    console.log(`embargo over since ${until}, not published: ${documentId} ${failure.locale ?? ''} ${failure.message}`);
  }
  for (const { task, type, documentId, locale, since, error } of troubles.named) {
    const about = [type, documentId, locale].filter(Boolean).join(' ');
    console.log(`${task} failing since ${new Date(since).toISOString()}: ${about ? `${about}: ` : ''}${error}`);
  }
  console.log(`${published} published entries, ${drift.length} cards that differ`);
  const failing = embargoes.length + troubles.total;
  if (failing > 0) console.log(`${failing} things that the background work cannot do; the Health page says more`);
  return drift.length + failing > 0 ? 1 : 0;
}

async function rebuild(upkeep) {
  let isStopped = false;
  process.once('SIGINT', () => {
    isStopped = true;
  });
  const made = await createProgress().step('Rebuilding', (report) =>
    upkeep.rebuild(({ step, part, done, total }) => report({ done, total, what: part ? `${step}: ${part}` : step }), {
      stopped: () => isStopped,
    })
  );
  console.log(`${made.repaired} documents repaired, links of ${made.related} stories made`);
  if (isStopped) console.log('Interrupted: the same command goes on from here.');
  else if (made.waiting > 0) console.log(`${made.waiting} stories wait for their next turn: the log says why`);
  return isStopped || made.waiting > 0 ? 1 : 0;
}

process.env.STORY_BLOCKS_WORKER = 'off';
const { createStrapi } = require('@strapi/strapi');
const strapi = await createStrapi({
  appDir,
  distDir: path.join(appDir, 'dist'),
  serveAdminPanel: false,
  autoReload: false,
}).load();
strapi.log.level = 'error';
const code = await commands[name](strapi.plugin('story-blocks').service('upkeep'));
await strapi.destroy();
process.exit(code);
