// The card of a story, as a published article would have it: for measuring what is made of cards.
import type { FullCard } from 'strapi-plugin-story-blocks/measured';

const STORY = 'api::article.article';

export type ToldStory = Pick<FullCard, 'documentId' | 'locale' | 'sortAt' | 'title'> &
  Partial<Pick<FullCard, 'slug' | 'sectionId' | 'topicIds'>> & { paragraphs: string[] };

export function storyCard({
  documentId,
  locale,
  sortAt,
  title,
  paragraphs,
  slug,
  sectionId,
  topicIds,
}: ToldStory): FullCard {
  const filedAt = new Date(sortAt).toISOString();
  return {
    type: STORY,
    documentId,
    locale,
    sortAt,
    title,
    slug: slug ?? null,
    sectionId: sectionId ?? null,
    topicIds: topicIds ?? [],
    sourceId: null,
    placeIds: [],
    datelineDate: null,
    filedAt,
    datedAt: filedAt,
    firstPublishedAt: filedAt,
    credits: [],
    bylineLabel: null,
    summary: null,
    imageId: null,
    externalLinks: [],
    priority: null,
    lead: paragraphs.slice(0, 3),
    body: paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
  };
}
