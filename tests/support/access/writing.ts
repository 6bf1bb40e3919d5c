import type { Core } from '@strapi/strapi';
import { type Answer, createClient } from '../client';
import type { Running } from '../strapi';
import type { Caller } from './callers';
import { type Field, type GraphqlSchema, named } from './graphql-schema';
import { createGuide, type Guide, nest, write } from './queries';
import type { Question } from './rest-questions';
import type { Route } from './routes';
import { WORDS } from './words';
import type { World } from './world';

type Method = 'POST' | 'PUT' | 'DELETE';

/** A write, and what came back. */
export interface Written {
  question: Question;
  answer: Answer;
}

/** Everything that stands in the tables of stories and holds: what a refused write must leave as it was. */
export async function stateOf(strapi: Core.Strapi): Promise<string> {
  const tables = ['articles', 'sections', 'topics', 'sites', 'authors', 'sources', 'datelines', 'story_blocks_holds'];
  const rows = await Promise.all(tables.map((name) => strapi.db.connection(name).select('*')));
  return JSON.stringify(rows.map((table) => table.map((row) => JSON.stringify(row)).sort()));
}

const idFor = (path: string, world: World): string =>
  path.includes('/sections')
    ? world.docs.section
    : path.includes('/upload')
      ? String(world.files.open)
      : world.ids.published;

/** Tries every route that writes. */
export async function tryWrites(app: Running, caller: Caller, routes: Route[], world: World): Promise<Written[]> {
  const client = createClient(app, caller.token);
  const tried: Written[] = [];
  for (const { method, path, owner } of routes.filter((route) => route.method !== 'GET')) {
    // Logging in and registering are for everybody whom the application lets.
    if (owner === 'plugin::users-permissions' && path.startsWith('/api/auth/')) continue;
    const address = path.replace(/:\w+/g, idFor(path, world));
    const body = method === 'DELETE' ? undefined : { data: { title: 'x', name: 'x', state: 'withheld' } };
    const answer = await client.send(method as Method, address, body);
    tried.push({ question: { route: `${method} ${path}`, path: address }, answer });
  }
  return tried;
}

/** A value that fits the type of an argument. */
function valueFor(schema: GraphqlSchema, field: Field, argument: string, world: World): string {
  const type = named(field.args.find(({ name }) => name === argument)?.type ?? { kind: '', name: '', ofType: null });
  if (type === 'ID') return JSON.stringify(field.name.endsWith('Section') ? world.docs.section : world.ids.published);
  const inputs = schema.types.get(type)?.inputFields;
  if (!inputs) return '"x"';
  const needed = inputs.filter(schema.isRequired).map(({ name }) => `${name}: "x"`);
  return `{ ${needed.join(', ')} }`;
}

/** Logging in and what belongs to it is for everybody. */
const OF_LOGGING_IN = ['login', 'register', 'forgotPassword', 'resetPassword', 'changePassword', 'emailConfirmation'];

/** Every mutation, with what it needs and as little as it needs. */
export function mutations(schema: GraphqlSchema, world: World): Question[] {
  const fields = schema.types.get('Mutation')?.fields ?? [];
  return fields
    .filter(({ name }) => !OF_LOGGING_IN.includes(name))
    .map((field) => {
      const args = field.args
        .filter(schema.isRequired)
        .map(({ name }) => `${name}: ${valueFor(schema, field, name, world)}`);
      const given = args.length > 0 ? `(${args.join(', ')})` : '';
      const selection = schema.isLeaf(field.type) ? '' : ` { ${schema.everything(schema.typeOf(field.type), 0)} }`;
      return {
        route: `Mutation.${field.name}`,
        path: '/graphql',
        graphql: `mutation { ${field.name}${given}${selection} }`,
      };
    });
}

const OBJECTS: Record<string, keyof World['docs']> = {
  'api::section.section': 'section',
  'api::topic.topic': 'topic',
  'api::site.site': 'site',
  'api::author.author': 'author',
  'api::dateline.dateline': 'place',
  'api::source.source': 'source',
};

/** A write, and beside it the same with a word that nothing holds. */
export interface WritersQuestion {
  path: string;
  twin?: string;
}

/** What a writer asks back of an entry: all that leads to stories, as drafts, filtered by what a draft says. */
function askBack(guide: Guide, uid: string, path: string): WritersQuestion[] {
  const filter = (name: string, way: string[], word: string): string =>
    `${path}?${write({ populate: { [name]: { filters: nest([...way, 'title'], { $contains: word }) } } })}`;
  const steps = guide.steps(uid).filter(([, { target }]) => target?.startsWith('api::'));
  const filtered = steps.flatMap(([name, { target }]) =>
    guide
      .waysToStories(target as string, 2)
      .slice(0, 2)
      .map((way) => ({ path: filter(name, way, WORDS.secret), twin: filter(name, way, 'zqnothing') }))
  );
  const populates = steps.map(([name]) => write({ populate: { [name]: { populate: '*' } } }));
  const drafts = ['status=draft', 'status=Draft', 'status[]=draft'].map((status) => `${status}&populate=*`);
  return [...['populate=*', ...populates, ...drafts].map((query) => ({ path: `${path}?${query}` })), ...filtered];
}

/** Everything that a writer asks back by REST; what it writes is nothing new. */
export function writersQuestions(strapi: Core.Strapi, world: World): WritersQuestion[] {
  const guide = createGuide(strapi);
  const others = Object.entries(OBJECTS).flatMap(([uid, kind]) => {
    const { info } = strapi.contentTypes[uid as never] as unknown as { info: { pluralName: string } };
    return askBack(guide, uid, `/api/${info.pluralName}/${world.docs[kind]}`);
  });
  // The English of a story whose French is a secret.
  const story = askBack(guide, 'api::article.article', `/api/articles/${world.ids.published}`);
  const asDraft = ({ path, twin }: WritersQuestion): WritersQuestion => ({
    path: `${path}&status=draft`,
    ...(twin ? { twin: `${twin}&status=draft` } : {}),
  });
  return [...others, ...story, ...story.filter(({ path }) => !path.includes('status')).map(asDraft)];
}

/** Mutations of mapped types that give back all that an entry leads to. */
export function writersMutations(schema: GraphqlSchema, world: World): Question[] {
  const updates = (schema.types.get('Mutation')?.fields ?? []).filter(({ name }) =>
    /^update(?!Users|Upload|I18|Review)/.test(name)
  );
  const id = (field: Field): string | undefined => {
    const kind = named(field.type).toLowerCase();
    if (kind === 'article') return world.ids.published;
    return world.docs[(kind === 'dateline' ? 'place' : kind) as keyof World['docs']];
  };
  return updates.flatMap((field) => {
    const documentId = id(field);
    if (!documentId) return [];
    const type = schema.typeOf(field.type);
    const status = named(field.type) === 'Article' ? ', status: DRAFT' : '';
    const call = (selection: string) =>
      `mutation { ${field.name}(documentId: "${documentId}", data: {}${status}) { ${selection} } }`;
    const fields = (type.fields ?? []).filter((one) => !schema.isLeaf(one.type) && !one.args.some(schema.isRequired));
    return fields.map((one) => ({
      route: `Mutation.${field.name}`,
      path: '/graphql',
      graphql: call(`documentId ${one.name} { ${schema.everything(schema.typeOf(one.type), 1)} }`),
    }));
  });
}
