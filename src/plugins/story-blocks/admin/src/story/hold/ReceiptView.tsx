import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { Receipt } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { PageRow } from './PageRow';
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
  const { named, total } = receipt.pages;
  if (total === 0) {
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
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {named.map((page, at) => (
          <PageRow
            key={`${page.page} ${page.kind} ${page.documentId} ${page.locale}`}
            page={page}
            {...(isAsked ? { isGone: asked[at]?.gone ?? false, left: asked[at]?.blocks } : {})}
          />
        ))}
      </Flex>
      {named.length < total ? (
        <Typography textColor="neutral600">{texts('story.standing.more', { count: total - named.length })}</Typography>
      ) : null}
      <TextLinks textLinks={receipt.textLinks} />
    </Flex>
  );
};
