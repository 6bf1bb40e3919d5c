import { type BoardReason, type BoardStory, standAlone } from '../../../../shared/src';
import type { SectionWill } from '../../curation/board';
import { maskStory, type Sight } from '../../drafts';
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
    const teaser = maskStory(teasers[at], (told) => sight.sees(card, told));
    const { title, kicker, dateline, excerpt, image } = teaser;
    const runsIn = teaser.datelineRunsIn && dateline !== null && excerpt !== null;
    const pin = will.pins.find((one) => one.card.documentId === card.documentId);
    return {
      documentId: card.documentId,
      type: card.type,
      locale: card.locale || null,
      title,
      kicker,
      dateline: dateline !== null && teaser.datelineRunsIn && !runsIn ? standAlone(dateline) : dateline,
      datelineRunsIn: runsIn,
      excerpt,
      image,
      filedAt: card.filedAt,
      firstPublishedAt: card.firstPublishedAt,
      reason: reasonIn(will, card.documentId),
      until: toInstant(pin?.until ?? null),
    };
  });
}
