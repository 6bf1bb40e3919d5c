import type { Client } from './client';

/** A network of sites as plain data: the seed's shape, and that of the test's own. */
export interface Network {
  site: {
    name: string;
    owner: string;
    tagline: string;
    locale: string;
    timezone: string;
    datelineStyle: string;
    url?: string;
    excerptLength: number;
    excerptCut: string;
    excerptTail: string;
    appeal?: { heading: string; paragraphs: string[]; offers: { name: string; price: string; note: string }[] };
    commentsNotice?: string;
    shareHeading?: string;
    shareTargets?: string[];
    rights: { from: number; to: number; text: string };
  };
  sources: { code: string; name: string; kind: string }[];
  datelines: Record<string, unknown>[];
  authors: { givenName: string; familyName: string }[];
  sections: { slug: string; name: string; label: string }[];
  topics: { landingPhrase: string; site: string }[];
  mainStory: StoryData & { byline: string; topicsInOrder: number[] };
  stories: (StoryData & { publishedAt: string })[];
  page: {
    layout: string[];
    relatedLinks: { kinds: string[]; limit: number };
    rails: { label: string; section: string; limit: number }[];
  };
}

interface StoryData {
  section: string;
  source?: string;
  title: string;
  dateline?: string;
  filedAt?: string;
  body: string[];
}

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const heading = (text: string) => ({ type: 'heading', level: 3, children: [{ type: 'text', text }] });
const CROSSHEAD = /^- (.+) -$/;

/** Paragraphs and `- crossheads -` as Strapi Blocks. */
export const toBlocks = (body: string[]) =>
  body.map((line) => {
    const crosshead = CROSSHEAD.exec(line);
    return crosshead ? heading(crosshead[1]) : paragraph(line);
  });

/** The notice with the parts that are data taken out again. */
function rightsTemplate({ site, sources }: Network): string {
  const { from, to, text } = site.rights;
  const list = (of: string[]) => new Intl.ListFormat(site.locale, { type: 'conjunction' }).format(of);
  const sentence = (kind: string, make: (codes: string, names: string) => string) => {
    const group = sources.filter((source) => source.kind === kind);
    return group.length > 0 ? make(list(group.map(({ code }) => code)), list(group.map(({ name }) => name))) : '';
  };
  const sentences = [
    sentence('wire', (codes, names) => `${codes} news wire stories are copyright ${names}.`),
    sentence('reports', (codes, names) => `${codes} news reports are copyright ${names}.`),
    sentence('public-domain', (codes) => `All ${codes} sourced material is public domain.`),
  ].filter(Boolean);
  return text
    .replace(`${from}-${to}`, '{years}')
    .replace(sentences.join(' '), '{sources}')
    .replaceAll(site.owner, '{owner}');
}

export interface Loaded {
  mainId: string;
  siteId: string;
  sections: Map<string, string>;
}

/** Loads a network through the public REST API, as any client would, and publishes its main story. */
export async function loadNetwork(api: Client, network: Network): Promise<Loaded> {
  const create = async (path: string, data: unknown): Promise<string> =>
    (await api.write('POST', `/api/${path}`, data)).documentId;
  const { site } = network;

  const sources = new Map<string, string>();
  for (const source of network.sources) sources.set(source.code, await create('sources', source));
  const places = new Map<string, string>();
  for (const place of network.datelines) places.set(String(place.city), await create('datelines', place));
  const authors = new Map<string, string>();
  for (const { givenName, familyName } of network.authors) {
    const name = `${givenName} ${familyName}`;
    authors.set(name.toLowerCase(), await create('authors', { name, familyName }));
  }

  const siteId = await create('sites', {
    name: site.name,
    owner: site.owner,
    tagline: site.tagline,
    language: site.locale,
    timezone: site.timezone,
    datelineStyle: site.datelineStyle,
    ...(site.url ? { url: site.url } : {}),
  });
  const sections = new Map<string, string>();
  for (const section of network.sections)
    sections.set(section.slug, await create('sections', { ...section, site: siteId }));
  const topics: string[] = [];
  for (const { landingPhrase } of network.topics) {
    topics.push(
      await create('topics', { name: landingPhrase, landingPhrase: `${landingPhrase} at {site}`, site: siteId })
    );
  }

  const { relatedLinks, rails } = network.page;
  const blocks: Record<string, Record<string, unknown>> = {
    'related-links': {
      heading: 'Related Links',
      stories: relatedLinks.kinds.includes('story'),
      landings: relatedLinks.kinds.includes('landing'),
      externals: relatedLinks.kinds.includes('external'),
      limit: relatedLinks.limit,
    },
    appeal: { heading: site.appeal?.heading, text: site.appeal?.paragraphs.join('\n\n'), offers: site.appeal?.offers },
    'section-teaser': { count: 1, length: site.excerptLength, cut: site.excerptCut, tail: site.excerptTail },
    comments: { text: site.commentsNotice },
    share: { heading: site.shareHeading, targets: site.shareTargets?.map((name) => ({ name })) },
    'headline-rails': { rails: rails.map((rail) => ({ ...rail, section: sections.get(rail.section) })) },
    rights: {
      from: site.rights.from,
      to: site.rights.to,
      template: rightsTemplate(network),
      sources: [...sources.values()],
    },
  };
  await api.write('PUT', `/api/sites/${siteId}`, {
    storyLayout: network.page.layout.map((name) => ({ __component: `story-blocks.${name}`, ...blocks[name] })),
  });

  const city = (dateline: string | undefined) => dateline?.split(' (')[0];
  const placesOf = (dateline: string | undefined) => {
    const id = places.get(city(dateline) ?? '');
    return id ? [id] : [];
  };
  for (const story of network.stories) {
    await create('articles', {
      title: story.title,
      section: sections.get(story.section),
      source: story.source ? sources.get(story.source) : undefined,
      datelines: placesOf(story.dateline),
      datelineDate: story.filedAt?.slice(0, 10),
      filedAt: story.publishedAt,
      body: toBlocks(story.body),
    });
  }

  const main = network.mainStory;
  const credits = main.byline
    .replace(/^By /, '')
    .split(/, | and /)
    .map((credit) => {
      const [name, location] = credit.split(' in ');
      return { author: authors.get(name.toLowerCase()), location };
    });
  const mainId = await create('articles?status=draft', {
    title: main.title,
    section: sections.get(main.section),
    topics: main.topicsInOrder.map((index) => topics[index]),
    source: sources.get(main.source ?? ''),
    datelines: placesOf(main.dateline),
    datelineDate: main.filedAt?.slice(0, 10),
    filedAt: `${main.filedAt}T09:00:00.000Z`,
    byline: credits,
    body: toBlocks(main.body),
  });
  await api.write('PUT', `/api/articles/${mainId}`, {});
  return { mainId, siteId, sections };
}
