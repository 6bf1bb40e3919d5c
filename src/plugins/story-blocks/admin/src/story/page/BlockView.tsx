import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { ShownBlock } from '../../../../shared/src/desk-story.contract';
import { useTexts } from '../../texts';
import { TeaserView } from '../TeaserView';
import { blockName } from './block-name';
import { GenericBlock } from './GenericBlock';

const Text = ({ children, isQuiet }: { children: ReactNode; isQuiet?: boolean }) => (
  <Typography textColor={isQuiet ? 'neutral600' : 'neutral800'} dir="auto" style={{ overflowWrap: 'anywhere' }}>
    {children}
  </Typography>
);

const List = ({ children }: { children: ReactNode }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
    {children}
  </Flex>
);

const Heading = ({ text }: { text: unknown }) =>
  typeof text === 'string' && text ? (
    <Typography tag="h5" variant="omega" fontWeight="bold" dir="auto">
      {text}
    </Typography>
  ) : null;

const Headline = ({ title, hidden }: { title: string; hidden?: boolean }) => {
  const texts = useTexts();
  return hidden ? <Text isQuiet>{texts('story.hidden')}</Text> : <Text>{title}</Text>;
};

/** What a block shows, by its type; one of another plugin as its data is. */
const Content = ({ block }: { block: ShownBlock }): ReactNode => {
  switch (block.type) {
    case 'related-links':
      return (
        <List>
          {block.links.map((link, at) => (
            <li key={`${link.title} ${link.url ?? at}`}>
              <Headline {...link} />
            </li>
          ))}
        </List>
      );
    case 'section-teaser':
      return (
        <Flex direction="column" alignItems="stretch" gap={2}>
          {block.teasers.map((teaser) => (
            <TeaserView key={teaser.documentId} teaser={teaser} language={{ dir: 'auto' }} />
          ))}
        </Flex>
      );
    case 'headline-rails':
      return (
        <Flex gap={6} alignItems="flex-start" wrap="wrap">
          {block.rails.map(({ label, headlines }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rails may have a label, and rails do not move
            <Flex key={at} direction="column" alignItems="stretch" gap={2} minWidth="18rem" flex="1">
              <Heading text={label} />
              <List>
                {headlines.map((headline) => (
                  <li key={headline.documentId}>
                    <Headline {...headline} />
                  </li>
                ))}
              </List>
            </Flex>
          ))}
        </Flex>
      );
    case 'appeal':
      return (
        <Flex direction="column" alignItems="stretch" gap={2}>
          {block.paragraphs.map((paragraph) => (
            <Text key={paragraph}>{paragraph}</Text>
          ))}
          <List>
            {block.offers.map(({ name, price, note }) => (
              <li key={`${name} ${price}`}>
                <Text>{[name, price, note].filter(Boolean).join(' · ')}</Text>
              </li>
            ))}
          </List>
        </Flex>
      );
    case 'share':
      return <Text>{block.targets.map(({ name }) => name).join(' · ')}</Text>;
    case 'comments':
    case 'rights':
      return <Text>{block.text}</Text>;
    default:
      return <GenericBlock block={block} />;
  }
};

/** One block of the page, under its name. */
export const BlockView = ({ block }: { block: ShownBlock }) => {
  const texts = useTexts();
  const name = blockName(texts, block.type);
  return (
    <Flex
      tag="section"
      aria-label={name}
      direction="column"
      alignItems="stretch"
      gap={2}
      borderColor="neutral200"
      borderStyle="solid"
      borderWidth="1px 0 0"
      paddingTop={4}
    >
      <Typography tag="h4" variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      <Heading text={'heading' in block ? block.heading : null} />
      <Content block={block} />
    </Flex>
  );
};
