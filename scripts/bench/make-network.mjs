// The sites, sections and topics that an archive's stories stand under.
const SITES = ['Morning Wire', 'Harbour Wire', 'Market Wire'];
const SECTIONS = 'World,Business,Markets,Energy,Shipping,Farming,Metals,Money,Science,Space,Law,Sport'.split(',');
/** More topics than a page lists; the rest of a corpus's are left out. */
const MOST_TOPICS = 80;

/**
 * Row ids, as the tables of links have them.
 *
 * @typedef {object} Network
 * @property {number[]} sectionIds
 * @property {Map<string, number>} topicIds - By the corpus's own word for it.
 * @property {number[]} otherTopicIds - For stories that the corpus gives no topic.
 */

/** @param {import('./corpus.mjs').CorpusStory[]} corpus */
export function frequentTopics(corpus) {
  const counts = new Map();
  for (const { topics } of corpus) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return byCount.slice(0, MOST_TOPICS).map(([topic]) => topic);
}

const OTHERS = ['Companies', 'Earnings', 'Labour', 'Weather', 'Courts', 'Ports', 'Harvest', 'Budget'];

/**
 * Makes what is not there yet.
 *
 * @param {import('@strapi/strapi').Core.Strapi} strapi
 * @param {import('./corpus.mjs').CorpusStory[]} corpus
 * @returns {Promise<Network>}
 */
export async function makeNetwork(strapi, corpus) {
  const entry = async (type, name, data = {}) => {
    const documents = strapi.documents(`api::${type}.${type}`);
    const locale = 'en';
    return (
      (await documents.findFirst({ filters: { name }, locale })) ??
      (await documents.create({ data: { name, ...data }, locale }))
    );
  };
  const sites = [];
  for (const [at, name] of SITES.entries()) {
    sites.push(await entry('site', name, { url: `https://wire-${at + 1}.example`, language: 'en' }));
  }
  const sectionIds = [];
  for (const [at, name] of SECTIONS.entries()) {
    const site = sites[at % sites.length].documentId;
    sectionIds.push((await entry('section', name, { label: name.toUpperCase(), site })).id);
  }
  const topicIds = new Map();
  for (const topic of frequentTopics(corpus)) topicIds.set(topic, (await entry('topic', `Topic ${topic}`)).id);
  const otherTopicIds = [];
  for (const name of OTHERS) otherTopicIds.push((await entry('topic', name)).id);
  return { sectionIds, topicIds, otherTopicIds };
}
