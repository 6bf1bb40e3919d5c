import {
  DRAFT_SPELLINGS,
  filterForms,
  type Guide,
  nest,
  PUBLICATION_FILTERS,
  type Query,
  sortForms,
  write,
} from './queries';
import { ownPlugins, type Route } from './routes';
import { sample } from './sample';
import { WORDS, wordsOf } from './words';
import { STORIES, type World } from './world';

/** Something that is asked of the application. */
export interface Question {
  /** The route, or the GraphQL field. */
  route: string;
  path: string;
  headers?: Record<string, string>;
  /** A GraphQL query, sent to `path`. */
  graphql?: string;
}

const STORY = 'api::article.article';
const FILE = 'plugin::upload.file';

/** The content type that a route of Strapi's own making is about. */
function modelOf({ owner, handler }: Route): string | undefined {
  if (owner.startsWith('api::')) return handler.slice(0, handler.lastIndexOf('.'));
  if (owner === 'plugin::upload') return FILE;
  if (owner === 'plugin::users-permissions' && /^(user|role)\./.test(handler)) {
    return `plugin::users-permissions.${handler.split('.')[0]}`;
  }
  return undefined;
}

/** Ids of what a type holds, as its routes take them. */
function idsOf(uid: string | undefined, world: World): string[] {
  const { docs, ids, files, user } = world;
  const known: Record<string, string[]> = {
    [STORY]: STORIES.map((story) => ids[story]),
    'api::section.section': [docs.section, docs.empty],
    'api::topic.topic': [docs.topic],
    'api::site.site': [docs.site],
    'api::author.author': [docs.author],
    'api::dateline.dateline': [docs.place],
    'api::source.source': [docs.source],
    [FILE]: [String(files.open), String(files.killed)],
    'plugin::users-permissions.user': [String(user.id)],
    'plugin::users-permissions.role': ['1'],
  };
  return known[uid ?? ''] ?? [];
}

/** What may stand for a part of a path; none where this test knows no such part. */
function valuesOf(part: string, route: Route, world: World): string[] {
  const { docs, ids } = world;
  const own = (kind: string) => wordsOf('own', kind)('slug');
  const known: Record<string, string[]> = {
    ':documentId': STORIES.map((story) => ids[story]),
    ':named': ['harbor', 'empty', docs.section, docs.topic, docs.author, own('topic'), own('author')],
    ':uid': [STORY, 'story.credit'],
    ':provider': ['email'],
    '(.*)': ['email'],
    ':id': idsOf(modelOf(route), world),
  };
  return known[part] ?? [];
}

/** The addresses of a route, its parts filled in; none where it has a part that this test does not know. */
export function addressesOf(route: Route, world: World): string[] {
  return route.path.split('/').reduce<string[]>(
    (addresses, part) => {
      const values = /^[:(]/.test(part) ? valuesOf(part, route, world) : [part];
      return addresses.flatMap((address) =>
        values.map((value) => (address === '' && value === '' ? '/' : `${address.replace(/\/$/, '')}/${value}`))
      );
    },
    ['']
  );
}

const anyOf = (query: string) => (query ? `?${query}` : '');

/** Everything of one step, and of one step within a step: one query each, since one that is refused refuses all. */
function populates(uid: string, guide: Guide): Query[] {
  const found: Query[] = [{ populate: '*' }, { populate: guide.deepPopulate(uid, 1) }];
  for (const [name, attribute] of guide.steps(uid)) {
    found.push(
      { populate: name },
      { populate: { [name]: { populate: '*' } } },
      { populate: { [name]: { count: 'true' } } },
      { populate: { [name]: { fields: 'id', publicationFilter: 'never-published', hasPublishedVersion: 'false' } } }
    );
    const target = guide.targetOf(attribute);
    const ways = target ? guide.waysToStories(target, 2) : [];
    if (target === STORY || ways.length > 0) {
      for (const status of ['draft', 'Draft', '']) found.push({ populate: { [name]: { status } } });
      found.push({ populate: { [name]: { status: { $eq: 'draft' } } } });
    }
    for (const way of ways.slice(0, target === STORY ? 3 : 1)) {
      found.push(
        { populate: { [name]: { filters: nest([...way, 'title'], { $contains: WORDS.secret }) } } },
        { populate: { [name]: { filters: { $or: { 0: nest([...way, 'slug'], { $contains: WORDS.secret }) } } } } },
        { populate: { [name]: { sort: [...way, 'title'].join('.') } } },
        {
          populate: nest([name, 'populate', way.slice(0, 1).join('')], {
            filters: { title: { $contains: WORDS.secret } },
          }),
        }
      );
    }
  }
  for (const [zone, attribute] of Object.entries(guide.model(uid)?.attributes ?? {})) {
    for (const part of attribute.type === 'dynamiczone' ? (attribute.components ?? []) : []) {
      const [way] = guide.waysToStories(part, 2);
      if (!way) continue;
      const of = (query: Query): Query => ({
        populate: { [zone]: { on: { [part]: { populate: { [way[0]]: query } } } } },
      });
      const secret = nest([...way.slice(1), 'title'], { $contains: WORDS.secret });
      found.push(of({ populate: '*' }), of({ filters: secret }), of({ sort: [...way.slice(1), 'title'].join('.') }));
    }
  }
  return found;
}

/** Filters and sorts on a type's own fields, and through every way that leads from it to stories. */
function oracles(uid: string, guide: Guide): string[] {
  const full = wordsOf('secret', 'changed')('title');
  const own = guide
    .textFields(uid)
    .flatMap((path) => [
      write(filterForms(path, full)[0]),
      ...(uid === STORY ? [write(filterForms(path, full)[3])] : []),
      sortForms(path)[0],
    ]);
  const ways = guide.waysToStories(uid).slice(0, 12);
  const through = ways.flatMap((way, index) => {
    const title = [...way, 'title'];
    if (index > 2) return [write(filterForms(title, full)[0]), sortForms(title)[1]];
    const more = guide.textFields(STORY).map((path) => write(filterForms([...way, ...path], full)[0]));
    const state = (condition: Query) => write({ filters: nest(way, condition) });
    return [
      ...filterForms(title, full).map((form) => write(form)),
      ...more,
      ...sortForms(title),
      state({ publishedAt: { $null: 'true' } }),
      state({ id: { $notNull: 'true' } }),
      state({ locale: { $eq: 'fr' }, publishedAt: { $null: 'true' } }),
    ];
  });
  return [...own, ...through];
}

/** What is asked of a list of entries, or of one, by Strapi's own routes. */
function ofEntries(route: Route, uid: string, world: World, guide: Guide, turn: number): Question[] {
  const addresses = addressesOf(route, world);
  const isList = addresses.length === 1 && !/[:(]/.test(route.path);
  const asked = populates(uid, guide).map((populate) => write(populate));
  const name = `${route.method} ${route.path}`;
  const question = (address: string, query: string): Question => ({ route: name, path: `${address}${anyOf(query)}` });
  const [first = '', second = first] = addresses;
  // Of roles, and of one user, what a reader can ask is the same as of users.
  if (uid.endsWith('.role'))
    return addresses.flatMap((address) => sample(asked, 2, turn).map((query) => question(address, query)));

  const everywhere = [
    '',
    'populate=*',
    'status=draft',
    'status=draft&populate=*',
    'locale=fr',
    'locale=*',
    'locale[]=fr',
    ...(uid === STORY
      ? ['include=related,teaser', 'status=draft&include=related,teaser', 'locale=fr&include=teaser']
      : []),
  ];
  const once = [
    ...asked,
    ...asked.slice(0, 2).flatMap((populate) => [`status=draft&${populate}`, `locale=fr&${populate}`]),
    ...DRAFT_SPELLINGS.map((status) => `${status}&populate=*`),
    ...(uid === STORY ? DRAFT_SPELLINGS : []),
    ...PUBLICATION_FILTERS.map((filter) => `publicationFilter=${filter}&populate=*`),
    ...['true', 'false'].map((value) => `hasPublishedVersion=${value}&populate=*`),
  ];
  const listed = isList
    ? [
        ...oracles(uid, guide),
        ...Object.values(WORDS).map((word) => `_q=${word}`),
        `_q=${WORDS.secret}&status=Draft`,
        'sort=status',
        'sort=status:desc',
        'pagination[withCount]=true&pagination[pageSize]=1',
        'pagination[start]=0&pagination[limit]=-1',
        'fields=*',
        'filters[publishedAt][$null]=true',
        'filters[$or][0][publishedAt][$null]=true',
        `filters[documentId][$in][0]=${world.ids.killed}&filters[documentId][$in][1]=${world.ids.draft}`,
      ]
    : [];
  const v4 = { 'strapi-response-format': 'v4', 'strapi-encode-source-maps': 'true' };
  return [
    ...addresses.flatMap((address) => everywhere.map((query) => question(address, query))),
    ...(uid === STORY ? [...once, ...listed] : sample([...once, ...listed], 4, turn)).map((query) =>
      question(second, query)
    ),
    { ...question(second, 'populate=*'), headers: v4 },
    { ...question(second, 'status=draft'), headers: v4 },
  ];
}

/** What is asked of our own routes: whatever they may take, in every spelling of a draft. */
function ofOurs(route: Route, world: World): Question[] {
  const name = `${route.method} ${route.path}`;
  const { docs, ids } = world;
  const slugs = STORIES.flatMap((story) => [
    wordsOf('secret', story)('slug'),
    wordsOf('before', story)('slug'),
    wordsOf('open', story)('slug'),
  ]);
  const isList = !route.path.includes(':');
  const plain = isList
    ? [
        '',
        'slug=zqopenpublishedslug',
        'sections=harbor',
        `sections=${docs.section},empty`,
        'section=harbor',
        'section=empty',
      ]
    : [''];
  const base = isList ? 'slug=zqopenpublishedslug&sections=harbor&section=harbor' : '';
  const some = [
    `site=${docs.site}`,
    `site=${wordsOf('own', 'site')('name')}`,
    'type=api::article.article',
    'date=2026-03-01',
    'limit=50',
    'kinds=story,landing,external',
    `exclude=${ids.published}`,
    'populate=*',
    'populate[localizations]=true&filters[title][$contains]=zqsecret',
  ];
  const more = isList ? [...some.map((query) => `${base}&${query}`), ...slugs.map((slug) => `slug=${slug}`)] : some;
  const [, second = ''] = addressesOf(route, world);
  const join = (...parts: string[]) => parts.filter(Boolean).join('&');
  return addressesOf(route, world).flatMap((address) => {
    const isOnce = isList || address === second;
    const queries = [
      ...plain.flatMap((query) => [
        query,
        join(query, 'locale=fr'),
        join(query, 'status=draft'),
        join(query, 'status=Draft'),
      ]),
      ...(isOnce ? DRAFT_SPELLINGS.map((status) => join(base, status)) : []),
      ...(isOnce ? more : []),
    ];
    const asked = [...new Set(queries)].map((query): Question => ({ route: name, path: `${address}${anyOf(query)}` }));
    const texts = plain.map(
      (query): Question => ({
        route: name,
        path: `${address}${anyOf(query)}`,
        headers: { Accept: 'text/plain' },
      })
    );
    return [...asked, ...texts];
  });
}

/** Routes that Strapi's plugins add, about no content type. */
const ofOthers = (route: Route, world: World): Question[] =>
  addressesOf(route, world).flatMap((address) =>
    ['', 'populate=*', 'status=draft&populate=*', `filters[title][$contains]=${WORDS.secret}`].map((query) => ({
      route: `${route.method} ${route.path}`,
      path: `${address}${anyOf(query)}`,
    }))
  );

/** Every question by REST, made of the running application's routes and schemas. */
export function restQuestions(
  routes: Route[],
  world: World,
  guide: Guide,
  strapi: Parameters<typeof ownPlugins>[0]
): Question[] {
  const ours = new Set(ownPlugins(strapi).map((name) => `plugin::${name}`));
  return routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route, turn) => {
      if (ours.has(route.owner)) return ofOurs(route, world);
      const uid = modelOf(route);
      return uid ? ofEntries(route, uid, world, guide, turn) : ofOthers(route, world);
    });
}
