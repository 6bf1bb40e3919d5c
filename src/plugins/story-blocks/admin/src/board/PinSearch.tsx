import { Badge, Box, Field, Flex, IconButton, Loader, Searchbar, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import { useCallback, useEffect, useState } from 'react';
import type { Board } from '../../../shared/src/board.contract';
import { MAX_BOARD } from '../../../shared/src/board.limits';
import { useBoardApi } from './board.api';
import { type Change, subjectOfCandidate } from './changes';
import { Panel } from './Panel';
import { StoryLink } from './StoryLink';
import { useLoaded } from './useLoaded';
import { useWords } from './useWords';

interface Props {
  board: Board;
  locale: string | null;
  perform(...changes: Change[]): void;
}

/** Long enough that a word is not asked for letter by letter. */
const TYPING_MS = 300;

/** Finds any story to pin, of this section or another. */
export const PinSearch = ({ board, locale, perform }: Props) => {
  const api = useBoardApi();
  const { texts, titled } = useWords();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const ask = useCallback(() => api.search(asked, locale), [api, asked, locale]);
  const { data, error, isLoading } = useLoaded(asked === '' ? null : ask);
  const found = asked === '' ? [] : (data ?? []);
  const isFull = board.pins.length >= MAX_BOARD;
  const isPinned = (id: string) => board.pins.some(({ documentId }) => documentId === id);
  const note = () => {
    if (isFull) return texts('board.search.full', { count: MAX_BOARD });
    if (asked === '') return '';
    if (error) return texts('board.search.failed');
    if (isLoading) return '';
    return texts('board.search.found', { count: found.length });
  };
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
        {isLoading && asked !== '' ? <Loader small>{texts('board.loading')}</Loader> : null}
        <Typography variant="pi" textColor="neutral600">
          {note()}
        </Typography>
      </Flex>
      {found.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {found.map((candidate) => (
            <Flex key={candidate.documentId} tag="li" gap={2} alignItems="flex-start">
              <Box flex={1} minWidth={0}>
                {candidate.kicker ? (
                  <Typography variant="sigma" textColor="neutral600" tag="p" dir="auto">
                    {candidate.kicker}
                  </Typography>
                ) : null}
                <StoryLink story={{ ...candidate, locale }} />
                {candidate.isLive ? null : <Badge size="S">{texts('board.search.notLive')}</Badge>}
              </Box>
              <IconButton
                label={texts('board.do.pinFound', { title: titled(candidate.title) })}
                disabled={isFull || isPinned(candidate.documentId)}
                onClick={() => perform({ kind: 'place', subject: subjectOfCandidate(candidate), at: 0 })}
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
