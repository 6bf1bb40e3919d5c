// npm run bench:panel: how long after a story is opened its panels are shown, beside the edit view without them.
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Page, Route } from 'playwright-core';
import { createProgress } from '../scripts/lib/progress.mjs';
import { logIn } from '../scripts/pictures/admin-api.mjs';
import { openVisitor } from '../scripts/pictures/visitor.mjs';
import { spreadOf } from './related/measure';

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

type Sight = keyof typeof SIGHTS;

const progress = createProgress();
const newestStory = async ({ get }: Pick<Awaited<ReturnType<typeof logIn>>, 'get'>): Promise<string> =>
  (await get(STORY)).results[0].documentId;

/** Milliseconds from the address to each of the sights, in one load of the whole admin panel. */
async function open(page: Page, address: string, sights: Sight[]): Promise<Record<Sight, number>> {
  await page.goto('about:blank');
  const begun = performance.now();
  const loaded = page.goto(address, { waitUntil: 'commit' });
  const times: Record<Sight, number> = { form: 0, story: 0, related: 0 };
  await Promise.all(
    sights.map(async (sight) => {
      await page.locator(SIGHTS[sight]).first().waitFor();
      times[sight] = performance.now() - begun;
    })
  );
  await loaded;
  return times;
}

const api = await logIn(values.url, values);
const { page, close } = await openVisitor(values.url, api.token);
let failure: unknown;
try {
  const address = `${values.url}/admin/content-manager/collection-types/${UID}/${await newestStory(api)}?plugins[i18n][locale]=en`;
  const desk = '**/story-blocks/desk/**';
  const refuse = (route: Route) => route.fulfill({ status: 403, contentType: 'application/json', body: '{}' });
  const withPanels = () => open(page, address, ['form', 'story', 'related']);
  async function bare() {
    await page.route(desk, refuse);
    const times = await open(page, address, ['form']);
    await page.unroute(desk, refuse);
    return times;
  }
  const bareForm: number[] = [];
  const form: number[] = [];
  const story: number[] = [];
  const related: number[] = [];
  await progress.step('Opening a story', async (report) => {
    // The first loads fill the browser's cache.
    await withPanels();
    await bare();
    for (let round = 0; round < rounds; round += 1) {
      const isFirst = round % 2 === 0;
      const before = isFirst ? await bare() : null;
      const panels = await withPanels();
      bareForm.push((before ?? (await bare())).form);
      form.push(panels.form);
      story.push(panels.story);
      related.push(panels.related);
      report({ done: round + 1, total: rounds });
    }
  });
  const base = spreadOf(bareForm).median;
  const rows = { 'bare form': bareForm, 'form with panels': form, 'what readers get': story, 'related links': related };
  for (const [name, all] of Object.entries(rows)) {
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
