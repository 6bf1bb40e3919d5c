import { invalid, parse } from '@wiredesk/strapi-kit/server';
import { z } from 'zod';
import { storyPageSchema } from '../../../../../shared/src';
import { toAnswer } from '../../../blocks';
import { argument, nameQuery } from '../../../lib/query';
import { siteOf } from '../page-data';
import { pageKind } from '../page-kind';
import { storyRoutes } from './story.routes';
import { storyAppearances } from './story-appearances';
import { storyPage } from './story-page';
import { storyText } from './story-text';

const name = argument(nameQuery);
const argsSchema = z.object({ documentId: name, slug: name, site: name, type: name });

/** A story's page: the story, and the blocks of its layout from top to bottom. */
export const story = pageKind({
  name: 'story',
  page: 'story',
  subject: 'story',
  layout: 'story',
  delivery: 'pages',
  routes: storyRoutes,
  graphql: {
    name: 'storyPage',
    type: 'StoryPage',
    args: { documentId: 'ID', slug: 'String', site: 'String', type: 'String' },
    ask(args) {
      const asked = parse(argsSchema, args);
      if (!asked.documentId && !asked.slug) throw invalid('documentId or slug: name the story', ['documentId']);
      return asked;
    },
  },
  answer: storyPageSchema,
  fill: (request, asked) => storyPage({ ...asked, ...request }),
  toData: (page, caller) => ({
    site: siteOf(page, caller),
    story: page.story,
    blocks: page.blocks.map(toAnswer),
  }),
  toText: storyText,
  appearances: storyAppearances,
});
