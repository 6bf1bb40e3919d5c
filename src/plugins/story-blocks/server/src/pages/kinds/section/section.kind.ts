import { frontAppearances, frontCandidates } from '../front/front-appearances';
import { frontKind } from '../front/front-kind';

const ids = (sections: { documentId: string }[]) => sections.map(({ documentId }) => documentId);

/** The front of a section, with its board and layout. */
export const sectionFront = frontKind(
  {
    kind: 'section',
    stories: ({ documentId }) => ({ sectionId: documentId }),
    section: (subject) => subject,
  },
  { plural: 'sections', a: 'a section' },
  frontAppearances(async ({ listing, drawing }) => frontCandidates(listing, ids(drawing), Infinity))
);
