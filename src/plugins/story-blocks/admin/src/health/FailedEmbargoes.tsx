import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { FailedEmbargo } from '../../../shared/src/health.contract';
import { useFailureText } from '../story/hold/useFailureText';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';
import { StoryName } from './StoryName';

/** Stories that were to be published at the end of their embargo, and were not: each is seen to in its own panel. */
export function FailedEmbargoes({ embargoes }: { embargoes: FailedEmbargo[] }) {
  const texts = useTexts();
  const failureText = useFailureText();
  const { formatDate } = useIntl();
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
  if (embargoes.length === 0) return null;
  return (
    <HealthSection title={texts('health.embargoes.title')} subtitle={texts('health.embargoes.hint')}>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {embargoes.map(({ until, failure, ...story }) => (
          <Box tag="li" key={`${story.type} ${story.documentId}`} paddingBottom={4}>
            <StoryName story={story} />
            <Typography tag="p" textColor="danger600" dir="auto">
              {failureText(failure)}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {texts('health.embargoes.since', { until: at(until), attempts: failure.attempts })}{' '}
              {failure.nextTry ? texts('story.failure.next', { next: at(failure.nextTry) }) : ''}
            </Typography>
          </Box>
        ))}
      </Box>
    </HealthSection>
  );
}
