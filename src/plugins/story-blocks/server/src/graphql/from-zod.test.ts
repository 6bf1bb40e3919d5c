import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTypes, printTypes } from './from-zod';

function made(schema: z.ZodType, name = 'Answer') {
  const types = createTypes();
  types.add(schema, name);
  return printTypes(types);
}
const sorted = (sdl: string) => printSchema(lexicographicSortSchema(buildSchema(`scalar JSON ${sdl}`)));
const same = (schema: z.ZodType, sdl: string) => expect(sorted(made(schema))).toBe(sorted(sdl));

describe('GraphQL types of zod schemas', () => {
  test('an object is a type; what may be null or left out may be null', () => {
    same(
      z.object({
        title: z.string(),
        url: z.string().nullable(),
        kicker: z.string().optional(),
        tags: z.array(z.string().nullable()).nullish(),
        isLive: z.boolean().default(false),
        filedAt: z.iso.datetime(),
      }),
      'type Answer { title: String! url: String kicker: String tags: [String] isLive: Boolean! filedAt: String! }'
    );
  });

  test('numbers, ids and what GraphQL has no word for', () => {
    same(
      z.object({
        page: z.int(),
        total: z.number().int(),
        score: z.number(),
        documentId: z.string().meta({ graphql: 'ID' }),
        body: z.array(z.unknown()).meta({ graphql: 'JSON' }),
        formats: z.record(z.string(), z.unknown()).nullable(),
        at: z.union([z.string(), z.number()]),
        empty: z.object({}),
      }),
      'type Answer { page: Int! total: Int! score: Float! documentId: ID! body: JSON! formats: JSON at: JSON! empty: JSON! }'
    );
  });

  test('literals with a name are one enum, without one a text', () => {
    const kind = { graphql: 'Kind' };
    same(
      z.object({
        own: z.literal('story').meta(kind),
        other: z.enum(['landing', 'external']).meta(kind),
        page: z.enum(['section', 'topic']),
        mood: z.enum(['on-hold', 'off']).meta({ graphql: 'Mood' }),
      }),
      'enum Kind { story landing external } type Answer { own: Kind! other: Kind! page: String! mood: String! }'
    );
  });

  test('an object within is named by itself, by its component in OpenAPI, or after its field', () => {
    same(
      z.object({
        image: z.object({ url: z.string() }).meta({ id: 'Image', graphql: 'StoryImage' }).nullable(),
        site: z.object({ name: z.string() }).meta({ id: 'Site' }),
        offers: z.array(z.object({ price: z.string() })),
      }),
      `type Answer { image: StoryImage site: Site! offers: [AnswerOffers!]! }
      type StoryImage { url: String! } type Site { name: String! } type AnswerOffers { price: String! }`
    );
  });

  test('a union is one where its members have a `type` each, else a type with the fields of all', () => {
    const share = z.object({ type: z.literal('share'), heading: z.string() }).meta({ id: 'Share' });
    const text = z.object({ type: z.literal('text'), text: z.string() }).meta({ id: 'Text' });
    const story = z.object({ kind: z.literal('story'), title: z.string(), score: z.number() });
    const address = z.object({ kind: z.literal('external'), title: z.string() });
    same(
      z.object({
        blocks: z.array(z.union([share, text]).meta({ graphql: 'Block' })),
        links: z.array(z.union([story, address]).meta({ id: 'Link' })),
      }),
      `type Answer { blocks: [Block!]! links: [Link!]! }
      union Block = Share | Text
      type Share { type: String! heading: String! } type Text { type: String! text: String! }
      type Link { kind: String! title: String! score: Float }`
    );
  });

  test('a type may lead back to itself', () => {
    const node = z
      .object({
        name: z.string(),
        get children() {
          return z.array(node);
        },
      })
      .meta({ id: 'Node' });
    same(node, 'type Node { name: String! children: [Node!]! }');
  });

  test('descriptions are told, and names that GraphQL does not take are left out', () => {
    const sdl = made(
      z
        .object({ lead: z.string().describe('The story that "leads".'), 'data-id': z.string() })
        .meta({ description: 'A front.' })
    );
    const { Answer } = buildSchema(sdl).getTypeMap();
    expect(Answer.description).toBe('A front.');
    expect(sorted(sdl)).toContain('The story that "leads".');
    expect(sdl).not.toContain('data-id');
  });

  test('two schemas of one name are refused where they differ', () => {
    const types = createTypes();
    types.add(z.object({ name: z.string() }).meta({ id: 'Offer' }));
    expect(types.add(z.object({ name: z.string() }).meta({ id: 'Offer' }))).toBe('Offer');
    expect(() => types.add(z.object({ price: z.string() }).meta({ id: 'Offer' }))).toThrow(
      'The GraphQL type Offer is made of two schemas that differ'
    );
  });
});
