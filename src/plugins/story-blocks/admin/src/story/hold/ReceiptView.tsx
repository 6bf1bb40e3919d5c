import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { Receipt } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { NamedPages } from './NamedPages';
import { Counts } from './StandingView';
import { TextLinks } from './TextLinks';
import type { Asked } from './useHold';

interface Props {
  /** Where the story stood at the instant of the hold. */
  receipt: Receipt;
  asked: Asked;
  onAskAgain(): void;
}

/** After a hold: each page that was named, asked again, with whether the story has left it. */
export const ReceiptView = ({ receipt, asked, onAskAgain }: Props) => {
  const texts = useTexts();
  if (receipt.pages.total === 0) {
    return (
      <>
        <Typography role="status">{texts('story.receipt.nowhere')}</Typography>
        <TextLinks textLinks={receipt.textLinks} />
      </>
    );
  }
  const isAsked = typeof asked !== 'string';
  const gone = isAsked ? asked.filter((page) => page.gone).length : 0;
  const isClear = isAsked && gone === asked.length;
  return (
    // Where nothing in it can be focused, whoever works by keyboard scrolls it.
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      tabIndex={0}
      role="region"
      aria-label={texts('story.receipt')}
    >
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h3" variant="delta">
          {texts('story.receipt')}
        </Typography>
        <Counts receipt={receipt} />
      </Flex>
      {asked === 'loading' ? <Loader small>{texts('story.receipt.loading')}</Loader> : null}
      <Typography
        role="status"
        fontWeight="semiBold"
        textColor={isAsked && !isClear ? 'danger600' : isClear ? 'success700' : 'neutral800'}
      >
        {isAsked ? texts('story.receipt.count', { gone, count: asked.length }) : ''}
        {asked === 'failed' ? texts('story.receipt.failed') : ''}
      </Typography>
      {asked === 'failed' || (isAsked && !isClear) ? (
        <Flex>
          <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onAskAgain}>
            {texts('story.receipt.again')}
          </Button>
        </Flex>
      ) : null}
      <NamedPages receipt={receipt} asked={asked} />
    </Flex>
  );
};
