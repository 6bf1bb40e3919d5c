import { Flex, IconButton } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Clock, Cross, Crown, Download, Pin } from '@strapi/icons';
import type { ReactNode } from 'react';
import type { BoardStory } from '../../../shared/src/board.contract';
import { type Change, subjectOf } from './changes';
import { useWords } from './useWords';

interface Props {
  story: BoardStory;
  at: number;
  count: number;
  perform(change: Change, action: string): void;
  onEnd(): void;
}

/** What may be done with a story of the front; each button's name says with which. */
export const StoryActions = ({ story, at, count, perform, onEnd }: Props) => {
  const { texts, titled } = useWords();
  const subject = subjectOf(story);
  const title = titled(story.title);
  const isPinned = story.reason === 'pinned';
  const button = (action: string, label: string, icon: ReactNode, onClick: () => void, disabled = false) => (
    <IconButton key={action} label={label} onClick={onClick} disabled={disabled} data-action={action}>
      {icon}
    </IconButton>
  );
  const place = (to: number, action: string) => () => perform({ kind: 'place', subject, at: to }, action);
  return (
    <Flex gap={1} wrap="wrap" paddingTop={1}>
      {isPinned
        ? button('pin', texts('board.do.unpin', { title }), <Cross />, () => perform({ kind: 'unpin', subject }, 'pin'))
        : button('pin', texts('board.do.pin', { title, place: at + 1 }), <Pin />, place(at, 'pin'))}
      {button('lead', texts('board.do.lead', { title }), <Crown />, place(0, 'lead'), isPinned && at === 0)}
      {button('up', texts('board.do.up', { title }), <ArrowUp />, place(at - 1, 'up'), at === 0)}
      {button('down', texts('board.do.down', { title }), <ArrowDown />, place(at + 1, 'down'), at === count - 1)}
      {isPinned ? button('end', texts('board.do.end', { title }), <Clock />, onEnd) : null}
      {story.reason === 'sentDown'
        ? button('send', texts('board.do.bringBack', { title }), <ArrowUp />, () =>
            perform({ kind: 'bringBack', subject }, 'send')
          )
        : button('send', texts('board.do.sendDown', { title }), <Download />, () =>
            perform({ kind: 'sendDown', subject }, 'send')
          )}
    </Flex>
  );
};
