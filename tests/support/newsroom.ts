import type { Data, Writer } from './writers';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
type Texts = Record<Language, Data>;

/** The document ids of a small newsroom of two sites in two languages. */
export interface Newsroom {
  tag: string;
  sites: { north: string; harbor: string };
  sections: { world: string; sport: string; port: string };
  topics: { ice: string; boats: string };
  authors: { ana: string; ben: string };
  places: { tromso: string; brest: string };
  sources: { npa: string; staff: string };
  /** Every story that was ever written, live or not. */
  stories: string[];
}

export const paragraphs = (...texts: string[]) =>
  texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

const WORDS = 'Fishing crews and the coast guard watched the ice drift south past the lighthouse on Tuesday night';

/** A story's fields in a language, for a newsroom's own sections, topics and people. */
export function storyData(room: Newsroom, language: Language, title: string, more: Data = {}): Data {
  return {
    title,
    body: paragraphs(`${WORDS}.`, language === 'fr' ? 'Le port reste ouvert.' : 'The port remains open.'),
    section: room.sections.world,
    topics: [room.topics.ice],
    source: room.sources.npa,
    datelines: [room.places.tromso],
    byline: [{ author: room.authors.ana }],
    ...more,
  };
}

/** A headline that is known as one of this newsroom's wherever it stands alone on a line. */
export const headline = (room: Newsroom, title: string) => `${title} (headline of ${room.tag})`;

let lastFiled = Date.parse('2026-03-01T08:00:00.000Z');
/** Filing times one minute apart, so that the order of stories is known. */
export function nextFiling(): string {
  lastFiled += 60_000;
  return new Date(lastFiled).toISOString();
}

/**
 * Writes a story in both languages.
 *
 * @returns Its document id.
 */
export async function writeStory(
  writer: Writer,
  room: Newsroom,
  title: string,
  more: Data = {},
  publish = true
): Promise<string> {
  const filed = { filedAt: nextFiling(), ...more };
  const id = await writer.create('articles', storyData(room, 'en', headline(room, title), filed), 'en', publish);
  room.stories.push(id);
  await writer.update(
    'articles',
    id,
    storyData(room, 'fr', headline(room, `${title} en français`), filed),
    'fr',
    !publish
  );
  return id;
}

const RAILS = (room: Newsroom) => ({
  __component: 'story-blocks.headline-rails',
  rails: [
    { label: '', section: room.sections.world, limit: 3 },
    { section: room.sections.sport, limit: 3 },
    { section: room.sections.port, limit: 3 },
  ],
});

/** What the sites show: related links, teasers and rails on stories, rails on fronts. */
export const layouts = (room: Newsroom): Data => ({
  storyLayout: [
    { __component: 'story-blocks.related-links', heading: 'Related', limit: 2 },
    { __component: 'story-blocks.section-teaser', section: room.sections.sport, count: 1, length: 60, cut: 'word' },
    RAILS(room),
    { __component: 'story-blocks.share', heading: 'Share', targets: [{ name: 'Reddit' }] },
    { __component: 'story-blocks.rights', from: 2001, to: 2026, sources: [room.sources.npa] },
  ],
  frontLayout: [RAILS(room), { __component: 'story-blocks.comments', text: 'Write to us' }],
});

/**
 * Writes a small newsroom: two sites, three sections, topics, authors, places and sources, all in both languages, and
 * six stories.
 *
 * @param tag - Tells its texts from those of other newsrooms in the same database.
 */
export async function foundNewsroom(writer: Writer, tag: string, { stories = true } = {}): Promise<Newsroom> {
  const both = async (plural: 'sites' | 'sections' | 'topics', texts: Texts) => {
    const id = await writer.create(plural, texts.en, 'en');
    await writer.update(plural, id, texts.fr, 'fr');
    return id;
  };
  const site = (name: string, url: string, style: string) => {
    const shared = { url, timezone: 'Europe/Oslo', datelineStyle: style, owner: `${name} ${tag} AS` };
    return both('sites', {
      en: { ...shared, name: `${name} ${tag}`, tagline: `News from ${name}`, language: 'en' },
      fr: { ...shared, name: `${name} ${tag} fr`, tagline: `Nouvelles de ${name}`, language: 'fr' },
    });
  };
  const sites = {
    north: await site('Northern', `https://north-${tag}.example`, 'smn'),
    harbor: await site('Harbor', `https://harbor-${tag}.example`, 'smn'),
  };
  const topic = (name: string, home: string) =>
    both('topics', {
      en: { name: `${name} ${tag}`, landingPhrase: `More on ${name} ${tag} at {site}`, site: home },
      fr: { name: `${name} ${tag} fr`, landingPhrase: `Tout sur ${name} ${tag} chez {site}`, site: home },
    });
  const topics = { ice: await topic('Ice', sites.north), boats: await topic('Boats', sites.harbor) };
  const section = (name: string, home: string) =>
    both('sections', {
      en: { name: `${name} ${tag}`, label: `${name.toUpperCase()} ${tag}`, site: home, topics: [topics.boats] },
      fr: { name: `${name} ${tag} fr`, label: '', site: home, topics: [topics.boats] },
    });
  const sections = {
    world: await section('World', sites.north),
    sport: await section('Sport', sites.north),
    port: await section('Port', sites.harbor),
  };
  const room: Newsroom = {
    tag,
    sites,
    sections,
    topics,
    authors: {
      ana: await writer.create('authors', { name: `Ana Lund ${tag}` }),
      ben: await writer.create('authors', { name: `Ben Roux ${tag}` }),
    },
    places: {
      tromso: await writer.create('datelines', {
        city: `Tromso ${tag}`,
        country: 'NO',
        timezone: 'Europe/Oslo',
        standsAlone: true,
      }),
      brest: await writer.create('datelines', {
        city: `Brest ${tag}`,
        country: 'FR',
        timezone: 'Europe/Paris',
        standsAlone: true,
      }),
    },
    sources: {
      npa: await writer.create('sources', { code: `NPA-${tag}`, name: `Northern Press ${tag}`, kind: 'wire' }),
      staff: await writer.create('sources', { code: `STF-${tag}`, name: `Staff ${tag}`, kind: 'staff' }),
    },
    stories: [],
  };
  for (const id of [sites.north, sites.harbor]) {
    for (const language of LANGUAGES) await writer.update('sites', id, layouts(room), language);
  }
  if (stories) {
    const ben = { byline: [{ author: room.authors.ben }], datelines: [room.places.brest] };
    await writeStory(writer, room, 'Ice closes the northern strait');
    await writeStory(writer, room, 'Ferries wait for an icebreaker', { topics: [room.topics.ice, room.topics.boats] });
    await writeStory(writer, room, 'Skiers open their season', { section: sections.sport, topics: [], ...ben });
    await writeStory(writer, room, 'Rowers train on the frozen river', { section: sections.sport, ...ben });
    await writeStory(writer, room, 'A new quay for larger boats', {
      section: sections.port,
      topics: [topics.boats],
      ...ben,
    });
    await writeStory(writer, room, 'Trawlers stay in port', { section: sections.port, topics: [topics.boats] });
  }
  return room;
}
