import { Badge, Box, Field, Flex, IconButton, Loader, Searchbar, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import type { Board } from '../../../shared/src/board.contract';
import { MAX_BOARD } from '../../../shared/src/board.limits';
import type { FoundStory } from '../../../shared/src/desk-stories.contract';
import { useStorySearch } from '../stories/useStorySearch';
import { type Change, subjectOfFound } from './changes';
import { Panel } from './Panel';
import { StoryLink } from './StoryLink';
import { useWords } from './useWords';

interface Props {
  board: Board;
  locale: string | null;
  perform(...changes: Change[]): void;
}

/** Finds any story to pin, of this section or another. */
export const PinSearch = ({ board, locale, perform }: Props) => {
  const { texts, titled } = useWords();
  const { text, setText, found: answer, isLoading, hasFailed } = useStorySearch(locale);
  const isAsking = text.trim() !== '';
  const found = isAsking ? (answer ?? []) : [];
  const isFull = board.pins.length >= MAX_BOARD;
  const isPinned = (id: string) => board.pins.some(({ documentId }) => documentId === id);
  const note = () => {
    if (isFull) return texts('board.search.full', { count: MAX_BOARD });
    if (!isAsking) return '';
    if (hasFailed) return texts('board.search.failed');
    if (isLoading) return '';
    return texts('board.search.found', { count: found.length });
  };
  const marks = ({ state, locale: language }: FoundStory): string[] => [
    ...(state === 'published' ? [] : [texts(state === 'held' ? 'board.search.held' : 'board.search.notLive')]),
    ...(language !== null && locale !== null && language !== locale ? [language] : []),
  ];
  return (
    <Panel title={texts('board.search')} hint={texts('board.search.hint')}>
      <Field.Root>
        <Searchbar
          name="board-search"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onClear={() => setText('')}
          clearLabel={texts('board.search.clear')}
          placeholder={texts('board.search.placeholder')}
        >
          {texts('board.search')}
        </Searchbar>
      </Field.Root>
      <Flex gap={2} role="status" minHeight="2rem">
        {isLoading && isAsking ? <Loader small>{texts('board.loading')}</Loader> : null}
        <Typography variant="pi" textColor="neutral600">
          {note()}
        </Typography>
      </Flex>
      {found.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {found.map((story) => (
            <Flex key={`${story.type} ${story.documentId}`} tag="li" gap={2} alignItems="flex-start">
              <Box flex={1} minWidth={0}>
                {story.kicker ? (
                  <Typography variant="sigma" textColor="neutral600" tag="p" dir="auto">
                    {story.kicker}
                  </Typography>
                ) : null}
                <StoryLink story={story} />
                {marks(story).map((mark) => (
                  <Badge key={mark} size="S">
                    {mark}
                  </Badge>
                ))}
              </Box>
              <IconButton
                label={texts('board.do.pinFound', { title: titled(story.title) })}
                disabled={isFull || isPinned(story.documentId)}
                onClick={() => perform({ kind: 'place', subject: subjectOfFound(story, locale), at: 0 })}
              >
                <Pin />
              </IconButton>
            </Flex>
          ))}
        </Flex>
      ) : null}
    </Panel>
  );
};
