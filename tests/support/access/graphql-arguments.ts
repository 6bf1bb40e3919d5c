import type { Core } from '@strapi/strapi';
import { type Field, type GraphqlSchema, named } from './graphql-schema';
import { WORDS, wordsOf } from './words';
import { STORIES, type World } from './world';

const CONTAINS = `{ contains: "${WORDS.secret}" }`;

const literal = (path: string[], value: string): string =>
  path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);

const quoted = (values: string[]) => values.map((value) => JSON.stringify(value));

interface Naming {
  getTypeName(model: unknown): string;
}

/** What GraphQL fields may be called with. */
export function createArguments(schema: GraphqlSchema, strapi: Core.Strapi, world: World) {
  const { naming } = strapi.plugin('graphql').service('utils') as unknown as { naming: Naming };
  const typeName = (uid: string) => naming.getTypeName(strapi.getModel(uid as never));
  const { docs, ids, user } = world;
  const stories = STORIES.map((story) => ids[story]);
  const story = typeName('api::article.article');
  const storyInput = `${story}FiltersInput`;
  /** Ids by the name of a GraphQL type. */
  const idsOf = new Map<string, string[]>([
    [story, stories],
    [typeName('api::section.section'), [docs.section, docs.empty]],
    [typeName('api::topic.topic'), [docs.topic]],
    [typeName('api::site.site'), [docs.site]],
    [typeName('api::author.author'), [docs.author]],
    [typeName('api::dateline.dateline'), [docs.place]],
    [typeName('api::source.source'), [docs.source]],
    [typeName('plugin::users-permissions.user'), [user.documentId]],
  ]);
  const slug = (kind: string) => wordsOf('own', kind)('slug');
  const known: Record<string, string[]> = {
    id: ['"1"'],
    slug: quoted(STORIES.flatMap((one) => [wordsOf('secret', one)('slug'), wordsOf('open', one)('slug')])),
    sections: [`["harbor", "empty", ${JSON.stringify(docs.section)}]`],
    section: quoted(['harbor', 'empty', docs.empty]),
    topic: quoted([docs.topic, slug('topic')]),
    author: quoted([docs.author, slug('author')]),
    site: quoted([docs.site, wordsOf('own', 'site')('name')]),
    type: quoted(['api::article.article']),
    locale: quoted(['fr']),
    date: quoted(['2026-03-01']),
    limit: ['50'],
    exclude: [`[${JSON.stringify(ids.published)}]`],
    kinds: ['[story, external, landing]'],
    page: ['1'],
    pageSize: ['50'],
    status: ['DRAFT', 'PUBLISHED'],
    hasPublishedVersion: ['true', 'false'],
    publicationFilter: (schema.types.get('PublicationFilter')?.enumValues ?? []).map(({ name }) => name),
    pagination: ['{ limit: -1 }', '{ start: 0, limit: 1 }'],
    style: quoted(['smn']),
  };

  /** What an argument may be given; nothing where this test knows no such argument. */
  function valuesOf(field: Field, argument: string): string[] {
    if (argument === 'documentId') return quoted(idsOf.get(named(field.type)) ?? stories);
    return known[argument] ?? [];
  }

  /** The arguments that a field needs, in every combination; none where one of them is not known. */
  const needed = (field: Field): string[] =>
    field.args
      .filter(schema.isRequired)
      .reduce<string[]>(
        (lists, { name }) =>
          lists.flatMap((list) =>
            valuesOf(field, name).map((value) => [list, `${name}: ${value}`].filter(Boolean).join(', '))
          ),
        ['']
      );

  const optional = (field: Field): string[] =>
    field.args
      .filter((argument) => !schema.isRequired(argument))
      .flatMap(({ name }) => valuesOf(field, name).map((value) => `${name}: ${value}`));

  /** Filters and sorts of a field, on its own type and through relations into stories. */
  function oracles(field: Field): string[] {
    const filters = field.args.find(({ name }) => name === 'filters');
    if (!filters) return [];
    const input = named(filters.type);
    const ways = schema.waysToStories(input, storyInput).slice(0, 10);
    const texts = input === storyInput ? schema.textFilters(input) : [];
    const [first] = ways;
    const forms = first
      ? [
          `filters: { or: [${literal([...first, 'slug'], CONTAINS)}, { documentId: { null: true } }] }`,
          `filters: { not: ${literal([...first, 'title'], CONTAINS)} }`,
          `filters: { and: [{ not: { or: [${literal([...first, 'summary'], CONTAINS)}] } }] }`,
          `filters: ${literal([...first, 'publishedAt'], '{ null: true }')}`,
        ]
      : [];
    const isSorted = field.args.some(({ name }) => name === 'sort');
    const sorts = isSorted ? ways.slice(0, 3).map((way) => `sort: ["${[...way, 'title'].join('.')}:desc"]`) : [];
    return [
      ...texts.map((text) => `filters: ${literal([text], CONTAINS)}`),
      ...ways.map((way) => `filters: ${literal([...way, 'title'], CONTAINS)}`),
      ...forms,
      ...sorts,
      ...(isSorted && input === storyInput ? ['sort: ["status", "title"]'] : []),
    ];
  }

  const isOfStories = (field: Field) => named(field.type).startsWith(story);

  return { idsOf, needed, optional, oracles, isOfStories };
}
export type Arguments = ReturnType<typeof createArguments>;
