import { buildSchema, type GraphQLObjectType, type GraphQLUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AnyBlock } from '../blocks';
import { OUR_KINDS } from '../pages';
import { ourTypes } from './types';

const block = (component: string, more: Partial<AnyBlock> = {}): AnyBlock => ({
  component,
  schema: z.object({}),
  fill: () => ({}),
  ...more,
});
const schemaOf = (sdl: string) => buildSchema(`scalar JSON type Query { a: Int } ${sdl}`);
const membersOf = (sdl: string, union: string) =>
  (schemaOf(sdl).getType(union) as GraphQLUnionType).getTypes().map(({ name }) => name);

describe('GraphQL types of blocks of other plugins', () => {
  const output = z.object({
    heading: z.string().nullable(),
    headlines: z.array(z.object({ documentId: z.string().meta({ graphql: 'ID' }), title: z.string() })),
  });

  test('one with a schema of what it gives has a type of its own, named after its component', () => {
    const { sdl, ofBlock, plain } = ourTypes('', [block('desk.news-letter', { output })], OUR_KINDS);
    expect(membersOf(sdl, 'StoryBlock')).toContain('DeskNewsLetterBlock');
    const type = schemaOf(sdl).getType('DeskNewsLetterBlock') as GraphQLObjectType;
    expect(Object.values(type.getFields()).map((field) => `${field.name}: ${field.type}`)).toEqual([
      'type: String!',
      'heading: String',
      'headlines: [DeskNewsLetterBlockHeadlines!]!',
    ]);
    expect(ofBlock.get('desk.news-letter')).toBe('DeskNewsLetterBlock');
    expect(plain.get('DeskNewsLetterBlockHeadlines')).toEqual(['documentId', 'title']);
  });

  test('or as it says; the prefix is for our types alone', () => {
    const { sdl, ofBlock } = ourTypes(
      'Wd',
      [
        block('desk.newsletter', { output: output.meta({ id: 'Newsletter' }) }),
        block('desk.own', { graphql: { type: 'OwnBlock' } }),
      ],
      OUR_KINDS
    );
    expect(ofBlock.get('desk.newsletter')).toBe('Newsletter');
    expect(ofBlock.get('rights')).toBe('WdRightsBlock');
    expect(membersOf(`${sdl} type OwnBlock { type: String! }`, 'WdStoryBlock')).toEqual(
      expect.arrayContaining(['WdRightsBlock', 'WdGenericBlock', 'Newsletter', 'OwnBlock'])
    );
  });

  test('without a schema it is generic, and so is one whose schema is no object', () => {
    const { sdl, ofBlock, genericBlock } = ourTypes(
      '',
      [block('desk.a'), block('desk.b', { output: z.record(z.string(), z.string()) })],
      OUR_KINDS
    );
    expect([ofBlock.has('desk.a'), ofBlock.has('desk.b')]).toEqual([false, false]);
    expect(genericBlock).toBe('GenericBlock');
    expect(membersOf(sdl, 'StoryBlock')).toContain('GenericBlock');
  });

  test('one that takes the name of another type stops the start', () => {
    const taken = block('desk.share', { output: z.object({ price: z.int() }).meta({ id: 'ShareTarget' }) });
    expect(() => ourTypes('', [taken], OUR_KINDS)).toThrow(
      'The GraphQL type ShareTarget is made of two schemas that differ'
    );
  });
});
