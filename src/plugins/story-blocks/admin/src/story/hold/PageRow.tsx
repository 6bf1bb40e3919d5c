import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { StandingPage } from '../../../../shared/src/holds.contract';
import { isTextId, useTexts } from '../../texts';
import { languageProps } from '../direction';
import { blockName } from '../page/block-name';

interface Props {
  page: StandingPage;
  /** Whether the story has left it; left out before it is asked. */
  isGone?: boolean;
  /** Blocks that still show it. */
  left?: string[];
}

/** A page on which a story stands, or stood. */
export const PageRow = ({ page, isGone, left = [] }: Props) => {
  const texts = useTexts();
  const { formatDisplayName } = useIntl();
  const { kind, title, locale, blocks } = page;
  const id = `story.front.${kind ?? page.page}`;
  // A plugin may have added the kind of page.
  const what = isTextId(id) ? texts(id) : (kind ?? page.page);
  const language = locale ? formatDisplayName(locale, { type: 'language' }) : null;
  const names = (types: string[]) => types.map((type) => blockName(texts, type)).join(', ');
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      {isGone === undefined ? null : (
        <Box paddingTop="2px" aria-hidden>
          {isGone ? <CheckCircle fill="success600" /> : <WarningCircle fill="danger600" />}
        </Box>
      )}
      <Box>
        <Typography style={{ overflowWrap: 'anywhere' }}>
          <bdi {...languageProps(locale)}>{title || texts('story.headline.none')}</bdi>
        </Typography>
        <Typography variant="pi" tag="p" textColor="neutral600">
          {[what, language, names(blocks)].filter(Boolean).join(' · ')}
        </Typography>
        {isGone === undefined ? null : (
          <Typography variant="pi" tag="p" textColor={isGone ? 'success700' : 'danger600'}>
            {isGone ? texts('story.receipt.gone') : texts('story.receipt.still', { blocks: names(left) })}
          </Typography>
        )}
      </Box>
    </Flex>
  );
};
