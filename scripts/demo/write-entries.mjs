/** Content types of the application. */
const UIDS = {
  site: 'api::site.site',
  topic: 'api::topic.topic',
  section: 'api::section.section',
  source: 'api::source.source',
  author: 'api::author.author',
  place: 'api::dateline.dateline',
  story: 'api::article.article',
};

/**
 * @typedef {object} Entry One document to write.
 * @property {string} key - Name in the ledger.
 * @property {keyof typeof UIDS} type
 * @property {(language?: string, current?: Record<string, any>) => Record<string, unknown> | null} data - `null`:
 *   nothing to write.
 * @property {() => Record<string, unknown>} [shared] - What all languages have in common. It goes with the first alone:
 *   Strapi hands it on to those that come later, as an editor may have changed it since.
 * @property {string[]} [languages] - Left out: the type has none.
 * @property {string} [of] - Key of the document that is changed; left out: a new one.
 * @property {string[]} [populate] - What `data` has to see of the document that is changed.
 * @property {boolean} [publish]
 */

/** Writes entries through the document service, and links them by their keys in the ledger. */
export async function createWriter(strapi, ledger, languages) {
  const { made } = ledger.entries;
  const locales = strapi.plugin('i18n').service('locales');
  const spoken = [];
  for (const language of languages) if (await locales.findByCode(language)) spoken.push(language);

  /** What can be linked to, as `document id, language`: not what an editor deleted since. */
  const present = new Set();
  const mark = (documentId, language) => present.add(`${documentId},${language ?? ''}`);
  for (const uid of Object.values(UIDS)) {
    const rows = await strapi.db
      .query(uid)
      .findMany({ select: ['documentId', 'locale'], where: { documentId: { $in: Object.values(made) } } });
    for (const { documentId, locale } of rows) mark(documentId, locale);
  }

  const link = (type, key, language) => {
    const documentId = key ? made[`${type}/${key}`] : undefined;
    return documentId && present.has(`${documentId},${language ?? ''}`) ? documentId : null;
  };
  const links = (type, keys, language) => (keys ?? []).flatMap((key) => link(type, key, language) ?? []);

  /** Data whose slug another entry has already gets one made of its name. */
  async function withFreeSlug(documents, data, locale) {
    if (!data.slug) return data;
    const taken = await documents.count({ filters: { slug: data.slug }, locale });
    if (taken === 0) return data;
    const { slug: _taken, ...rest } = data;
    return rest;
  }

  /** A source of the same code is the same source: there can't be two. */
  async function findTwin({ type, data }) {
    if (type !== 'source') return undefined;
    const twin = await strapi.documents(UIDS.source).findFirst({ filters: { code: data().code } });
    return twin?.documentId;
  }

  /** Languages that the demo has not made yet and nobody else has, of those that the application speaks. */
  function languagesLeft({ key, languages, of }) {
    if (!languages) return key in made ? [] : [undefined];
    const done = ledger.languagesOf(key);
    const isLeft = (language) => {
      if (done.includes(language) || !spoken.includes(language)) return false;
      // A layout goes onto what the demo made: an editor's own language of a site is the editor's.
      if (of) return ledger.languagesOf(of).includes(language) && present.has(`${made[of]},${language}`);
      return !present.has(`${made[key]},${language}`);
    };
    return languages.filter(isLeft);
  }

  /**
   * Whether a published story can get another language. Not where an editor unpublished it, and not while its versions
   * differ in what languages share, as where a change waits in a draft: publishing would carry it into all of them.
   */
  async function isAtRest(uid, documentId) {
    const { getNestedPopulateOfNonLocalizedAttributes, copyNonLocalizedAttributes } = strapi
      .plugin('i18n')
      .service('content-types');
    const populate = getNestedPopulateOfNonLocalizedAttributes(uid);
    const rows = await strapi.db.query(uid).findMany({ where: { documentId }, populate });
    const states = rows.map((row) => JSON.stringify(copyNonLocalizedAttributes(strapi.contentType(uid), row)));
    return rows.some(({ publishedAt }) => publishedAt) && new Set(states).size === 1;
  }

  /** The document that an entry changes or adds to: none for a new entry, `null` where an editor deleted it. */
  function findDocument({ key, of }) {
    if (!of && !(key in made)) return undefined;
    const documentId = made[of ?? key];
    return [...present].some((at) => at.startsWith(`${documentId},`)) ? documentId : null;
  }

  /** @param {Entry} entry */
  async function writeDocument(entry, languages) {
    const documents = strapi.documents(UIDS[entry.type]);
    const twin = entry.key in made ? undefined : await findTwin(entry);
    if (twin) {
      mark(twin);
      return { documentId: twin, written: [] };
    }
    let documentId = findDocument(entry);
    const written = [];
    if (documentId === null) return { documentId: made[entry.of ?? entry.key], written };
    if (documentId && entry.publish && !(await isAtRest(UIDS[entry.type], documentId))) return { documentId, written };
    for (const locale of languages) {
      const current = entry.populate ? await documents.findOne({ documentId, populate: entry.populate }) : undefined;
      const own = entry.data(locale, current);
      if (!own) continue;
      const data = await withFreeSlug(documents, own, locale);
      if (documentId) await documents.update({ documentId, locale, data });
      else ({ documentId } = await documents.create({ locale, data: { ...entry.shared?.(), ...data } }));
      mark(documentId, locale);
      written.push(locale);
    }
    if (entry.publish) for (const locale of written) await documents.publish({ documentId, locale });
    return { documentId, written };
  }

  return {
    link,
    links,
    /**
     * Writes an entry in the languages in which the demo has not made it yet, and notes them.
     *
     * @param {Entry} entry
     * @returns {Promise<number>} Languages that were written.
     */
    async write(entry) {
      const languages = languagesLeft(entry);
      if (languages.length === 0) return 0;
      let count = 0;
      await ledger.record(async (entries) => {
        const { documentId, written } = await writeDocument(entry, languages);
        const before = ledger.languagesOf(entry.key);
        made[entry.key] = documentId ?? '';
        if (entry.languages) entries.languages[entry.key] = [...before, ...written];
        count = written.length;
      });
      return count;
    },
  };
}
