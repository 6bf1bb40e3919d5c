#!/usr/bin/env node
/**
 * Tells Varnish what changed: takes Strapi's webhook for `story-blocks.changed` and bans its tags in each cache.
 * See docs/caching.md. Needs Node 20 and nothing else.
 *
 *   SECRET=…                      what the webhook sends as X-Purge-Secret
 *   CACHES=http://127.0.0.1:6081  addresses of the caches, with commas between them
 *   PORT=8090  HOST=127.0.0.1     where the webhook finds this
 *   AGAIN_MS=12000                when all is purged once more; longer than an answer may be under way
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const { SECRET, CACHES, PORT = '8090', HOST = '127.0.0.1', AGAIN_MS = '12000' } = process.env;
const EVENT = 'story-blocks.changed';
const TAG = /^[A-Za-z0-9:_-]{1,200}$/;
const MOST_TAGS = 100;
const MOST_BYTES = 100_000;
/** On every answer. */
const EVERYTHING = 'story-blocks';
/** Characters of a header that Varnish takes, with room for the others. */
const MOST_OF_A_BAN = 4_000;
/** A cache that was not told for so long has let go of the answers by itself, where `s-maxage` is the default one. */
const PATIENCE_MS = 600_000;
const PAUSE_MS = 500;
const ANSWER_MS = 1_000;

if (!SECRET || !CACHES) {
  console.error('Set SECRET and CACHES.');
  process.exit(1);
}
const caches = CACHES.split(',').map((address) => new URL(address.trim()));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Compares in the same time whatever the caller sent. */
function isSecret(given) {
  const digest = (text) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(String(given ?? '')), digest(SECRET));
}

async function readBody(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** @returns The tags of the event; null where it is another. What is no tag stands for everything: what it meant is not known. */
function parseTags(text) {
  try {
    const { event, tags } = JSON.parse(text);
    const isList = Array.isArray(tags) && tags.length > 0 && tags.length <= MOST_TAGS;
    if (event !== EVENT || !isList) return null;
    return tags.every((tag) => typeof tag === 'string' && TAG.test(tag)) ? tags : [EVERYTHING];
  } catch {
    return null;
  }
}

/** Parts tags so that each part fits into a header. */
function partsOf(tags) {
  const parts = [[]];
  let length = 0;
  for (const tag of tags) {
    if (length + tag.length > MOST_OF_A_BAN) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1).push(tag);
    length += tag.length + 1;
  }
  return parts;
}

/** Asks one cache until it has done it. */
async function ban(cache, tags) {
  const end = Date.now() + PATIENCE_MS;
  for (let hasFailed = false; ; hasFailed = true) {
    let problem;
    try {
      const headers = { 'X-Cache-Tags': tags.join(',') };
      const answer = await fetch(cache, { method: 'BAN', headers, signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return true;
      problem = `${answer.status} ${answer.statusText}`;
    } catch (error) {
      problem = error.cause?.code ?? error.message;
    }
    if (!hasFailed) console.error(`${cache.href} was not purged: ${problem}. Trying again.`);
    if (Date.now() > end) return false;
    await pause(PAUSE_MS);
  }
}

const banAll = (tags) => Promise.all(caches.flatMap((cache) => partsOf(tags).map((part) => ban(cache, part))));

/**
 * Purges now, and once more: an answer that was made before the change may reach a cache only after the first time.
 *
 * @returns Whether all caches have done it; false after a second, since Strapi sends no more than five webhooks at a time
 *   and one cache that is down must not hold up the others.
 */
async function purge(tags) {
  const done = banAll(tags).then((results) => results.every(Boolean));
  setTimeout(() => void banAll(tags), Number(AGAIN_MS));
  return Promise.race([done, pause(ANSWER_MS).then(() => false)]);
}

const server = createServer(async (request, response) => {
  const answer = (status) => response.writeHead(status).end();
  try {
    if (request.method !== 'POST') return answer(405);
    if (!isSecret(request.headers['x-purge-secret'])) return answer(401);
    const text = await readBody(request);
    if (text === null) return answer(413);
    // Strapi's button that tries a webhook.
    if (request.headers['x-strapi-event'] === 'trigger-test') return answer(204);
    const tags = parseTags(text);
    if (!tags) return answer(400);
    return answer((await purge(tags)) ? 204 : 202);
  } catch (error) {
    console.error(error);
    return response.headersSent ? response.destroy() : answer(500);
  }
});
// What was still to be purged when it last ended is not known any more.
void banAll([EVERYTHING]);
server.listen(Number(PORT), HOST, () => console.log(`Listening on http://${HOST}:${server.address().port}`));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit());
