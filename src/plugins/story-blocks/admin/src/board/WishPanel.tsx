import { IconButton } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Board, BoardWish } from '../../../shared/src/board.contract';
import { type Change, subjectOfWish } from './changes';
import { Panel } from './Panel';
import { useWords } from './useWords';
import { WishList } from './WishList';

export interface WishPanelProps {
  board: Board;
  perform(...changes: Change[]): void;
}

interface Props extends WishPanelProps {
  name: 'sentDown' | 'waiting';
  wishes: BoardWish[];
  /** What takes a wish back. */
  kind: 'bringBack' | 'unpin';
  icon: ReactNode;
}

/** Stories that are wanted otherwise than they are shown, each with the way back; nothing where there are none. */
export const WishPanel = ({ board, perform, name, wishes, kind, icon }: Props) => {
  const { texts, titled } = useWords();
  if (wishes.length === 0) return null;
  return (
    <Panel title={texts(`board.${name}`)} hint={texts(`board.${name}.hint`)}>
      <WishList
        wishes={wishes}
        locale={board.locale}
        action={(wish) =>
          board.maySet ? (
            <IconButton
              label={texts(`board.do.${kind}`, { title: titled(wish.title) })}
              onClick={() => perform({ kind, subject: subjectOfWish(wish) })}
            >
              {icon}
            </IconButton>
          ) : null
        }
      />
    </Panel>
  );
};
