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
 * @property {(language?: string) => Record<string, unknown>} data
 * @property {string[]} [languages] - Left out: the type has none.
 * @property {string} [of] - Key of the document that is changed; left out: a new one.
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

  /** @param {Entry} entry */
  async function writeDocument(entry) {
    const documents = strapi.documents(UIDS[entry.type]);
    let documentId = entry.of ? made[entry.of] : await findTwin(entry);
    const isTwin = Boolean(documentId) && !entry.of;
    let count = 0;
    for (const locale of entry.languages
      ? entry.languages.filter((language) => spoken.includes(language))
      : [undefined]) {
      if (isTwin) mark(documentId, locale);
      if (isTwin || (entry.of && !present.has(`${documentId},${locale}`))) continue;
      const data = await withFreeSlug(documents, entry.data(locale), locale);
      if (documentId) await documents.update({ documentId, locale, data });
      else ({ documentId } = await documents.create({ locale, data }));
      mark(documentId, locale);
      count += 1;
    }
    if (entry.publish && documentId) await documents.publish({ documentId, locale: '*' });
    return { documentId, count };
  }

  return {
    link,
    links,
    /**
     * Writes an entry in all its languages, and notes it.
     *
     * @param {Entry} entry
     * @returns {Promise<number>} Languages that were written.
     */
    async write(entry) {
      let written = 0;
      await ledger.record(async () => {
        const { documentId, count } = await writeDocument(entry);
        made[entry.key] = documentId ?? '';
        written = count;
      });
      return written;
    },
  };
}
