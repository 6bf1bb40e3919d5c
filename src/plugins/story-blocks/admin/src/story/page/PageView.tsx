import { Box, Flex, Typography } from '@strapi/design-system';
import { withoutDateline } from '../../../../shared/src/body-dateline';
import type { DeskPage } from '../../../../shared/src/desk-story.contract';
import { pictureAddress } from '../../picture-address';
import { useTexts } from '../../texts';
import { languageProps } from '../direction';
import { BlockView } from './BlockView';
import { BodyView } from './BodyView';

const Masthead = ({ site }: { site: DeskPage['site'] }) =>
  site ? (
    <Flex
      direction="column"
      alignItems="stretch"
      background="neutral100"
      padding={4}
      gap={1}
      borderColor="neutral200"
      hasRadius
    >
      {/* On the side where the page begins, in whatever script it is. */}
      <Typography variant="delta">
        <bdi>{site.name}</bdi>
      </Typography>
      {site.tagline ? (
        <Typography textColor="neutral600">
          <bdi>{site.tagline}</bdi>
        </Typography>
      ) : null}
    </Flex>
  ) : null;

/** The story itself: kicker, headline, lines, picture, text. */
const Story = ({ story }: { story: DeskPage['story'] }) => {
  const texts = useTexts();
  const { kicker, title, byline, dateline, datelineRunsIn, bodyDateline, image, body } = story;
  const lines = [byline, datelineRunsIn ? null : dateline].filter((line) => line !== null);
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
      {kicker ? (
        <Typography variant="sigma" textColor="primary700" dir="auto">
          {kicker}
        </Typography>
      ) : null}
      <Typography tag="h3" variant="alpha" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {title || texts('story.headline.none')}
      </Typography>
      {lines.map((line) => (
        <Typography key={line} textColor="neutral600" dir="auto">
          {line}
        </Typography>
      ))}
      {image ? (
        <Box tag="figure" margin={0}>
          <img
            src={pictureAddress(image.url)}
            alt={image.alternativeText ?? ''}
            style={{ maxWidth: '100%', maxHeight: '32rem', objectFit: 'contain' }}
          />
          {image.caption ? (
            <Typography tag="figcaption" variant="pi" textColor="neutral600" dir="auto">
              {image.caption}
            </Typography>
          ) : null}
        </Box>
      ) : null}
      <BodyView body={withoutDateline(body, bodyDateline)} dateline={datelineRunsIn ? dateline : null} />
    </Flex>
  );
};

/** A page, block by block, in the story's own language and direction. */
export const PageView = ({ page: { site, story, blocks } }: { page: DeskPage }) => {
  const texts = useTexts();
  return (
    <Flex direction="column" alignItems="stretch" gap={5} {...languageProps(story.locale)}>
      <Masthead site={site} />
      <Story story={story} />
      {blocks.length === 0 ? (
        <Typography textColor="neutral600">{texts('story.page.noBlocks')}</Typography>
      ) : (
        blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layout may hold a block twice, and its blocks do not move
          <BlockView key={at} block={block} />
        ))
      )}
    </Flex>
  );
};
