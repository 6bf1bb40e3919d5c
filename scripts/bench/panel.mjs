// npm run bench:panel: how long after a story is opened its panels are shown, beside the edit view without them.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../lib/progress.mjs';
import { logIn } from '../pictures/admin-api.mjs';
import { openVisitor } from '../pictures/visitor.mjs';
import { spreadOf } from './related/measure.mjs';

const USAGE = `Usage: npm run bench:panel -- [--url http://localhost:1337] [--email EMAIL] [--password PASSWORD] [--rounds 15]
A demo must be running (npm run demo). Each round opens the newest story twice, in turn with the plugin's panels and
without: its routes for the desk are refused then, as to who may read no stories.`;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:1337' },
    email: { type: 'string', default: 'editor@wiredesk.example' },
    password: { type: 'string', default: 'Wiredesk-demo-1' },
    rounds: { type: 'string', default: '15' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(USAGE);
  process.exit(2);
}

const UID = 'api::article.article';
const STORY = `/content-manager/collection-types/${UID}?locale=en&sort=updatedAt:desc&pageSize=1`;
/** What has to be there, by what it belongs to. */
const SIGHTS = {
  form: 'input[name="title"]',
  story: 'aside:has(h2:text-is("What readers get")) button:has-text("Preview the page")',
  related: '[data-related-panel] li',
};

const progress = createProgress();
const newestStory = async (api) => (await api.get(STORY)).results[0].documentId;

/** Milliseconds from the address to each of the sights, in one load of the whole admin panel. */
async function open(page, address, sights) {
  await page.goto('about:blank');
  const begun = performance.now();
  const loaded = page.goto(address, { waitUntil: 'commit' });
  const times = await Promise.all(
    sights.map(async (sight) => {
      await page.locator(SIGHTS[sight]).first().waitFor();
      return performance.now() - begun;
    })
  );
  await loaded;
  return Object.fromEntries(sights.map((sight, at) => [sight, times[at]]));
}

const api = await logIn(values.url, values);
const { page, close } = await openVisitor(values.url, api.token);
let failure;
try {
  const address = `${values.url}/admin/content-manager/collection-types/${UID}/${await newestStory(api)}?plugins[i18n][locale]=en`;
  const desk = '**/story-blocks/desk/**';
  const refuse = (route) => route.fulfill({ status: 403, contentType: 'application/json', body: '{}' });
  const withPanels = () => open(page, address, ['form', 'story', 'related']);
  async function bare() {
    await page.route(desk, refuse);
    const times = await open(page, address, ['form']);
    await page.unroute(desk, refuse);
    return times;
  }
  /** @type {Record<string, number[]>} */
  const times = { 'bare form': [], 'form with panels': [], 'what readers get': [], 'related links': [] };
  await progress.step('Opening a story', async (report) => {
    // The first loads fill the browser's cache.
    await withPanels();
    await bare();
    for (let round = 0; round < rounds; round += 1) {
      const isFirst = round % 2 === 0;
      const before = isFirst ? await bare() : null;
      const panels = await withPanels();
      times['bare form'].push((before ?? (await bare())).form);
      times['form with panels'].push(panels.form);
      times['what readers get'].push(panels.story);
      times['related links'].push(panels.related);
      report({ done: round + 1, total: rounds });
    }
  });
  const base = spreadOf(times['bare form']).median;
  for (const [name, all] of Object.entries(times)) {
    const { median, p90 } = spreadOf(all);
    progress.say(
      `${name.padEnd(20)} median ${median} ms, p90 ${p90} ms, ${(median / base).toFixed(2)} of the bare form`
    );
  }
} catch (error) {
  failure = error;
}
await close();
if (failure) {
  console.error(failure);
  process.exit(1);
}
