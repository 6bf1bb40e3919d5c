import { Box, Flex, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import type { StoryFinding } from '../../../shared/src/check.contract';
import { useFindingText, useTexts } from '../texts';

const COLOURS = { error: 'danger600', warning: 'warning600', info: 'neutral600' } as const;

const Finding = ({ finding }: { finding: StoryFinding }) => {
  const texts = useTexts();
  const findingText = useFindingText();
  const { severity } = finding;
  const Icon = severity === 'info' ? Information : WarningCircle;
  return (
    <Flex tag="li" gap={1} alignItems="flex-start">
      <Box paddingTop="2px" aria-hidden>
        <Icon fill={COLOURS[severity]} />
      </Box>
      <Typography variant="pi">
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {texts(`severity.${severity}`)}
        </Typography>
        {` ${findingText(finding)}`}
      </Typography>
    </Flex>
  );
};

/** What is worth checking, the gravest first. */
export const Findings = ({ findings }: { findings: readonly StoryFinding[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
    {findings.map((finding) => (
      <Finding key={`${finding.code} ${finding.place ?? ''}`} finding={finding} />
    ))}
  </Flex>
);
