import { Box, Flex, Typography } from '@strapi/design-system';
import { runIn } from '../../../shared/src/dateline-text';
import type { Teaser } from '../../../shared/src/pages.contract';
import { useTexts } from '../texts';
import type { languageProps } from './direction';

interface Props {
  /** The teaser as far as the editor may read it. */
  teaser: Pick<Teaser, 'title'> & Partial<Teaser> & { hidden?: boolean };
  language: ReturnType<typeof languageProps>;
}

/** A teaser as a front shows it: kicker, headline, dateline, opening. */
export const TeaserView = ({ teaser, language }: Props) => {
  const texts = useTexts();
  const { kicker, title, dateline, datelineRunsIn = false, excerpt, hidden } = teaser;
  const isRunIn = Boolean(dateline && excerpt && datelineRunsIn);
  if (hidden) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {texts('story.hidden')}
      </Typography>
    );
  }
  return (
    <Box {...language} background="neutral100" borderColor="neutral200" hasRadius padding={3}>
      <Flex direction="column" alignItems="stretch" gap={1} style={{ overflowWrap: 'anywhere' }}>
        {kicker ? (
          <Typography variant="sigma" textColor="primary700" dir="auto">
            {kicker}
          </Typography>
        ) : null}
        <Typography fontWeight="bold" textColor={title ? 'neutral800' : 'neutral600'} dir="auto">
          {title || texts('story.headline.none')}
        </Typography>
        {dateline && !isRunIn ? (
          <Typography variant="pi" textColor="neutral600" dir="auto">
            {dateline}
          </Typography>
        ) : null}
        {excerpt === undefined ? null : (
          <Typography variant="pi" dir="auto" textColor={excerpt ? 'neutral800' : 'neutral600'}>
            {dateline && isRunIn ? runIn(dateline, excerpt) : excerpt || texts('story.excerpt.none')}
          </Typography>
        )}
      </Flex>
    </Box>
  );
};
