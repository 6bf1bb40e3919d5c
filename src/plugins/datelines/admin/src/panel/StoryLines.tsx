import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { CheckedForm, StoryFinding } from '../../../shared/src/check.contract';
import { useFindingText, useTexts } from '../texts';

const COLOURS = { error: 'danger600', warning: 'warning600', info: 'neutral600' } as const;

const Finding = ({ finding }: { finding: StoryFinding }) => {
  const texts = useTexts();
  const findingText = useFindingText();
  const { severity } = finding;
  const Icon = severity === 'info' ? Information : WarningCircle;
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Box paddingTop="2px" aria-hidden>
        <Icon fill={COLOURS[severity]} />
      </Box>
      <Typography variant="pi">
        <Typography variant="pi" fontWeight="bold" textColor={COLOURS[severity]}>
          {texts(`severity.${severity}`)}
        </Typography>
        {` ${findingText(finding)}`}
      </Typography>
    </Flex>
  );
};

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
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {findings.map((finding) => (
              <Finding key={`${finding.code} ${finding.place ?? ''}`} finding={finding} />
            ))}
          </Flex>
        )}
      </Flex>
    </Flex>
  );
};
