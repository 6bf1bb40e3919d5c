import { createWriter } from './write-entries.mjs';

const LANGUAGES = ['en', 'fr', 'ar', 'ja'];
/** Links are each language's own. */
const LINKED = ['site', 'section', 'topics', 'source', 'datelines'];
const CROSSHEAD = /^##\s+/;

/** Paragraphs, and crossheads that begin with `##`, as Strapi's Blocks. */
const toBlocks = (lines) =>
  lines.map((line) => {
    const children = [{ type: 'text', text: line.replace(CROSSHEAD, '') }];
    return CROSSHEAD.test(line) ? { type: 'heading', level: 3, children } : { type: 'paragraph', children };
  });

const without = (object, ...names) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));

/**
 * What to write, in the order in which it must be: a story, a section or a topic in a language can only name what is
 * there in that language, and a layout names sections.
 */
function plan(news, { link, links }) {
  const localized =
    (type, relations = () => ({})) =>
    (entry) => ({
      key: `${type}/${entry.key}`,
      type,
      languages: LANGUAGES.filter((language) => entry[language]),
      shared: () => without(entry, 'key', ...LINKED, ...LANGUAGES),
      data: (language) => ({ ...entry[language], ...relations(entry, language) }),
    });
  const shared = (type) => (entry) => ({ key: `${type}/${entry.key}`, type, data: () => without(entry, 'key') });

  const block = (language) => (settings) => ({
    ...settings,
    ...(settings.section ? { section: link('section', settings.section, language) } : {}),
    ...(settings.sources ? { sources: links('source', settings.sources) } : {}),
    ...(settings.rails ? { rails: settings.rails.map(block(language)) } : {}),
  });
  const layouts = ([site, byLanguage]) => ({
    key: `layouts/${site}`,
    type: 'site',
    of: `site/${site}`,
    languages: LANGUAGES.filter((language) => byLanguage[language]),
    data: (language) => ({
      storyLayout: byLanguage[language].storyLayout.map(block(language)),
      frontLayout: byLanguage[language].frontLayout.map(block(language)),
    }),
  });

  /** Names for a place that stands already, in languages in which it has none. */
  const names = ([place, more]) => ({
    key: `names/${place}`,
    type: 'place',
    of: `place/${place}`,
    populate: ['names'],
    data: (_language, { names: known }) => {
      const missing = more.filter(({ locale }) => !known.some((name) => name.locale === locale));
      return missing.length > 0 ? { names: [...known, ...missing] } : null;
    },
  });

  const topic = localized('topic', ({ site }, language) => ({ site: link('site', site, language) }));
  const section = localized('section', ({ site, topics }, language) => ({
    site: link('site', site, language),
    topics: links('topic', topics, language),
  }));
  const story = localized('story', (entry, language) => ({
    section: link('section', entry.section, language),
    topics: links('topic', entry.topics, language),
    source: link('source', entry.source),
    datelines: links('place', entry.datelines),
    byline: (entry[language].byline ?? []).map((credit) => ({ ...credit, author: link('author', credit.author) })),
    body: toBlocks(entry[language].body),
  }));

  return [
    ...news.sites.map(localized('site')),
    ...news.topics.map(topic),
    ...news.sections.map(section),
    ...news.sources.map(shared('source')),
    ...news.authors.map(shared('author')),
    ...news.places.map(shared('place')),
    ...Object.entries(news.names).map(names),
    ...Object.entries(news.layouts).map(layouts),
    ...news.stories.map((entry) => ({ ...story(entry), publish: true })),
  ];
}

/**
 * Loads what the ledger does not have yet, entries and languages of entries; the rest is left as it is, also where an
 * editor changed or deleted it.
 *
 * @param {(state: { done: number, total: number, what: string }) => void} report
 * @returns {Promise<{ made: number, published: number }>} Entries that were made or got a language, and languages of
 *   stories among them.
 */
export async function loadNews(strapi, ledger, news, report) {
  const writer = await createWriter(strapi, ledger, LANGUAGES);
  const entries = plan(news, writer);
  const result = { made: 0, published: 0 };
  for (const [at, entry] of entries.entries()) {
    report({ done: at, total: entries.length, what: entry.key });
    const known = entry.key in ledger.entries.made;
    const languages = await writer.write(entry);
    if (languages > 0 || known !== entry.key in ledger.entries.made) result.made += 1;
    if (entry.publish) result.published += languages;
  }
  report({ done: entries.length, total: entries.length, what: '' });
  return result;
}
