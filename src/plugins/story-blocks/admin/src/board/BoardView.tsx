import { Button, EmptyStateLayout, Flex, Grid, Loader } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useCallback } from 'react';
import { useRequest } from '../data/useRequest';
import { Blocks } from './Blocks';
import { messageOf, useBoardApi } from './board.api';
import { Front } from './Front';
import { PinSearch } from './PinSearch';
import { SentDown } from './SentDown';
import { StatusLine } from './StatusLine';
import { useChanges } from './useChanges';
import { useFocusAfter } from './useFocusAfter';
import { useWords } from './useWords';
import { WaitingPins } from './WaitingPins';

interface Props {
  section: string;
  locale: string | null;
}

/** One section's front in one language, with everything that is wanted of it. */
export const BoardView = ({ section, locale }: Props) => {
  const api = useBoardApi();
  const { texts } = useWords();
  const { data, error, reload } = useRequest(useCallback(() => api.board(section, locale), [api, section, locale]));
  const changes = useChanges(api, { section, locale }, data);
  const { board, perform } = changes;
  const keepFocus = useFocusAfter(board);

  if (error && !board) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={`${texts('board.failed')} ${messageOf(error)}`.trim()}
        action={
          <Button variant="secondary" onClick={() => void reload()}>
            {texts('board.again')}
          </Button>
        }
      />
    );
  }
  if (!board) {
    return (
      <Flex justifyContent="center" minHeight="60vh">
        <Loader>{texts('board.loading')}</Loader>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <StatusLine changes={changes} maySet={board.maySet} />
      <Grid.Root gap={6}>
        <Grid.Item col={8} s={12} direction="column" alignItems="stretch">
          <Front board={board} perform={perform} keepFocus={keepFocus} />
        </Grid.Item>
        <Grid.Item col={4} s={12} direction="column" alignItems="stretch" gap={4}>
          {board.maySet ? <PinSearch board={board} locale={locale} perform={perform} /> : null}
          <WaitingPins board={board} perform={perform} />
          <SentDown board={board} perform={perform} />
          <Blocks board={board} />
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
};
