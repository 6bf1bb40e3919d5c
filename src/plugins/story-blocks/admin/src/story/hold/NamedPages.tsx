import { Flex, Typography } from '@strapi/design-system';
import type { Receipt } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { PageRow } from './PageRow';
import { TextLinks } from './TextLinks';
import type { Asked } from './useHold';

/** The pages of a receipt that have a name, how many others there are, and the texts that lead to the story. */
export const NamedPages = ({ receipt, asked }: { receipt: Receipt; asked?: Asked }) => {
  const texts = useTexts();
  const { named, total } = receipt.pages;
  const answerOf = (at: number) =>
    asked && typeof asked !== 'string' ? { isGone: asked[at]?.gone ?? false, left: asked[at]?.blocks } : {};
  return (
    <>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {named.map((page, at) => (
          <PageRow key={`${page.page} ${page.kind} ${page.documentId} ${page.locale}`} page={page} {...answerOf(at)} />
        ))}
      </Flex>
      {named.length < total ? (
        <Typography textColor="neutral600">{texts('story.standing.more', { count: total - named.length })}</Typography>
      ) : null}
      <TextLinks textLinks={receipt.textLinks} />
    </>
  );
};
