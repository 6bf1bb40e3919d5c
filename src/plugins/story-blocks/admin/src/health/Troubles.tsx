import { Box, Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { HealthReport, TroubleReport } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';
import { StoryName } from './StoryName';
import type { HealthState } from './useHealth';

interface Props extends Pick<HealthReport, 'troubles'> {
  health: HealthState;
  mayMend: boolean;
}

/** What the background work cannot do: what it is, why, since when, and what to do. */
export function Troubles({ troubles: { total, named }, health, mayMend }: Props) {
  const texts = useTexts();
  const { formatDate, formatDisplayName } = useIntl();
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
  if (total === 0) return null;

  function about({ task, type, documentId, locale, title }: TroubleReport) {
    if (type && documentId && (task === 'stories' || task === 'holds')) {
      return <StoryName story={{ type, documentId, locale: locale ?? '*', title }} />;
    }
    const text = documentId ? `${type} ${documentId}` : locale ? formatDisplayName(locale, { type: 'language' }) : null;
    return text ? <Typography tag="p">{text}</Typography> : null;
  }
  return (
    <HealthSection
      title={texts('health.troubles.title')}
      subtitle={texts('health.troubles.hint')}
      action={
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          disabled={!mayMend || health.asking !== null}
          loading={health.asking === 'retry'}
          onClick={() => void health.retryAll()}
        >
          {texts('health.retryAll')}
        </Button>
      }
    >
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {named.map((trouble) => (
          <Box
            tag="li"
            key={`${trouble.task} ${trouble.type} ${trouble.documentId} ${trouble.locale}`}
            paddingBottom={4}
          >
            <Typography fontWeight="semiBold" tag="p">
              {texts(`health.trouble.${trouble.task}`)}
            </Typography>
            {about(trouble)}
            <Typography tag="p" textColor="danger600" style={{ overflowWrap: 'anywhere' }}>
              {trouble.error}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {texts('health.trouble.since', {
                since: at(trouble.since),
                last: at(trouble.at),
                attempts: trouble.attempts,
              })}{' '}
              {trouble.nextTry ? texts('story.failure.next', { next: at(trouble.nextTry) }) : ''}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {texts(`health.trouble.${trouble.task}.todo`)}
            </Typography>
          </Box>
        ))}
      </Box>
      {total > named.length && (
        <Typography>{texts('health.deadPins.more', { count: total - named.length })}</Typography>
      )}
    </HealthSection>
  );
}
