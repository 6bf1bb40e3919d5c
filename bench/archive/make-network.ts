// The sites, sections and topics that an archive's stories stand under.
import type { Core } from '@strapi/strapi';
import { documentsOf } from '../app/documents';
import type { CorpusStory } from './corpus';

const SITES = ['Morning Wire', 'Harbour Wire', 'Market Wire'];
const SECTIONS = 'World,Business,Markets,Energy,Shipping,Farming,Metals,Money,Science,Space,Law,Sport'.split(',');
/** More topics than a page lists; the rest of a corpus's are left out. */
const MOST_TOPICS = 80;

/** Ids of sections and topics: numbers of rows, as the tables of links have them, or document ids. */
export interface Network<Id = number> {
  sectionIds: Id[];
  /** By the corpus's own word for it. */
  topicIds: Map<string, Id>;
  /** For stories that the corpus gives no topic. */
  otherTopicIds: Id[];
}

export function frequentTopics(corpus: CorpusStory[]): string[] {
  const counts = new Map<string, number>();
  for (const { topics } of corpus) for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return byCount.slice(0, MOST_TOPICS).map(([topic]) => topic);
}

const OTHERS = ['Companies', 'Earnings', 'Labour', 'Weather', 'Courts', 'Ports', 'Harvest', 'Budget'];

/** Makes what is not there yet. */
export async function makeNetwork(strapi: Core.Strapi, corpus: CorpusStory[]): Promise<Network> {
  const entry = async (type: 'site' | 'section' | 'topic', name: string, data: Record<string, unknown> = {}) => {
    const documents = documentsOf(strapi, type);
    const locale = 'en';
    return (
      (await documents.findFirst({ filters: { name }, locale })) ??
      (await documents.create({ data: { name, ...data }, locale }))
    );
  };
  const sites: string[] = [];
  for (const [at, name] of SITES.entries()) {
    const data = { url: `https://wire-${at + 1}.example`, language: 'en' };
    sites.push((await entry('site', name, data)).documentId);
  }
  const sectionIds: number[] = [];
  for (const [at, name] of SECTIONS.entries()) {
    const site = sites[at % sites.length];
    sectionIds.push((await entry('section', name, { label: name.toUpperCase(), site })).id);
  }
  const topicIds = new Map<string, number>();
  for (const topic of frequentTopics(corpus)) topicIds.set(topic, (await entry('topic', `Topic ${topic}`)).id);
  const otherTopicIds: number[] = [];
  for (const name of OTHERS) otherTopicIds.push((await entry('topic', name)).id);
  return { sectionIds, topicIds, otherTopicIds };
}
