import type { Core } from '@strapi/strapi';
import type { StoryIndex } from '../index/story-index';
import type { Models } from '../model/models';
import type { Weighed } from '../rank/rank-stories';

/** What makes links. */
export interface Relating {
  strapi: Core.Strapi;
  index: StoryIndex;
  models: Models;
  weighed: Weighed;
  /** Languages from which a language takes links where it has too few. */
  readonly borrow: Readonly<Record<string, readonly string[]>>;
}
