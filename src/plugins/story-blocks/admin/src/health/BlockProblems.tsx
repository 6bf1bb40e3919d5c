import { Box, Typography } from '@strapi/design-system';
import type { HealthReport } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';

/** Blocks of layouts that are left out of pages, and why. */
export function BlockProblems({ problems }: { problems: HealthReport['blocks'] }) {
  const texts = useTexts();
  if (problems.length === 0) return null;
  return (
    <HealthSection title={texts('health.blocks')} subtitle={texts('health.blocks.hint')}>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {problems.map(({ component, layout, problem }) => (
          <Box tag="li" key={`${component} ${layout} ${problem}`} paddingBottom={3}>
            <Typography fontWeight="semiBold">{texts('health.blocks.place', { component, layout })}</Typography>
            <Typography tag="p" textColor="neutral600">
              {problem}
            </Typography>
          </Box>
        ))}
      </Box>
    </HealthSection>
  );
}
