import { type BoardReason, type BoardStory, standAlone } from '../../../../shared/src';
import type { SectionWill } from '../../curation/board';
import type { Sight } from '../../drafts';
import type { Front } from '../../pages';

/** Why a story stands in a list of a section. */
export function reasonIn(will: SectionWill, documentId: string): BoardReason {
  if (will.pins.some(({ card }) => card.documentId === documentId)) return 'pinned';
  return will.sentDown.includes(documentId) ? 'sentDown' : 'newest';
}

export const toInstant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** @returns The stories of a front, each as far as the administrator may read it. */
export function presentStories({ cards, teasers }: Front, will: SectionWill, sight: Sight): BoardStory[] {
  return cards.map((card, at) => {
    const teaser = teasers[at];
    const [dateline, excerpt] = (['dateline', 'excerpt'] as const).map((field) =>
      sight.sees(card, field) ? teaser[field] : null
    );
    const runsIn = teaser.datelineRunsIn && dateline !== null && excerpt !== null;
    const pin = will.pins.find((one) => one.card.documentId === card.documentId);
    return {
      documentId: card.documentId,
      type: card.type,
      locale: card.locale || null,
      title: sight.sees(card, 'title') ? teaser.title : null,
      kicker: sight.sees(card, 'kicker') ? teaser.kicker : null,
      dateline: dateline !== null && teaser.datelineRunsIn && !runsIn ? standAlone(dateline) : dateline,
      datelineRunsIn: runsIn,
      excerpt,
      image: sight.sees(card, 'image') ? teaser.image : null,
      filedAt: card.filedAt,
      firstPublishedAt: card.firstPublishedAt,
      reason: reasonIn(will, card.documentId),
      until: toInstant(pin?.until ?? null),
    };
  });
}
