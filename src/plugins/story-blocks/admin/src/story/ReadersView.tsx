import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { DeskStory } from '../../../shared/src/desk-story.contract';
import { useTexts } from '../texts';
import { languageProps } from './direction';
import { TeaserView } from './TeaserView';

const Fact = ({ term, children, none }: { term: string; children: ReactNode; none: string }) => (
  <Box>
    <Typography tag="dt" variant="pi" textColor="neutral600">
      {term}
    </Typography>
    <Box tag="dd" marginLeft={0}>
      {children || (
        <Typography variant="omega" textColor="neutral600">
          {none}
        </Typography>
      )}
    </Box>
  </Box>
);

const Line = ({ text }: { text: string }) => (
  <Typography variant="omega" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
    {text}
  </Typography>
);

/** The story's teaser as it will be cut, its lines and its address. */
export const ReadersView = ({ story }: { story: DeskStory }) => {
  const texts = useTexts();
  const { teaser, cut, dateline, byline, url, locale } = story;
  const language = languageProps(locale);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {texts('story.teaser')}
        </Typography>
        <TeaserView teaser={teaser} language={language} />
        {teaser.excerpt ? (
          <Typography variant="pi" textColor="neutral600">
            {texts(teaser.truncated ? 'story.teaser.cut' : 'story.teaser.whole', {
              length: cut.length,
              cut: texts(`story.cut.${cut.cut}`),
            })}{' '}
            {texts(cut.where ? 'story.teaser.where' : 'story.teaser.default', { where: cut.where })}
          </Typography>
        ) : null}
      </Flex>
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
        <Fact term={texts('story.dateline')} none={texts('story.dateline.none')}>
          {dateline ? (
            <Box {...language}>
              <Line text={dateline} />
            </Box>
          ) : null}
        </Fact>
        <Fact term={texts('story.byline')} none={texts('story.byline.none')}>
          {byline ? (
            <Box {...language}>
              <Line text={byline} />
            </Box>
          ) : null}
        </Fact>
        <Fact term={texts('story.address')} none={texts('story.address.none')}>
          {url ? (
            <Box dir="ltr">
              <Line text={url} />
            </Box>
          ) : null}
        </Fact>
      </Flex>
    </Flex>
  );
};
