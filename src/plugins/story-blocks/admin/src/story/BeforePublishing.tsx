import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { Information, WarningCircle } from '@strapi/icons';
import { useOpenStory } from '../form/useOpenForm';
import { useTexts } from '../texts';
import { COLOURS, FINDINGS_ID } from './finding-marks';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Stands under the publish button: how much is left to do before, and the way to it. */
export const BeforePublishing = ({ slug }: { slug: string }) => {
  const texts = useTexts();
  const story = useOpenStory();
  if (story?.type !== slug || story.findings.length === 0) return null;
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: story.findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  const [{ severity: gravest }] = counts;
  const Icon = gravest === 'info' ? Information : WarningCircle;
  const isBlocked = story.errorsBlock && gravest === 'error';

  const show = () => {
    const heading = document.getElementById(FINDINGS_ID);
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus();
  };
  return (
    <Flex gap={2} alignItems="flex-start" width="100%" paddingTop={1}>
      <Box paddingTop="2px" aria-hidden>
        <Icon fill={COLOURS[gravest]} />
      </Box>
      <Box flex="1">
        <Typography variant="pi" tag="p" role="status">
          {texts('story.before', {
            counts: counts.map(({ severity, count }) => texts(`story.count.${severity}`, { count })).join(', '),
          })}
          {isBlocked ? ` ${texts('story.errorsBlock')}` : ''}
        </Typography>
        <TextButton onClick={show}>{texts('story.before.show')}</TextButton>
      </Box>
    </Flex>
  );
};
