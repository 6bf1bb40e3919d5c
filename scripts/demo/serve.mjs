import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, runNode } from '../lib/run.mjs';

const STRAPI = 'node_modules/@strapi/strapi/bin/strapi.js';
const POLL_MS = 200;
const LONGEST_START_MS = 5 * 60_000;

/** An address that a browser on this machine can open. */
export function addressOf(host, port) {
  const name = ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * Starts the built application.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @param {string} url - Where it will listen.
 * @returns {Promise<{ ended: Promise<void>, showOutput(): void }>} Once it is healthy. `ended` rejects unless it is ended well.
 */
export async function serve(root, env, url) {
  let isShown = false;
  const ended = runNode(path.join(root, STRAPI), ['start'], {
    cwd: root,
    env,
    onOutput: (text) => isShown && process.stdout.write(text),
  });
  let isOver = false;
  ended
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  const latest = Date.now() + LONGEST_START_MS;
  while (!(await isHealthy(url))) {
    if (isOver) {
      await ended;
      throw new CommandError('strapi start', 'no error, but it does not run', '');
    }
    if (Date.now() > latest) throw new CommandError('strapi start', `no answer from ${url}/_health`, '');
    await sleep(POLL_MS);
  }
  return {
    ended,
    showOutput: () => {
      isShown = true;
    },
  };
}

async function isHealthy(url) {
  try {
    return (await fetch(`${url}/_health`)).ok;
  } catch {
    return false;
  }
}

const readJson = async (address, options) => {
  const response = await fetch(address, { ...options, signal: AbortSignal.timeout(10_000) });
  return response.ok ? response.json() : null;
};

/** What there is to see: the most important story, and the first section. Null where reading is not open to everyone. */
async function findSights(url) {
  const first = async (query) =>
    (await readJson(`${url}/api/${query}&pagination[limit]=1`).catch(() => null))?.data?.[0] ?? null;
  const [story, section] = await Promise.all([
    // Empty priorities sort first on SQLite and last on PostgreSQL.
    first('articles?filters[priority][$notNull]=true&sort=priority:asc,filedAt:desc'),
    first('sections?sort=position:asc,createdAt:asc'),
  ]);
  return { story, section };
}

/** Whether the demo's administrator still has the demo's password. */
async function mayLogIn(url, administrator) {
  const body = JSON.stringify(administrator);
  const headers = { 'Content-Type': 'application/json' };
  return Boolean(await readJson(`${url}/admin/login`, { method: 'POST', headers, body }).catch(() => null));
}

/** The addresses to look at, a line each. */
export async function describeSights(url, administrator) {
  const [{ story, section }, isKnown] = await Promise.all([findSights(url), mayLogIn(url, administrator)]);
  const page = story && `${url}/api/story-blocks/pages/${story.documentId}`;
  const rows = [
    ['Admin', `${url}/admin`],
    [
      'Log-in',
      isKnown
        ? `${administrator.email}  ${administrator.password}`
        : `${administrator.email}, with the password that was set since`,
    ],
    ...(page
      ? [
          ['Story page', page],
          ['Text edition', `curl -H 'Accept: text/plain' ${page}`],
        ]
      : []),
    ...(section ? [['Section front', `${url}/api/story-blocks/fronts/sections/${section.slug}`]] : []),
    ['GraphQL', `${url}/graphql`],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(14)}${value}`);
}
