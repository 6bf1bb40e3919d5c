import type { NewsroomService } from '@wiredesk/newsroom';
import type { Holds } from '../holds';
import type { BlocksService } from './blocks.service';
import type { PagesService } from './pages.service';
import type { StoriesService } from './stories.service';

/** What other plugins may call: `strapi.plugin('story-blocks').services as StoryBlocksServices`. */
export interface StoryBlocksServices {
  /** Published stories, one or a list of them. */
  stories: StoriesService;
  /** Whole pages, as REST and GraphQL give them. */
  pages: PagesService;
  /** Embargo, withholding, kill. */
  holds: Holds;
  /** Blocks of other plugins. */
  blocks: BlocksService;
  /** Keys of other plugins in `config/newsroom`. */
  newsroom: NewsroomService;
}
export { type BlocksService, createBlocksService } from './blocks.service';
export { createPagesService, type PagesService } from './pages.service';
export { createStoriesService, type PublishedStory, type StoriesService } from './stories.service';
