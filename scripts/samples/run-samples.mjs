import fs from 'node:fs';
import path from 'node:path';
import { checkTypes } from './check-types.mjs';
import { checkValues, isRunnable } from './check-values.mjs';
import { readSamples, writeSamples } from './read-samples.mjs';
import { runDocument } from './run-document.mjs';

/** Documents whose samples are run, in the order in which a reader meets them. */
export const DOCUMENTS = [
  'README.md',
  'docs/guide-editors.md',
  'docs/guide-frontends.md',
  'docs/guide-developers.md',
  'docs/caching.md',
  'docs/ranking.md',
  'docs/performance.md',
  'docs/glossary.md',
  'docs/pictures.md',
  'CONTRIBUTING.md',
  'src/plugins/datelines/README.md',
  'src/plugins/story-blocks/README.md',
  'src/plugins/story-slugs/README.md',
];

/**
 * Makes the token that the guides tell their readers to make in _Settings → API Tokens_.
 *
 * @param {import('@strapi/strapi').Core.Strapi} strapi
 * @returns {Promise<string>}
 */
export async function makeToken(strapi) {
  const made = await strapi
    .service('admin::api-token')
    .create({ name: 'Samples', type: 'full-access', description: '', lifespan: null, permissions: [] });
  return made.accessKey;
}

/**
 * Runs the samples of documents against a running application with the demo's news.
 *
 * @param {object} options
 * @param {string} options.root - Of the workspace.
 * @param {string} options.url - Of the application.
 * @param {string} options.token - Of {@link makeToken}: `$TOKEN` in samples.
 * @param {string[]} [options.files]
 * @param {boolean} [options.write] - Whether answers that are printed are written anew from the real ones.
 * @returns {Promise<import('./run-document.mjs').Result[]>}
 */
export async function runSamples({ root, url, token, files = DOCUMENTS, write = false }) {
  const results = [];
  for (const file of files) {
    const markdown = fs.readFileSync(path.join(root, file), 'utf8');
    const own = await runDocument(readSamples(file, markdown), { url, variables: { TOKEN: token } });
    const changes = own
      .filter(({ refreshed }) => refreshed)
      .map(({ sample, refreshed }) => ({ sample, text: refreshed }));
    if (write && changes.length > 0) {
      fs.writeFileSync(path.join(root, file), writeSamples(markdown, changes));
      for (const result of own) if (result.refreshed) result.fault = null;
    }
    results.push(...own);
  }
  const typed = results.filter(({ plan }) => plan === 'types');
  const faults = checkTypes(
    typed.map(({ sample }) => sample),
    root
  );
  for (const [index, result] of typed.entries()) {
    result.fault = faults[index] ?? (isRunnable(result.sample) ? await checkValues(result.sample, root) : null);
  }
  return results;
}
