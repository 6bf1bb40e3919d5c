import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { BoardWish } from '../../../shared/src/board.contract';
import { StoryLink } from './StoryLink';
import { useWords } from './useWords';

interface Props {
  wishes: BoardWish[];
  locale: string | null;
  /** The button beside a story. */
  action(wish: BoardWish): ReactNode;
}

/** Stories that editors want something of, each with why it is not on the front, where it is not. */
export const WishList = ({ wishes, locale, action }: Props) => {
  const { absence, texts, instant } = useWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {wishes.map((wish) => (
        <Flex key={wish.documentId} tag="li" gap={2} alignItems="flex-start" data-story={wish.documentId}>
          <Box flex={1} minWidth={0}>
            <StoryLink story={{ ...wish, type: wish.absence === 'deleted' ? null : wish.type, locale }} />
            {wish.absence ? (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {absence(wish)}
              </Typography>
            ) : null}
            {wish.until ? (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {texts('board.reason.pinnedUntil', { until: instant(wish.until) })}
              </Typography>
            ) : null}
          </Box>
          {action(wish)}
        </Flex>
      ))}
    </Flex>
  );
};
