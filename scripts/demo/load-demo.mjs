import { ensureAdministrator } from './administrator.mjs';
import { openLedger } from './ledger.mjs';
import { loadNews } from './load-news.mjs';
import { newsDigest, readNews } from './news.mjs';
import { openReading } from './reading.mjs';

/** Makes the related links of all stories that wait for them, which the application does by itself once it runs. */
async function relateAll(strapi, total, report) {
  const upkeep = strapi.plugin('story-blocks').service('upkeep');
  let done = 0;
  for (;;) {
    report({ done: Math.min(done, total), total, what: 'related links' });
    const taken = await upkeep.relateNext();
    if (taken === 0) return;
    done += taken;
  }
}

/**
 * Loads the demo into a loaded application: an administrator, reading for everyone, the news, their related links.
 * Safe to repeat: what it made once it does not make again, nor does it change what became of it.
 *
 * @param {import('@strapi/strapi').Core.Strapi} strapi
 * @param {object} [options]
 * @param {{ email: string, password: string } | null} [options.administrator] - `null`: none.
 * @param {ReturnType<typeof readNews>} [options.news] - Left out: the demo's own.
 * @param {(state: { done: number, total: number, what: string }) => void} [options.report]
 * @returns {Promise<{ made: number, published: number }>}
 */
export async function loadDemo(strapi, { administrator = null, news = readNews(), report = () => {} } = {}) {
  const ledger = await openLedger(strapi);
  if (administrator) await ensureAdministrator(strapi, ledger, administrator);
  await openReading(strapi, ledger);
  const loaded = await loadNews(strapi, ledger, news, report);
  await relateAll(strapi, loaded.published, report);
  const digest = newsDigest();
  if (ledger.entries.news !== digest) {
    await ledger.record(async (entries) => {
      entries.news = digest;
    });
  }
  return loaded;
}
