import { IconButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { Board } from '../../../shared/src/board.contract';
import { type Change, subjectOfWish } from './changes';
import { Panel } from './Panel';
import { useWords } from './useWords';
import { WishList } from './WishList';

/** Pins whose stories are not live: they keep their place until they are. */
export const WaitingPins = ({ board, perform }: { board: Board; perform(...changes: Change[]): void }) => {
  const { texts, titled } = useWords();
  const waiting = board.pins.filter(({ absence }) => absence !== null);
  if (waiting.length === 0) return null;
  return (
    <Panel title={texts('board.waiting')} hint={texts('board.waiting.hint')}>
      <WishList
        wishes={waiting}
        locale={board.locale}
        action={(wish) =>
          board.maySet ? (
            <IconButton
              label={texts('board.do.unpin', { title: titled(wish.title) })}
              onClick={() => perform({ kind: 'unpin', subject: subjectOfWish(wish) })}
            >
              <Cross />
            </IconButton>
          ) : null
        }
      />
    </Panel>
  );
};
