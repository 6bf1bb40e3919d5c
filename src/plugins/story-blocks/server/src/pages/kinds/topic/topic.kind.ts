import { frontAppearances, ofConcepts } from '../front/front-appearances';
import { frontKind } from '../front/front-kind';

/** The front of a topic, served by the topic's own site where it has one. */
export const topicFront = frontKind(
  {
    kind: 'topic',
    stories: ({ documentId: id }) => ({ ref: { role: 'topic', id } }),
    siteId: ({ data }) => data.siteId,
  },
  { plural: 'topics', a: 'a topic' },
  frontAppearances(ofConcepts('topic', ({ card }) => card.topicIds))
);
