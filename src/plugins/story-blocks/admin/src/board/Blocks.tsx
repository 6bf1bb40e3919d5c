import { Badge, Box, Divider, Flex, Typography } from '@strapi/design-system';
import type { Board, BoardBlock } from '../../../shared/src/board.contract';
import { Panel } from './Panel';
import { ReasonBadge } from './ReasonBadge';
import { StoryLink } from './StoryLink';
import { useWords } from './useWords';

const BlockView = ({ block, locale }: { block: BoardBlock; locale: string | null }) => {
  const { texts, textOr, reason } = useWords();
  const settings = block.settings.map(({ name, value }) => `${textOr(`board.setting.${name}`, name)}: ${value}`);
  return (
    <Box tag="section" aria-label={textOr(`board.block.${block.type}`, block.type)}>
      <Flex gap={2} wrap="wrap">
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {textOr(`board.block.${block.type}`, block.type)}
        </Typography>
        {block.isShown ? null : (
          <Badge backgroundColor="warning100" textColor="neutral800">
            {texts('board.block.leftOut')}
          </Badge>
        )}
      </Flex>
      {settings.length > 0 ? (
        <Typography variant="pi" textColor="neutral600" tag="p" dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {settings.join(' · ')}
        </Typography>
      ) : null}
      {block.lists.map(({ label, section, stories }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block may draw on one section twice, and its lists do not move
        <Box key={at} paddingTop={2}>
          <Typography variant="sigma" textColor="neutral600" tag="p" dir="auto">
            {label ?? section?.name ?? ''}
          </Typography>
          {section ? (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {texts('board.block.from', { section: section.name, count: stories.length })}
            </Typography>
          ) : null}
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={1}>
            {stories.map((story) => (
              <Flex key={story.documentId} tag="li" gap={2} alignItems="baseline">
                <Box flex={1} minWidth={0}>
                  <StoryLink story={{ ...story, locale }} variant="omega" />
                </Box>
                {story.reason && story.reason !== 'newest' ? (
                  <ReasonBadge size="S" reason={story.reason}>
                    {reason(story.reason, null)}
                  </ReasonBadge>
                ) : null}
              </Flex>
            ))}
          </Flex>
        </Box>
      ))}
    </Box>
  );
};

/** The blocks that follow the stories, and what fills each. */
export const Blocks = ({ board }: { board: Board }) => {
  const { texts } = useWords();
  const { blocks, layoutOf, locale } = board;
  return (
    <Panel title={texts('board.blocks')} hint={texts(`board.blocks.of.${layoutOf ?? 'configuration'}`)}>
      {blocks.length === 0 ? <Typography textColor="neutral600">{texts('board.blocks.none')}</Typography> : null}
      <Flex direction="column" alignItems="stretch" gap={3}>
        {blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a layout may hold the same block twice, and does not move here
          <Flex key={at} direction="column" alignItems="stretch" gap={3}>
            {at > 0 ? <Divider /> : null}
            <BlockView block={block} locale={locale} />
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
};
