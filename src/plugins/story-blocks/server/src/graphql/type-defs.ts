import type { NewsroomConfig } from '../newsroom';
import { type PageFields, sdlOf } from './page-fields';
import type { OurTypes } from './types';

/** The types and fields that the plugin adds to the application's schema. */
export function typeDefs(
  names: NewsroomConfig['graphql'],
  typeNames: { stories: string[]; section: string | null },
  { sdl, rename }: Pick<OurTypes, 'sdl' | 'rename'>,
  pages: PageFields
): string {
  const kind = rename('RelatedLinkKind');
  const links = `[${rename('RelatedLink')}!]!`;
  const teaser = rename('StoryTeaser');
  const ofStory = typeNames.stories.map(
    (type) => /* GraphQL */ `
      extend type ${type} {
        ${names.relatedLinks}(limit: Int, kinds: [${kind}!]): ${links}
        ${names.bylineText}(style: String): String
        ${names.datelineText}(style: String): String
        ${names.teaser}: ${teaser}
      }`
  );
  const ofSection = typeNames.section
    ? [`extend type ${typeNames.section} { ${names.teasers}(limit: Int, exclude: [ID!]): [${teaser}!]! }`]
    : [];
  return [
    sdl,
    ...ofStory,
    ...ofSection,
    /* GraphQL */ `
      extend type Query {
        ${names.relatedLinks}(documentId: ID!, limit: Int, kinds: [${kind}!], locale: String): ${links}
        ${names.headlineRails}(sections: [String!]!, limit: Int, locale: String): [${rename('HeadlineRail')}!]!
        ${sdlOf(pages, rename).join('\n')}
      }`,
  ].join('\n');
}
