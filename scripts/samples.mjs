// npm run samples: runs every sample of the README and the guides against a fresh demo, as a reader would paste it.
//   --write      writes printed answers anew from the real ones
//   --only FILE  one document; may be given several times
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createProgress } from './lib/progress.mjs';
import { startDemo } from './samples/demo-app.mjs';
import { describeResults } from './samples/describe-results.mjs';
import { makeToken, runSamples } from './samples/run-samples.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { write: { type: 'boolean' }, only: { type: 'string', multiple: true } } });

const progress = createProgress();
const app = await progress.step('Starting a fresh demo', (report) => startDemo(root, report));
const results = await progress.step('Running the samples', async () =>
  runSamples({ root, url: app.url, token: await makeToken(app.strapi), files: values.only, write: values.write })
);
await app.stop();
const { lines, failed } = describeResults(results);
progress.say(lines.join('\n'));
process.exit(failed > 0 ? 1 : 0);
