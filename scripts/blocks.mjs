// npm run blocks -- rebuild | check: keeps cards and links true from the command line, on the built application.
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);
const appDir = path.resolve(import.meta.dirname, '..');
const commands = { check, rebuild };
const [name] = process.argv.slice(2);

if (!Object.hasOwn(commands, name ?? '')) {
  console.error('Usage: npm run blocks -- rebuild | check');
  process.exit(2);
}

async function check(upkeep) {
  const { published, drift } = await upkeep.check();
  for (const { uid, documentId, locale, problem } of drift) console.log(`${problem}: ${uid} ${documentId} ${locale}`);
  console.log(`${published} published entries, ${drift.length} cards that differ`);
  return drift.length > 0 ? 1 : 0;
}

const tenth = (done, total) => String(total > 0 ? Math.floor((10 * done) / total) : 10);

async function rebuild(upkeep) {
  let last = '';
  const done = await upkeep.rebuild(({ step, done, total }) => {
    const line = `${step} ${done}/${total}`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line.padEnd(last.length)}`);
    else if (tenth(done, total) !== last) console.log(line);
    last = process.stdout.isTTY ? line : tenth(done, total);
  });
  if (process.stdout.isTTY) process.stdout.write('\n');
  console.log(`${done.repaired} documents repaired, links of ${done.related} stories made`);
  if (done.waiting > 0) console.log(`${done.waiting} stories wait for their next turn: the log says why`);
  return done.waiting > 0 ? 1 : 0;
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
