import { askGraphql, findSignatureFault, readSchema } from './check-graphql.mjs';
import { findDifference, findTextDifference } from './match.mjs';
import { planSample, promiseOf } from './plan.mjs';
import { printJson, refreshJson, refreshLines } from './refresh.mjs';
import { openShell } from './shell.mjs';

/** The address of the demo in the guides. */
const PRINTED_URL = /http:\/\/localhost:1337/g;

/**
 * @typedef {object} Result
 * @property {import('./read-samples.mjs').Sample} sample
 * @property {ReturnType<typeof planSample>} plan
 * @property {string | null} fault - What is wrong with it.
 * @property {string | null} [refreshed] - The block's text as the real answer would have it, where that differs.
 */

const parseJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** GraphQL refuses with a status of 200. */
const graphqlFault = (out) => parseJson(out)?.errors?.[0]?.message ?? null;

/** Holds a printed answer against the real one. */
function compare({ language, text }, real) {
  const answer = parseJson(real);
  const printed = parseJson(text);
  if (language === 'json' && printed === undefined) return { fault: 'it is no JSON' };
  if (printed !== undefined && answer !== undefined) {
    const refreshed = `${printJson(refreshJson(printed, answer))}\n`;
    const isSame = refreshed === `${printJson(printed)}\n`;
    return { fault: findDifference(printed, answer), refreshed: isSame ? null : refreshed };
  }
  const refreshed = `${refreshLines(text, real)}\n`;
  return { fault: findTextDifference(text, real), refreshed: refreshed === text ? null : refreshed };
}

/** Holds what a shell sample's last comments promise against what it printed. */
function comparePromise(text, real) {
  const promise = promiseOf(text);
  if (!promise) return null;
  return compare({ language: '', text: promise }, real.replaceAll('\r', '')).fault;
}

/**
 * Runs a document's samples from top to bottom, those in shell in one shell.
 *
 * @param {import('./read-samples.mjs').Sample[]} samples
 * @param {object} app
 * @param {string} app.url - Of an application with the demo's news.
 * @param {Record<string, string>} app.variables - Set in the shell, such as a token that a reader makes in the admin.
 * @returns {Promise<Result[]>} TypeScript samples come without a fault: they are checked together, elsewhere.
 */
export async function runDocument(samples, { url, variables }) {
  const shell = openShell(variables);
  const local = (text) => text.replace(PRINTED_URL, url);
  /** What the last block printed; null where it failed: a refusal must not be written into a guide. */
  let printed = '';

  const runners = {
    skipped: () => null,
    types: () => null,
    unknown: ({ language }) =>
      `nothing runs a block of ${language ? `"${language}"` : 'no language'} here: say before it why, <!-- sample: not run: … -->`,
    json: ({ text }) => (parseJson(text) === undefined ? 'it is no JSON' : null),
    async shell({ text, notes: { refused } }) {
      const { out, failed } = await shell.run(local(text));
      const isRefused = Boolean(refused && failed?.includes(`error: ${refused}`));
      const fault = refused ? (isRefused ? null : `it is not refused with ${refused}`) : (failed ?? graphqlFault(out));
      printed = fault === null ? out : null;
      return fault ?? comparePromise(text, out);
    },
    async answer(sample) {
      const command = sample.notes['answer of'];
      if (command) {
        const { out, failed } = await shell.run(local(command));
        if (failed) return failed;
        printed = out;
      }
      return printed === null ? 'the block that asks for it failed' : compare(sample, printed);
    },
    async input({ text, notes }) {
      if (parseJson(text) === undefined) return 'it is no JSON';
      const { out, failed } = await shell.run(local(notes['input of']), text);
      printed = failed ? null : out;
      return failed;
    },
    async graphql({ text }) {
      const given = { slug: await shell.get('SLUG'), documentId: await shell.get('ID') };
      const { data, errors } = await askGraphql(url, text, given);
      if (errors) return errors[0].message;
      const empty = Object.keys(data).find((name) => data[name] === null || data[name].length === 0);
      return empty ? `${empty} has nothing` : null;
    },
    schema: async ({ text }) => findSignatureFault(text, await readSchema(url)),
  };

  const results = [];
  try {
    for (const [index, sample] of samples.entries()) {
      const plan = planSample(sample, samples[index - 1]);
      const outcome = await runners[plan](sample);
      results.push({
        sample,
        plan,
        ...(typeof outcome === 'object' && outcome !== null ? outcome : { fault: outcome }),
      });
    }
  } finally {
    await shell.close();
  }
  return results;
}
