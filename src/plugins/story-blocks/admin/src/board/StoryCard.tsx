import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import type { DragEvent } from 'react';
import type { BoardStory } from '../../../shared/src/board.contract';
import { runIn } from '../../../shared/src/dateline-text';
import type { Change } from './changes';
import { ReasonBadge } from './ReasonBadge';
import { StoryActions } from './StoryActions';
import { StoryLink } from './StoryLink';
import { StoryPicture } from './StoryPicture';
import { useWords } from './useWords';

interface Props {
  story: BoardStory;
  at: number;
  count: number;
  maySet: boolean;
  perform(change: Change, action: string): void;
  onEnd(): void;
  drag: {
    isDragged: boolean;
    /** Where a story that is dragged would be put down. */
    mark: 'before' | 'after' | null;
    onStart(): void;
    onOver(isBelow: boolean): void;
    onDrop(isBelow: boolean): void;
    onEnd(): void;
  };
}

const isBelowMiddle = (event: DragEvent<HTMLElement>) => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY > top + height / 2;
};

/** One story of a front: as readers get it, why it stands there, and what may be done with it. */
export const StoryCard = ({ story, at, count, maySet, perform, onEnd, drag }: Props) => {
  const { texts, reason, titled } = useWords();
  const isLead = at === 0;
  const lang = story.locale ?? undefined;
  return (
    <Box
      tag="li"
      position="relative"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      paddingLeft={4}
      paddingRight={4}
      paddingTop={isLead ? 5 : 4}
      paddingBottom={isLead ? 5 : 4}
      data-story={story.documentId}
      draggable={maySet}
      style={{ opacity: drag.isDragged ? 0.5 : 1 }}
      onDragStart={(event: DragEvent<HTMLElement>) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', titled(story.title));
        drag.onStart();
      }}
      onDragOver={(event: DragEvent<HTMLElement>) => {
        event.preventDefault();
        drag.onOver(isBelowMiddle(event));
      }}
      onDrop={(event: DragEvent<HTMLElement>) => {
        event.preventDefault();
        drag.onDrop(isBelowMiddle(event));
      }}
      onDragEnd={drag.onEnd}
    >
      {drag.mark ? (
        <Box
          position="absolute"
          left={0}
          right={0}
          height="4px"
          background="primary600"
          {...(drag.mark === 'before' ? { top: '-8px' } : { bottom: '-8px' })}
        />
      ) : null}
      <Flex gap={4} alignItems="flex-start">
        <Flex direction="column" gap={2} minWidth="2.4rem">
          <Typography variant="beta" textColor="neutral600" aria-hidden>
            {at + 1}
          </Typography>
          {maySet ? (
            <Box aria-hidden style={{ cursor: 'grab' }}>
              <Drag fill="neutral500" />
            </Box>
          ) : null}
        </Flex>
        <Flex direction="column" alignItems="stretch" gap={2} flex={1} minWidth={0}>
          <Flex gap={2} wrap="wrap">
            {isLead ? <Badge variant="secondary">{texts('board.lead')}</Badge> : null}
            <ReasonBadge reason={story.reason}>{reason(story.reason, story.until)}</ReasonBadge>
          </Flex>
          {/* The headline alone tells the direction: what has its own is left out of account. */}
          <Flex gap={4} alignItems="flex-start" dir="auto">
            <Box flex={1} minWidth={0} lang={lang}>
              {story.kicker ? (
                <Typography variant="sigma" textColor="neutral600" tag="p">
                  <bdi>{story.kicker}</bdi>
                </Typography>
              ) : null}
              <StoryLink story={story} variant={isLead ? 'alpha' : 'delta'} tag="h3" />
              {story.dateline && !story.datelineRunsIn ? (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  <bdi>{story.dateline}</bdi>
                </Typography>
              ) : null}
              {story.excerpt ? (
                <Box paddingTop={1}>
                  <Typography textColor="neutral700" tag="p" style={{ overflowWrap: 'anywhere' }}>
                    {story.dateline && story.datelineRunsIn ? runIn(story.dateline, story.excerpt) : story.excerpt}
                  </Typography>
                </Box>
              ) : null}
            </Box>
            {story.image ? <StoryPicture image={story.image} isLarge={isLead} /> : null}
          </Flex>
          {maySet ? <StoryActions story={story} at={at} count={count} perform={perform} onEnd={onEnd} /> : null}
        </Flex>
      </Flex>
    </Box>
  );
};
