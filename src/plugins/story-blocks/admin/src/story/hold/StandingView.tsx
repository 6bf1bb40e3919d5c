import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Receipt } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { blockName } from '../page/block-name';
import { NamedPages } from './NamedPages';
import { TextLinks } from './TextLinks';
import type { Standing } from './useHold';

/** Blocks, sections and pages, as a receipt counts them. */
export const Counts = ({ receipt }: { receipt: Receipt }) => {
  const texts = useTexts();
  const { blocks, sections, pages } = receipt;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography>
        {texts(pages.exact ? 'story.standing.pages' : 'story.standing.atMost', { count: pages.total })}
      </Typography>
      {blocks.length > 0 ? (
        <Typography textColor="neutral600">
          {blocks
            .map(({ type, pages: count }) => texts('story.standing.block', { block: blockName(texts, type), count }))
            .join(' · ')}
        </Typography>
      ) : null}
      {sections.length > 0 ? (
        <Typography textColor="neutral600">
          {texts('story.standing.sections', { sections: sections.map(({ name }) => name).join(', ') })}
        </Typography>
      ) : null}
    </Flex>
  );
};

const Frame = ({ children }: { children: ReactNode }) => {
  const texts = useTexts();
  return (
    <Box tag="section" aria-label={texts('story.standing')} minHeight="12rem">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h3" variant="delta">
          {texts('story.standing')}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
};

/** Where a story stands now: every block and section, pages counted, the first named. */
export const StandingView = ({ standing }: { standing: Standing }) => {
  const texts = useTexts();
  if (standing === 'loading') {
    return (
      <Frame>
        <Loader small>{texts('story.standing.loading')}</Loader>
      </Frame>
    );
  }
  if (standing === 'failed') {
    return (
      <Frame>
        <Typography textColor="danger600">{texts('story.standing.failed')}</Typography>
      </Frame>
    );
  }
  if (standing.pages.total === 0) {
    return (
      <Frame>
        <Typography>{texts('story.standing.nowhere')}</Typography>
        <TextLinks textLinks={standing.textLinks} />
      </Frame>
    );
  }
  return (
    <Frame>
      <Counts receipt={standing} />
      <NamedPages receipt={standing} />
    </Frame>
  );
};
