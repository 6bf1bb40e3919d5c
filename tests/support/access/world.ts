import type { Client } from '../client';
import { paragraphs } from '../newsroom';
import type { Running } from '../strapi';
import { wordsOf } from './words';

/** A story in each state that decides who may see it. */
export const STORIES = ['published', 'changed', 'draft', 'embargo', 'waiting', 'withheld', 'killed', 'french'] as const;
export type Story = (typeof STORIES)[number];

/** Stories that readers of no language may know of. */
export const HIDDEN: readonly Story[] = ['draft', 'embargo', 'waiting', 'withheld', 'killed'];

/** Stands for a story that is not written yet: an id like any other, which no document has. */
const nobodys = (story: Story) => `${story}nobodyhasthisdocument`.slice(0, 24).padEnd(24, 'z');

/** A network with a story in every state, in two moments: before its secrets are written, and after. */
export interface World {
  ids: Record<Story, string>;
  docs: Record<'section' | 'empty' | 'topic' | 'site' | 'author' | 'place' | 'source', string>;
  files: Record<'open' | Story, number>;
  user: { id: number; documentId: string };
  /** Whether its secrets are written. */
  secret: boolean;
}

interface FilesQuery {
  create(params: { data: Record<string, unknown> }): Promise<{ id: number; documentId: string }>;
}

/** A picture of the library, without the file itself. */
async function addFile({ strapi }: Running, word: string): Promise<number> {
  const files = strapi.documents('plugin::upload.file') as unknown as FilesQuery;
  const data = { name: `${word}.jpg`, hash: word, ext: '.jpg', mime: 'image/jpeg', size: 1, provider: 'local' };
  const url = `/uploads/${word}.jpg`;
  const text = { caption: `${word}caption`, alternativeText: `${word}alternative` };
  return (await files.create({ data: { ...data, ...text, url, width: 4, height: 3, folderPath: '/' } })).id;
}

type Field = (field: string) => string;
type Data = Record<string, unknown>;

/** A story's own fields, a word in each. */
const texts = (word: Field): Data => ({
  title: word('title'),
  slug: word('slug'),
  summary: word('summary'),
  bylineLabel: word('label'),
  body: paragraphs(`${word('body')} ships wait off the northern harbor for the ice to break.`),
  externalLinks: [{ title: word('linktitle'), url: `https://${word('linkurl')}.example/` }],
});

const byline = (world: Pick<World, 'docs'>, word: Field) => [
  { author: world.docs.author, location: word('location') },
  { name: word('credit'), role: word('role') },
];

const shared = ({ docs, files }: Pick<World, 'docs' | 'files'>, image: number = files.open): Data => ({
  section: docs.section,
  topics: [docs.topic],
  source: docs.source,
  datelines: [docs.place],
  image,
});

const OTHERS_WORDS = {
  site: { name: 'name', tagline: 'tagline' },
  topic: { name: 'name', slug: 'slug', landingPhrase: 'phrase' },
  author: { bio: 'bio', jobTitle: 'job', slug: 'slug' },
  dateline: { aliases: 'alias' },
};

/** Fields of another type's own, each with its word. */
const own = (kind: keyof typeof OTHERS_WORDS): Data =>
  Object.fromEntries(Object.entries(OTHERS_WORDS[kind]).map(([field, name]) => [field, wordsOf('own', kind)(name)]));

async function writeOthers(api: Client): Promise<World['docs']> {
  const create = async (path: string, data: Data) => (await api.write('POST', `/api/${path}`, data)).documentId;
  const inFrench = (path: string, id: string, data: Data) => api.write('PUT', `/api/${path}/${id}?locale=fr`, data);
  const site = await create('sites', { ...own('site'), url: 'https://open.example', language: 'en', timezone: 'UTC' });
  await inFrench('sites', site, { name: wordsOf('own', 'site')('fr'), url: 'https://open.example/fr' });
  const topic = await create('topics', { ...own('topic'), site });
  await inFrench('topics', topic, { name: wordsOf('own', 'topic')('fr'), site });
  const description = wordsOf('own', 'section')('description');
  const section = await create('sections', { name: 'Harbor', slug: 'harbor', label: 'HARBOR', description, site });
  await inFrench('sections', section, { name: 'Port', slug: 'port', label: 'PORT', site });
  const empty = await create('sections', {
    name: wordsOf('own', 'section')('name'),
    slug: 'empty',
    label: wordsOf('own', 'section')('label'),
    site,
  });
  const rails = { __component: 'story-blocks.headline-rails', rails: [{ section }, { section: empty }] };
  const teaser = { __component: 'story-blocks.section-teaser', count: 5 };
  const layout = [{ __component: 'story-blocks.related-links', limit: 20 }, teaser, rails];
  await api.write('PUT', `/api/sites/${site}`, { storyLayout: layout, frontLayout: [teaser, rails] });
  const author = await create('authors', {
    ...own('author'),
    name: 'Ana Lund',
    email: `${wordsOf('private', 'author')('before')}@open.example`,
  });
  const alias = wordsOf('own', 'dateline')('alias');
  const place = await create('datelines', { city: 'Brest', country: 'FR', timezone: 'Europe/Paris', aliases: [alias] });
  const source = await create('sources', { code: 'NPA', name: 'Northern Press', kind: 'wire' });
  return { site, topic, section, empty, author, place, source };
}

let filed = Date.parse('2026-03-01T08:00:00.000Z');
const nextFiling = () => {
  filed += 60_000;
  return new Date(filed).toISOString();
};

/** Writes what readers may see, and stories that they no longer may. */
export async function foundWorld(app: Running, api: Client): Promise<World> {
  const docs = await writeOthers(api);
  const files = { open: await addFile(app, wordsOf('open', '')('picture')) } as World['files'];
  for (const story of STORIES) files[story] = await addFile(app, wordsOf('file', story)('picture'));
  const publish = async (word: Field, image = files.open, locale = 'en') => {
    const data = { ...texts(word), ...shared({ docs, files }, image), filedAt: nextFiling() };
    const query = `locale=${locale}`;
    return (await api.write('POST', `/api/articles?${query}`, { ...data, byline: byline({ docs }, word) })).documentId;
  };
  const ids = { draft: nobodys('draft'), waiting: nobodys('waiting') } as World['ids'];
  ids.published = await publish(wordsOf('open', 'published'));
  ids.changed = await publish(wordsOf('open', 'changed'));
  ids.french = await publish(wordsOf('french', 'french'), files.open, 'fr');
  for (const story of ['embargo', 'withheld', 'killed'] as const) {
    ids[story] = await publish(wordsOf('before', story), files[story]);
  }
  const hold = (id: string, data: Data) => api.write('PUT', `/api/story-blocks/holds/${id}`, data);
  const note = (story: Story) => wordsOf('secret', story)('note');
  await hold(ids.embargo, {
    state: 'embargo',
    until: '2999-01-01T00:00:00Z',
    thenPublish: true,
    note: note('embargo'),
  });
  await hold(ids.withheld, { state: 'withheld', note: note('withheld') });
  await hold(ids.killed, { state: 'canceled', note: note('killed') });
  return { ids, docs, files, user: { id: 0, documentId: '' }, secret: false };
}

/** Writes the secrets: nothing that is published changes by it, so no reader's answer may. */
export async function writeSecrets(app: Running, api: Client, world: World): Promise<World> {
  const ids = { ...world.ids };
  const draft = (story: Story, image = world.files[story]): Data => {
    const word = wordsOf('secret', story);
    // Sorted by what they say, drafts would stand elsewhere than what is published: one first, the others last.
    const title = `${story === 'published' ? 'aa' : 'zz'} ${word('title')}`;
    return { ...texts(word), ...shared(world, image), byline: byline(world, word), title };
  };
  for (const story of ['changed', 'embargo', 'withheld', 'killed'] as const) {
    await api.write('PUT', `/api/articles/${ids[story]}?status=draft`, draft(story));
  }
  // One more language: a story that readers have in another one. Its picture is that of all languages.
  await api.write('PUT', `/api/articles/${ids.published}?status=draft&locale=fr`, draft('published', world.files.open));
  await api.write('PUT', `/api/articles/${ids.french}?status=draft&locale=en`, draft('french'));
  const create = async (story: Story): Promise<string> => {
    const data = { ...draft(story), filedAt: nextFiling() };
    return (await api.write('POST', '/api/articles?status=draft', data)).documentId;
  };
  ids.draft = await create('draft');
  ids.waiting = await create('waiting');
  const until = '2999-01-01T00:00:00Z';
  await api.write('PUT', `/api/story-blocks/holds/${ids.waiting}`, { state: 'embargo', until, thenPublish: true });
  // Past Strapi, so that nothing readable (when it was last changed) tells of it.
  await app.strapi.db
    .connection('authors')
    .where({ document_id: world.docs.author })
    .update({ email: `${wordsOf('private', 'author')('email')}@open.example` });
  return { ...world, ids, secret: true };
}

/** Ids that differ from one moment to the other, made equal. */
export function withoutIds(text: string, world: World): string {
  let plain = text;
  for (const story of ['draft', 'waiting'] as const) plain = plain.replaceAll(world.ids[story], `<${story}>`);
  return plain;
}
