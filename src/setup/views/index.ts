import { articleView } from './article';
import { blockViews } from './blocks';
import { authorView, datelineView, sourceView, topicView } from './references';
import { sectionView } from './section';
import { siteView } from './site';
import { storyPartViews } from './story-parts';
import type { EditView } from './view';

export type { EditView, FieldView } from './view';

/** By uid. */
export const contentTypeViews: Record<string, EditView> = {
  'api::article.article': articleView,
  'api::section.section': sectionView,
  'api::topic.topic': topicView,
  'api::site.site': siteView,
  'api::author.author': authorView,
  'api::dateline.dateline': datelineView,
  'api::source.source': sourceView,
};

/** By uid. */
export const componentViews: Record<string, EditView> = { ...storyPartViews, ...blockViews };
