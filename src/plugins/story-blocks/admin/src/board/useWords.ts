import { useIntl } from 'react-intl';
import type { BoardReason, BoardWish } from '../../../shared/src/board.contract';
import { type TextId, useTexts } from '../texts';
import en from '../translations/en.json';
import type { Change } from './changes';

const known = (id: string): id is TextId => id in en;

/** How the board speaks of stories, ends and changes. */
export function useWords() {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const titled = (title: string | null) => title ?? texts('board.story.hidden');
  const instant = (value: string) => formatDate(value, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    texts,
    titled,
    instant,
    /** A text that may not be there, such as that of another plugin's block. */
    textOr: (id: string, otherwise: string) => (known(id) ? texts(id) : otherwise),
    reason: (reason: BoardReason, until: string | null) =>
      reason === 'pinned' && until
        ? texts('board.reason.pinnedUntil', { until: instant(until) })
        : texts(`board.reason.${reason}`),
    absence: ({ absence, heldUntil }: BoardWish) =>
      absence === null
        ? ''
        : texts(`board.absence.${absence}`, { until: absence === 'embargo' && heldUntil ? instant(heldUntil) : '' }),
    change(change: Change): string {
      const done = change.kind === 'restore' ? change.undone : change;
      if (done.kind === 'restore') return texts('board.done.undone');
      const title = titled(done.subject.title);
      if (change.kind === 'restore') return texts('board.done.undone', { title });
      switch (done.kind) {
        case 'place':
          if (!done.subject.isLive) return texts('board.done.waits', { title });
          return done.at === 0
            ? texts('board.done.lead', { title })
            : texts('board.done.place', { title, place: done.at + 1 });
        case 'end':
          return done.until
            ? texts('board.done.end', { title, until: instant(done.until) })
            : texts('board.done.noEnd', { title });
        default:
          return texts(`board.done.${done.kind}`, { title });
      }
    },
  };
}
