import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { EyeStriked, Pin } from '@strapi/icons';
import { type MouseEvent, type RefObject, useState } from 'react';
import type { DeskBlock, DeskStoryLink } from '../../../shared/src/desk-related.contract';
import { useTexts } from '../texts';
import { focusAfter } from './focus-after';
import { RowButton } from './RowButton';
import { ReasonTags, StoryHeadline, StoryMeta, useTitle } from './StoryText';
import type { Step } from './will-changes';

/** Links below the page's own that are shown without asking. */
const FURTHER = 3;

interface Props {
  links: readonly DeskStoryLink[];
  block: DeskBlock | null;
  mayChange: boolean;
  onStep(step: Step): void;
  fallbackRef: RefObject<HTMLElement>;
}

type RowProps = Omit<Props, 'links' | 'block'> & { link: DeskStoryLink };

const RankedStory = ({ link, mayChange, onStep, fallbackRef }: RowProps) => {
  const texts = useTexts();
  const { documentId } = link;
  const title = useTitle()(link);
  const act = (change: Step['change'], name: string) => (event: MouseEvent<HTMLButtonElement>) => {
    onStep({ change, scope: 'here', title });
    focusAfter(event, [name], () => fallbackRef.current);
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <StoryHeadline story={link} />
      <StoryMeta lines={[link.kicker, link.dateline]} locale={link.locale} />
      <ReasonTags reasons={link.reasons} />
      {mayChange ? (
        <Flex gap={1}>
          <RowButton
            act="pin"
            label={texts('related.pin', { title })}
            onClick={act({ kind: 'pin', documentId }, 'pin')}
          >
            <Pin />
          </RowButton>
          <RowButton
            act="hide"
            label={texts('related.hide', { title })}
            onClick={act({ kind: 'hide', documentId, everywhere: false }, 'hide')}
          >
            <EyeStriked />
          </RowButton>
        </Flex>
      ) : null}
    </Flex>
  );
};

/** Stories that the ranking chose, the best first, and where the page stops. */
export const RankedList = ({ links, block, ...rest }: Props) => {
  const texts = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const shown = links.filter((link) => link.shown);
  const further = links.filter((link) => !link.shown);
  const seen = isWhole ? further : further.slice(0, FURTHER);
  const list = (of: readonly DeskStoryLink[], label: string) => (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4} aria-labelledby={label}>
      {of.map((link) => (
        <Box tag="li" key={`${link.type} ${link.documentId}`} data-row>
          <RankedStory link={link} {...rest} />
        </Box>
      ))}
    </Flex>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h3" variant="omega" fontWeight="bold" id="related-ranked">
          {texts('related.ranked.heading')}
        </Typography>
        {links.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {texts('related.ranked.none')}
          </Typography>
        ) : null}
        {shown.length > 0 ? list(shown, 'related-ranked') : null}
      </Flex>
      {further.length > 0 ? (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Typography tag="h3" variant="omega" fontWeight="bold" id="related-further">
            {texts(block ? 'related.further.heading' : 'related.further.noBlock')}
          </Typography>
          {list(seen, 'related-further')}
          {further.length > seen.length ? (
            <TextButton onClick={() => setIsWhole(true)}>
              {texts('related.further.more', { count: further.length - seen.length })}
            </TextButton>
          ) : null}
        </Flex>
      ) : null}
    </Flex>
  );
};
