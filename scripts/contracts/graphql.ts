import { buildSchema, type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { pageFields } from '../../src/plugins/story-blocks/server/src/graphql/page-fields';
import { typeDefs } from '../../src/plugins/story-blocks/server/src/graphql/type-defs';
import { ourTypes } from '../../src/plugins/story-blocks/server/src/graphql/types';
import { newsroomSchema } from '../../src/plugins/story-blocks/server/src/newsroom/newsroom.schema';
import { OUR_KINDS } from '../../src/plugins/story-blocks/server/src/pages/kinds';

const STORY = 'Article';
const SECTION = 'Section';
/** What Strapi makes of the application's content types, as far as our types need it. */
const APPLICATION = /* GraphQL */ `
  scalar JSON
  type Query { _: Boolean }
  type ${STORY} { _: Boolean }
  type ${SECTION} { _: Boolean }`;

/** What story-blocks adds to the reference application's GraphQL schema. */
export function graphqlSchema(): GraphQLSchema {
  const { graphql } = newsroomSchema.parse({
    types: { story: { uid: 'api::article.article', fields: { title: 'title' } } },
  });
  const types = ourTypes(graphql.typePrefix, [], OUR_KINDS);
  const pages = pageFields(OUR_KINDS, graphql);
  return buildSchema(`${APPLICATION} ${typeDefs(graphql, { stories: [STORY], section: SECTION }, types, pages)}`);
}

/** The same as a document, in alphabetical order; the stand-ins of Strapi's own fields are left out. */
export const graphqlDocument = (): string =>
  `${printSchema(lexicographicSortSchema(graphqlSchema())).replaceAll('  _: Boolean\n', '')}\n`;
