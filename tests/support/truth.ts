import { expect } from 'vitest';
import type { Answer, Client, Json } from './client';
import { headline, type Language, type Newsroom } from './newsroom';

/** What Strapi's own routes say of a published story: the plain truth that every block is held against. */
export interface Live {
  documentId: string;
  title: string;
  slug: string;
  body: unknown;
  sortAt: number;
  kicker: string | null;
  sectionId: string | null;
  topicIds: string[];
  authorIds: string[];
  authors: string[];
  cities: string[];
  source: string | null;
  url: string;
  image: { url: string; alternativeText: string | null } | null;
}

const PLURALS = ['sections', 'topics', 'sites', 'authors'] as const;
type Entries = Map<string, Json>;

/** Everything that is published in a language. */
export interface Truth {
  language: Language;
  live: Live[];
  sections: Entries;
  topics: Entries;
  sites: Entries;
  authors: Entries;
}

const POPULATE = [
  'populate[section][populate][0]=site',
  'populate[topics][fields][0]=name',
  'populate[byline][populate][0]=author',
  'populate[datelines][fields][0]=city',
  'populate[source][fields][0]=code',
  'populate[image][fields][0]=url',
  'populate[image][fields][1]=alternativeText',
].join('&');

async function everything(api: Client, path: string): Promise<Json[]> {
  const found: Json[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await api.get(`${path}&pagination[pageSize]=100&pagination[page]=${page}`);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.text}`);
    found.push(...answer.body.data);
    if (page >= answer.body.meta.pagination.pageCount) return found;
  }
}

function addressOf(article: Json): string {
  const { section, slug } = article;
  const path = [section?.slug, slug].filter(Boolean).map(encodeURIComponent).join('/');
  return `${section?.site?.url ?? ''}/${path}`;
}

function toLive(article: Json): Live {
  const { section, image } = article;
  return {
    documentId: article.documentId,
    title: article.title,
    slug: article.slug,
    body: article.body ?? [],
    sortAt: Date.parse(article.filedAt ?? article.createdAt),
    kicker: section ? section.label || section.name : null,
    sectionId: section?.documentId ?? null,
    topicIds: (article.topics ?? []).map((topic: Json) => topic.documentId),
    authorIds: (article.byline ?? []).flatMap((credit: Json) => credit.author?.documentId ?? []),
    authors: (article.byline ?? []).flatMap((credit: Json) => credit.author?.name ?? credit.name ?? []),
    cities: (article.datelines ?? []).map((place: Json) => place.city),
    source: article.source?.code ?? null,
    url: addressOf(article),
    image: image ? { url: image.url, alternativeText: image.alternativeText || null } : null,
  };
}

/** Asks Strapi's own routes, not the plugin's, what is published. */
export async function askTruth(api: Client, language: Language): Promise<Truth> {
  const reading = PLURALS.map(async (plural): Promise<[(typeof PLURALS)[number], Entries]> => {
    const locale = plural === 'authors' ? '' : `&locale=${language}`;
    const populate = {
      sections: '&populate[0]=site&populate[1]=topics',
      topics: '&populate[0]=site',
      sites: '',
      authors: '',
    }[plural];
    const found = await everything(api, `/api/${plural}?sort=documentId${locale}${populate}`);
    return [plural, new Map(found.map((entry) => [entry.documentId, entry]))];
  });
  const articles = everything(api, `/api/articles?locale=${language}&status=published&${POPULATE}`);
  const entries = Object.fromEntries(await Promise.all(reading)) as Record<(typeof PLURALS)[number], Entries>;
  const live = (await articles).map(toLive);
  live.sort((a, b) => b.sortAt - a.sortAt || (a.documentId < b.documentId ? 1 : -1));
  return { language, live, ...entries };
}

/** Reads as a browser does: it asks again with the tag of the copy it has, and keeps that copy when told to. */
export interface Reader {
  read(path: string, headers?: Record<string, string>): Promise<Answer>;
}

export function createReader(api: Client): Reader {
  const copies = new Map<string, Answer>();
  return {
    async read(path, headers = {}) {
      const key = `${path} ${headers.Accept ?? ''}`;
      const copy = copies.get(key);
      const tag = copy?.headers.get('etag');
      const answer = await api.get(path, { ...headers, ...(tag ? { 'If-None-Match': tag } : {}) });
      if (answer.status === 304 && copy) return copy;
      if (answer.status === 200) copies.set(key, answer);
      else copies.delete(key);
      return answer;
    },
  };
}

/** Stories that a page shows, in their order, its own included. */
export function shownOn(data: Json): { documentId: string; title: string }[] {
  const shown: { documentId: string; title: string }[] = [];
  const walk = (value: Json) => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && typeof value.documentId === 'string' && typeof value.title === 'string')
      shown.push(value);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(data.story ?? null);
  walk(data.teasers ?? null);
  walk(data.blocks ?? null);
  return shown;
}

const pick = ({ documentId, title }: { documentId: string; title: string }) => ({ documentId, title });

/** The parts of a story that each block shows the same. */
function expectFrame(frame: Json, story: Live, where: string): void {
  expect(frame.title, where).toBe(story.title);
  if ('kicker' in frame) expect(frame.kicker, where).toBe(story.kicker);
  if ('url' in frame) expect(frame.url, where).toBe(story.url);
  if ('image' in frame) {
    const image = frame.image ? { url: frame.image.url, alternativeText: frame.image.alternativeText } : null;
    expect(image, `${where}, image`).toEqual(story.image);
  }
  if ('dateline' in frame) {
    if (story.cities.length === 0) expect(frame.dateline, `${where}, dateline`).toBeNull();
    // Some styles write the city in capitals.
    const dateline = frame.dateline?.toLowerCase() ?? '';
    for (const city of story.cities) expect(dateline, `${where}, dateline`).toContain(city.toLowerCase());
    if (story.cities.length > 0 && story.source)
      expect(dateline, `${where}, dateline`).toContain(story.source.toLowerCase());
  }
}

export interface Checked {
  room: Newsroom;
  api: Client;
  reader: Reader;
  /** Whether the worker has done what may be done a little later. */
  settled?: boolean;
  /** Stories to look at; all of the newsroom's where it is left out. */
  only?: string[];
}

/** How long links may be ranked anew after a bulk action on a busy machine. */
const PATIENCE_MS = 60_000;

/** Holds every page, text edition, list and front of a newsroom against what Strapi says is published in a language. */
export async function expectTruth({ room, api, reader, settled, only }: Checked, language: Language): Promise<Truth> {
  const truth = await askTruth(api, language);
  const live = new Map(truth.live.map((story) => [story.documentId, story]));
  const expectShown = (data: Json, where: string) => {
    const shown = shownOn(data);
    for (const { documentId, title } of shown) {
      expect(live.get(documentId)?.title, `${where} shows ${documentId} "${title}"`).toBe(title);
    }
    const ids = shown.map(({ documentId }) => documentId);
    expect(new Set(ids).size, `${where} shows a story twice: ${ids.join(' ')}`).toBe(ids.length);
  };

  await Promise.all([
    ...(only ?? room.stories).map(expectStory),
    ...Object.values(room.sections).map(expectSection),
    ...Object.values(room.topics).map((id) => expectSubject('topics', id)),
    ...Object.values(room.authors).map((id) => expectSubject('authors', id)),
  ]);
  return truth;

  async function expectStory(id: string): Promise<void> {
    const where = `story ${id} in ${language}`;
    const path = `/api/story-blocks/pages/${id}?locale=${language}`;
    const story = live.get(id);
    let page = await reader.read(path);
    let text = await reader.read(path, { Accept: 'text/plain' });
    // Links are ranked meanwhile: the two editions are compared only where they are of one generation.
    for (const patience = Date.now() + PATIENCE_MS; Date.now() < patience; ) {
      const again = await reader.read(path);
      const textAgain = await reader.read(path, { Accept: 'text/plain' });
      if (again.body?.meta?.generation === page.body?.meta?.generation && textAgain.text === text.text) break;
      [page, text] = [again, textAgain];
    }
    if (!story) {
      const related = await reader.read(`/api/story-blocks/related/${id}?locale=${language}`);
      expect([page.status, text.status, related.status], `${where}, which is not published`).toEqual([404, 404, 404]);
      return;
    }
    expect([page.status, text.status], where).toEqual([200, 200]);
    const { data } = page.body;
    expectFrame(data.story, story, where);
    expect(data.story.documentId).toBe(id);
    expect(data.story.slug, where).toBe(story.slug);
    expect(data.story.body, `${where}, body`).toEqual(story.body);
    expect(data.story.source?.code ?? null, `${where}, source`).toBe(story.source);
    for (const author of story.authors) expect(data.story.byline, `${where}, byline`).toContain(author);
    if (story.authors.length === 0) expect(data.story.byline, `${where}, byline`).toBeNull();
    const site = story.sectionId ? truth.sections.get(story.sectionId)?.site : null;
    expect(data.site?.name ?? null, `${where}, site`).toBe(site?.name ?? null);
    expectShown(data, where);
    for (const block of data.blocks) {
      for (const one of [...(block.links ?? []), ...(block.teasers ?? [])]) {
        const target = live.get(one.documentId);
        if (target) expectFrame(one, target, `${block.type} of ${where}`);
      }
      for (const rail of block.rails ?? []) expectRail(rail, `${block.type} of ${where}`);
    }
    expectText(text.text, data, where);
    const related = await reader.read(`/api/story-blocks/related/${id}?locale=${language}&limit=50`);
    for (const link of related.body.data.filter(({ kind }: Json) => kind === 'story')) {
      expect(live.get(link.documentId)?.title, `related of ${where}`).toBe(link.title);
      expect(link.documentId, `related of ${where}`).not.toBe(id);
      expectFrame(link, live.get(link.documentId) as Live, `related of ${where}`);
    }
    expectLandings(related.body.data, story, `related of ${where}`);
    // Once a test: it is the same page.
    if (!settled) return;
    const bySlug = await reader.read(
      `/api/story-blocks/pages?slug=${encodeURIComponent(story.slug)}&locale=${language}`
    );
    expect(bySlug.body?.data?.story?.documentId, `${where} by its slug`).toBe(id);
  }

  function expectRail(rail: Json, where: string): void {
    if (!rail.section) return;
    const section = [...truth.sections.values()].find(({ slug }) => slug === rail.section.slug);
    expect(section, `${where}: no section has the slug ${rail.section.slug}`).toBeDefined();
    expect(rail.section.name, where).toBe(section.name);
    for (const { documentId } of rail.headlines) {
      expect(live.get(documentId)?.sectionId, `${where}, rail ${rail.label}`).toBe(section.documentId);
    }
  }

  /** No line of the text edition is a headline that is not live, and every headline of the page is a line. */
  function expectText(text: string, data: Json, where: string): void {
    const lines = new Set(text.split('\n'));
    for (const { title } of shownOn(data)) expect(lines, `${where}, text edition`).toContain(title);
    if (data.story.kicker) expect(lines, `${where}, text edition`).toContain(data.story.kicker);
    if (data.story.byline) expect(lines, `${where}, text edition`).toContain(data.story.byline);
    const { dateline, datelineRunsIn } = data.story;
    if (datelineRunsIn) expect(text, `${where}, text edition`).toContain(`\n${dateline}`);
    else if (dateline) expect(lines, `${where}, text edition`).toContain(dateline);
    const titles = new Set(truth.live.map(({ title }) => title));
    for (const line of lines) {
      if (line.endsWith(headline(room, ''))) expect(titles, `${where}, text edition`).toContain(line);
    }
  }

  function expectLandings(links: Json[], story: Live, where: string): void {
    const section = story.sectionId ? truth.sections.get(story.sectionId) : null;
    const topicIds: string[] =
      story.topicIds.length > 0 ? story.topicIds : (section?.topics ?? []).map(({ documentId }: Json) => documentId);
    // That a story's last topic is gone, so that its section's stand in, may be seen a little later.
    if (story.topicIds.length === 0 && !settled) return;
    const expected = topicIds.flatMap((id) => truth.topics.get(id) ?? []).filter(({ landingPhrase }) => landingPhrase);
    const landings = links.filter(({ kind }) => kind === 'landing').map(({ title }) => title);
    const home = (topic: Json) => topic.site?.name ?? section?.site?.name ?? '';
    expect(landings, where).toEqual(expected.map((topic) => topic.landingPhrase.replace('{site}', home(topic)).trim()));
  }

  async function expectSection(id: string): Promise<void> {
    const where = `section ${id} in ${language}`;
    const section = truth.sections.get(id);
    const inLanguage = `locale=${language}&limit=50`;
    const front = await reader.read(`/api/story-blocks/fronts/sections/${id}?locale=${language}&pageSize=50`);
    if (!section) {
      const teasers = await reader.read(`/api/story-blocks/teasers?section=${id}&${inLanguage}`);
      const rails = await reader.read(`/api/story-blocks/rails?sections=${id}&${inLanguage}`);
      expect([front.status, teasers.status, rails.status], `${where}, which does not exist`).toEqual([404, 404, 404]);
      return;
    }
    expect(front.status, where).toBe(200);
    const expected = truth.live.filter((story) => story.sectionId === id);
    const list = expected.slice(0, 50).map(pick);
    expect(front.body.data.teasers.map(pick), `front of ${where}`).toEqual(list);
    expect(front.body.data.subject.name, `front of ${where}`).toBe(section.name);
    expect(front.body.meta.pagination.total, `front of ${where}`).toBe(expected.length);
    expectShown(front.body.data, `front of ${where}`);
    for (const teaser of front.body.data.teasers) {
      expectFrame(teaser, live.get(teaser.documentId) as Live, `front of ${where}`);
    }
    if (!settled) return;
    const teasers = await reader.read(`/api/story-blocks/teasers?section=${id}&${inLanguage}`);
    const rails = await reader.read(`/api/story-blocks/rails?sections=${id}&${inLanguage}`);
    expect(teasers.body.data.map(pick), `teasers of ${where}`).toEqual(list);
    expect(rails.body.data[0].headlines.map(pick), `rail of ${where}`).toEqual(list);
    expect(rails.body.data[0].label, `rail of ${where}`).toBe(section.label || section.name);
    const bySlug = await reader.read(
      `/api/story-blocks/fronts/sections/${encodeURIComponent(section.slug)}?locale=${language}`
    );
    expect(bySlug.body?.data?.subject?.documentId, `front of ${where} by its slug`).toBe(id);
  }

  async function expectSubject(plural: 'topics' | 'authors', id: string): Promise<void> {
    const where = `front of ${plural} ${id} in ${language}`;
    const subject = truth[plural].get(id);
    const front = await reader.read(`/api/story-blocks/fronts/${plural}/${id}?locale=${language}&pageSize=50`);
    expect(front.status, where).toBe(subject ? 200 : 404);
    if (!subject) return;
    const expected = truth.live.filter((story) =>
      (plural === 'topics' ? story.topicIds : story.authorIds).includes(id)
    );
    expect(front.body.data.teasers.map(pick), where).toEqual(expected.map(pick));
    expect(front.body.data.subject.name, where).toBe(subject.name);
    expectShown(front.body.data, where);
  }
}
