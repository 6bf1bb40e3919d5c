import { IconButton } from '@strapi/design-system';
import { ArrowUp } from '@strapi/icons';
import type { Board } from '../../../shared/src/board.contract';
import { type Change, subjectOfWish } from './changes';
import { Panel } from './Panel';
import { useWords } from './useWords';
import { WishList } from './WishList';

/** Stories that were sent down, each with the way back. */
export const SentDown = ({ board, perform }: { board: Board; perform(...changes: Change[]): void }) => {
  const { texts, titled } = useWords();
  if (board.sentDown.length === 0) return null;
  return (
    <Panel title={texts('board.sentDown')} hint={texts('board.sentDown.hint')}>
      <WishList
        wishes={board.sentDown}
        locale={board.locale}
        action={(wish) =>
          board.maySet ? (
            <IconButton
              label={texts('board.do.bringBack', { title: titled(wish.title) })}
              onClick={() => perform({ kind: 'bringBack', subject: subjectOfWish(wish) })}
            >
              <ArrowUp />
            </IconButton>
          ) : null
        }
      />
    </Panel>
  );
};
