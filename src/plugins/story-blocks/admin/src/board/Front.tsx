import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useState } from 'react';
import type { Board, BoardStory } from '../../../shared/src/board.contract';
import { type Change, subjectOf } from './changes';
import { EndDialog } from './EndDialog';
import { StoryCard } from './StoryCard';
import type { KeepFocus } from './useFocusAfter';
import { useWords } from './useWords';

interface Props {
  board: Board;
  perform(...changes: Change[]): void;
  keepFocus: KeepFocus;
}

/** The stories of a front in their order: the lead large, then the teasers. */
export const Front = ({ board, perform, keepFocus }: Props) => {
  const { texts } = useWords();
  const [ending, setEnding] = useState<BoardStory | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { stories, total, maySet } = board;

  const drop = (gap: number) => {
    const from = stories.findIndex(({ documentId }) => documentId === dragged);
    if (from >= 0 && gap !== from && gap !== from + 1) {
      perform({ kind: 'place', subject: subjectOf(stories[from]), at: gap > from ? gap - 1 : gap });
    }
    setDragged(null);
    setOver(null);
  };

  if (stories.length === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={texts(maySet ? 'board.empty' : 'board.emptyReadOnly')}
      />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography tag="h2" variant="delta">
        {texts('board.front')}
      </Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={3} aria-label={texts('board.front')}>
        {stories.map((story, at) => (
          <StoryCard
            key={story.documentId}
            story={story}
            at={at}
            count={stories.length}
            maySet={maySet}
            perform={(change, action) => {
              keepFocus({ documentId: story.documentId, action });
              perform(change);
            }}
            onEnd={() => setEnding(story)}
            drag={{
              isDragged: dragged === story.documentId,
              mark: over === at ? 'before' : over === at + 1 && at === stories.length - 1 ? 'after' : null,
              onStart: () => setDragged(story.documentId),
              onOver: (isBelow) => dragged !== null && setOver(isBelow ? at + 1 : at),
              onDrop: (isBelow) => drop(isBelow ? at + 1 : at),
              onEnd: () => {
                setDragged(null);
                setOver(null);
              },
            }}
          />
        ))}
      </Flex>
      {total > stories.length ? (
        <Box paddingTop={2}>
          <Typography variant="pi" textColor="neutral600">
            {texts('board.more', { count: total - stories.length })}
          </Typography>
        </Box>
      ) : null}
      {ending ? (
        <EndDialog
          story={ending}
          onClose={() => setEnding(null)}
          onSave={(until) => {
            perform({ kind: 'end', subject: subjectOf(ending), until });
            setEnding(null);
          }}
        />
      ) : null}
    </Flex>
  );
};
