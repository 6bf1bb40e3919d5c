// The card of a story, as a published article would have it: for measuring what is made of cards.

/**
 * @param {object} story
 * @param {string} story.type - The content type of stories.
 * @param {string} story.documentId
 * @param {string} story.locale
 * @param {number} story.sortAt - Milliseconds.
 * @param {string} story.title
 * @param {string[]} story.paragraphs
 * @param {string | null} [story.slug]
 * @param {string | null} [story.sectionId]
 * @param {string[]} [story.topicIds]
 */
export function storyCard({ type, documentId, locale, sortAt, title, paragraphs, slug, sectionId, topicIds }) {
  const filedAt = new Date(sortAt).toISOString();
  return {
    type,
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
