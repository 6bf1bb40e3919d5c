import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { newsroomSchema } from '../newsroom/newsroom.schema';
import { OUR_KINDS } from '../pages';
import { pageFields } from './page-fields';
import { typeDefs } from './type-defs';
import { ourTypes } from './types';

const application = `scalar JSON type Query { articles: [StoryTeaserStory!]! } type StoryTeaserStory { title: String } type Section { name: String }`;
const config = (graphql: object) =>
  newsroomSchema.parse({ types: { story: { uid: 'api::a.a', fields: { title: 'title' } } }, graphql }).graphql;
const made = (graphql: object) => {
  const names = config(graphql);
  const types = ourTypes(names.typePrefix, [], OUR_KINDS);
  const pages = pageFields(OUR_KINDS, names);
  return buildSchema(
    `${application} ${typeDefs(names, { stories: ['StoryTeaserStory'], section: 'Section' }, types, pages)}`
  );
};

test('our types have their own names where no prefix is set', () => {
  const schema = made({});
  expect(String(schema.getType('StoryTeaserStory')?.toConfig().name)).toBe('StoryTeaserStory');
  expect(schema.getType('StoryTeaser')).toBeDefined();
  expect(schema.getType('StoryBlock')).toBeDefined();
});

test('a prefix stands before every type of ours, and before none of the application', () => {
  const ours = (schema: ReturnType<typeof made>) =>
    Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__') && !/^[A-Z]?[a-z]+$|JSON|ID/.test(name));
  const plain = ours(made({})).filter((name) => name !== 'StoryTeaserStory');
  const prefixed = ours(made({ typePrefix: 'Wd' })).filter((name) => name !== 'StoryTeaserStory');
  expect(plain).toContain('StoryFront');
  expect(prefixed.sort()).toEqual(plain.map((name) => `Wd${name}`).sort());
});
