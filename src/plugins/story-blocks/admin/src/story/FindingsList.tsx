import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import type { DeskStory, StoryFinding } from '../../../shared/src/desk-story.contract';
import { useTexts } from '../texts';
import { COLOURS, FINDINGS_ID, WORD_COLOURS } from './finding-marks';
import { useFields } from './useFields';
import { useFindingText } from './useFindingText';

const Finding = ({ finding }: { finding: StoryFinding }) => {
  const texts = useTexts();
  const findingText = useFindingText();
  const fields = useFields();
  const { severity, field } = finding;
  const Icon = severity === 'info' ? Information : WarningCircle;
  const label = field && fields.labelOf(field);
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Box paddingTop="2px" aria-hidden>
        <Icon fill={COLOURS[severity]} />
      </Box>
      <Box>
        <Typography variant="pi">
          <Typography variant="pi" fontWeight="bold" textColor={WORD_COLOURS[severity]}>
            {texts(`story.severity.${severity}`)}
          </Typography>
          {` ${findingText(finding)}`}
        </Typography>
        {field && label ? (
          <Box>
            <TextButton onClick={() => fields.focus(field)}>{texts('story.goTo', { field: label })}</TextButton>
          </Box>
        ) : null}
      </Box>
    </Flex>
  );
};

/** What matters before the story is published, the gravest first, each with the field that it is about. */
export const FindingsList = ({ story: { findings, errorsBlock } }: { story: DeskStory }) => {
  const texts = useTexts();
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="h3" variant="omega" fontWeight="bold" id={FINDINGS_ID} tabIndex={-1}>
        {texts('story.findings')}
      </Typography>
      {findings.length === 0 ? (
        <Flex gap={2}>
          <CheckCircle fill="success600" aria-hidden />
          <Typography variant="pi">{texts('story.findings.none')}</Typography>
        </Flex>
      ) : (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {findings.map((finding) => (
            <Finding key={`${finding.code} ${JSON.stringify(finding.values)}`} finding={finding} />
          ))}
        </Flex>
      )}
      {errorsBlock && hasErrors ? (
        <Typography variant="pi" textColor="danger600">
          {texts('story.errorsBlock')}
        </Typography>
      ) : null}
    </Flex>
  );
};
