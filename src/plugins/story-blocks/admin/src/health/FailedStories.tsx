import { Box, Button, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { FailedStory } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';
import { StoryName } from './StoryName';
import type { HealthState } from './useHealth';

interface Props {
  failed: FailedStory[];
  health: HealthState;
  mayMend: boolean;
}

/** Stories whose links could not be made: why, when they are tried again, and the way to try them now. */
export function FailedStories({ failed, health, mayMend }: Props) {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const { asking, retry, retryAll } = health;
  const isAsking = asking?.startsWith('retry') ?? false;
  if (failed.length === 0) return null;
  return (
    <HealthSection
      title={texts('health.failed.title')}
      subtitle={texts(mayMend ? 'health.failed.hint' : 'health.noRetry', { permission: texts('permission.rebuild') })}
      action={
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          disabled={!mayMend || isAsking}
          loading={asking === 'retry'}
          onClick={() => void retryAll()}
        >
          {texts('health.retryAll')}
        </Button>
      }
    >
      <Table colCount={4} rowCount={failed.length + 1}>
        <Thead>
          <Tr>
            {(['health.story', 'health.error', 'health.nextTry', 'health.retry'] as const).map((id) => (
              <Th key={id}>
                <Typography variant="sigma">{texts(id)}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {failed.map((story) => (
            <Tr key={`${story.type} ${story.documentId} ${story.locale}`}>
              <Td>
                <StoryName story={story} />
              </Td>
              <Td>
                <Box maxWidth="360px">
                  <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
                    {story.error}
                  </Typography>
                </Box>
              </Td>
              <Td>
                <Typography textColor="neutral800">
                  {texts('health.attempts', {
                    count: story.attempts,
                    at: formatDate(story.nextTry, { dateStyle: 'medium', timeStyle: 'short' }),
                  })}
                </Typography>
                {story.since && (
                  <Typography variant="pi" textColor="neutral600" tag="p">
                    {texts('health.failed.since', {
                      since: formatDate(story.since, { dateStyle: 'medium', timeStyle: 'short' }),
                    })}
                  </Typography>
                )}
              </Td>
              <Td>
                <Button
                  size="S"
                  variant="tertiary"
                  disabled={!mayMend || isAsking}
                  loading={asking === `retry ${story.documentId} ${story.locale}`}
                  aria-label={texts('health.retryOne', { title: story.title ?? story.documentId })}
                  onClick={() => void retry(story)}
                >
                  {texts('health.retry')}
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </HealthSection>
  );
}
