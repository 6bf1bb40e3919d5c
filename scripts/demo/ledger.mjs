// What the demo made in this database, in Strapi's own store: what stands here is never made again, whatever an editor
// did to it.

const KEY = { type: 'core', name: 'wiredesk', key: 'demo' };

/** What an entry was made in before its languages were noted. */
const FIRST_LANGUAGES = ['en', 'fr'];

/** The row of Strapi's store that holds the ledger. */
export const LEDGER_ROW = `${KEY.type}_${KEY.name}_${KEY.key}`;

/** Whether nothing is left to do, as far as a ledger says. */
export const isComplete = (ledger, { digest, email }) =>
  ledger?.news === digest && Boolean(ledger.reading) && (ledger.administrators ?? []).includes(email);

/**
 * @typedef {object} Entries
 * @property {Record<string, string>} made - Document ids by key, such as `story/ports-strike`.
 * @property {Record<string, string[]>} languages - Languages in which the demo made them, by the same keys.
 * @property {string[]} administrators - E-mail addresses.
 * @property {boolean} reading - Whether reading was opened to everyone.
 * @property {string | null} news - Digest of the news that are all loaded.
 */

/** Opens the ledger. */
export async function openLedger(strapi) {
  /** @type {Entries} */
  const entries = {
    made: {},
    languages: {},
    administrators: [],
    reading: false,
    news: null,
    ...(await strapi.store.get(KEY)),
  };
  return {
    entries,
    /**
     * Languages in which the demo made an entry, whatever became of them.
     *
     * @param {string} key
     * @returns {string[]}
     */
    languagesOf: (key) => entries.languages[key] ?? (key in entries.made ? FIRST_LANGUAGES : []),
    /**
     * Does something and notes it, both or neither: an interrupted load goes on where it was, and doubles nothing.
     *
     * @param {(entries: Entries) => Promise<void>} work - Changes the entries.
     */
    async record(work) {
      await strapi.db.transaction(async () => {
        await work(entries);
        await strapi.store.set({ ...KEY, value: entries });
      });
    },
  };
}
