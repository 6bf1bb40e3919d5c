// npm run pictures: what editors see in the admin panel of a running demo, in light and dark, on two screens.
import fs from 'node:fs';
import path from 'node:path';
import { createProgress } from './lib/progress.mjs';
import { createAccounts } from './pictures/accounts.mjs';
import { logIn } from './pictures/admin-api.mjs';
import { capture } from './pictures/capture.mjs';
import { furnish } from './pictures/newsroom.mjs';
import { readOptions, USAGE } from './pictures/options.mjs';
import { STATES } from './pictures/states/index.mjs';
import { openVisitor, setTheme } from './pictures/visitor.mjs';

const THEMES = ['light', 'dark'];
const VISITORS = ['administrator', 'reader', 'stranger'];
const MOST_BYTES = 1_200_000;

const progress = createProgress();
const undos = [];
const later = (undo) => undos.push(undo);
const faults = [];
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isStopped = true;
  });
}

// A request that is answered for a page which has gone fails by itself; what was made is put back all the same.
process.on('unhandledRejection', (error) => faults.push(String(error)));

function optionsOrUsage() {
  try {
    return readOptions();
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

async function takeState(page, state, room, { out, all }) {
  for (const theme of all ? THEMES : THEMES.slice(0, 1)) {
    await setTheme(page, theme);
    const part = await state.show(page, room);
    for await (const { width, image } of capture(page, { part, isWhole: state.isWhole, isOnAll: all })) {
      fs.writeFileSync(path.join(out, `${state.name}-${theme}-${width}.webp`), image);
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}

/** Takes what each visitor sees. A state that can't be shown does not keep the others from being taken. */
async function takeAll(states, { room, tokens, options }, report) {
  let done = 0;
  for (const name of VISITORS) {
    const seen = states.filter(({ visitor = 'administrator' }) => visitor === name);
    if (seen.length === 0 || isStopped) continue;
    let visitor = await openVisitor(options.url, tokens[name]);
    for (const state of seen) {
      if (isStopped) break;
      report({ done, total: states.length, what: state.name });
      try {
        await takeState(visitor.page, state, room, options);
      } catch (error) {
        faults.push(`${state.name}: ${error.message.split('\n')[0]}`);
        await visitor.close();
        visitor = await openVisitor(options.url, tokens[name]);
      }
      done += 1;
    }
    await visitor.close();
  }
}

async function putBack() {
  for (const undo of undos.reverse()) await undo().catch((error) => faults.push(`Not put back: ${error.message}`));
}

const sizeOf = (dir) => fs.readdirSync(dir).reduce((bytes, file) => bytes + fs.statSync(path.join(dir, file)).size, 0);

const options = optionsOrUsage();
const states = STATES.filter(({ name }) => options.only.split(',').some((begin) => name.startsWith(begin)));
if (states.length === 0) {
  console.error(`No state begins with ${options.only}. There are: ${STATES.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
fs.mkdirSync(options.out, { recursive: true });
try {
  const api = await logIn(options.url, options);
  const made = await progress.step('Writing what is shown', async () => ({
    tokens: await createAccounts({ api, url: options.url, later }),
    room: { url: options.url, ...(await furnish(api, later)) },
  }));
  const { data: roles } = await api.get('/admin/roles');
  made.room.roleId = roles.find(({ code }) => code === 'strapi-editor').id;
  await progress.step('Taking pictures', async (report) => {
    await takeAll(states, { ...made, options }, report);
    return `${states.length} states`;
  });
} finally {
  await progress.step('Putting everything back', putBack);
}
const bytes = sizeOf(options.out);
if (!options.all && bytes > MOST_BYTES) faults.push(`${options.out} holds ${bytes} bytes, more than ${MOST_BYTES}`);
for (const fault of faults) console.error(fault);
progress.say(`${options.out}: ${(bytes / 1024).toFixed(0)} KB`);
process.exitCode = faults.length > 0 || isStopped ? 1 : 0;
