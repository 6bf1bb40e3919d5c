import { Flex, Typography } from '@strapi/design-system';
import type { CheckedForm } from '../../../shared/src/check.contract';
import { useTexts } from '../texts';
import { Findings } from './Findings';

/** The story's dateline and byline in the house style, and what is worth checking. */
export const StoryLines = ({ checked }: { checked: CheckedForm }) => {
  const texts = useTexts();
  const { dateline, byline, findings } = checked;
  const line = (text: string, none: string) => (
    <Typography textColor={text ? 'neutral800' : 'neutral600'} style={{ overflowWrap: 'anywhere' }}>
      {text || none}
    </Typography>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {texts('story.heading')}
        </Typography>
        {line(dateline, texts('story.noDateline'))}
        {line(byline, texts('story.noByline'))}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={1} aria-live="polite">
        <Typography tag="h3" variant="omega" fontWeight="bold">
          {texts('findings.heading')}
        </Typography>
        {findings.length === 0 ? (
          <Typography variant="pi" textColor="neutral600">
            {texts('findings.none')}
          </Typography>
        ) : (
          <Findings findings={findings} />
        )}
      </Flex>
    </Flex>
  );
};
