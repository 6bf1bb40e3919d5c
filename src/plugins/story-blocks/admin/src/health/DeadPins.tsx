import { Box, Flex, Typography } from '@strapi/design-system';
import type { HealthReport } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';
import { StoryName } from './StoryName';

/** Stories with a pin whose target is gone: the pin is taken out on the story itself. */
export function DeadPins({ deadPins: { total, named } }: Pick<HealthReport, 'deadPins'>) {
  const texts = useTexts();
  if (total === 0) return null;
  return (
    <HealthSection title={texts('health.deadPins.title')} subtitle={texts('health.deadPins.hint')}>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {named.map((pin) => (
          <Box tag="li" key={`${pin.type} ${pin.documentId} ${pin.locale} ${pin.targetId}`} paddingBottom={3}>
            <Flex gap={4} alignItems="baseline" wrap="wrap">
              <StoryName story={pin} />
              <Typography variant="pi" textColor="neutral600">
                {texts('health.deadPins.target', { id: pin.targetId })}
              </Typography>
            </Flex>
          </Box>
        ))}
      </Box>
      {total > named.length && (
        <Typography>{texts('health.deadPins.more', { count: total - named.length })}</Typography>
      )}
    </HealthSection>
  );
}
