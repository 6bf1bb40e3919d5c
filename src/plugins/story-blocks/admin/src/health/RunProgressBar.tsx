import { Box, ProgressBar, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Run } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';

/** How far a run is, in words and as a bar. */
export function RunProgressBar({ run: { pass, state, progress } }: { run: Run }) {
  const texts = useTexts();
  const { formatNumber } = useIntl();
  const step = progress ? texts(progress.part ? `health.step.${progress.part}` : `health.step.${progress.step}`) : '';
  const words = progress
    ? texts('health.progress', { step, done: formatNumber(progress.done), total: formatNumber(progress.total) })
    : texts(state === 'waiting' ? 'health.progress.waiting' : 'health.progress.starting');
  const percent = progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : 0;
  const id = `story-blocks-run-${pass}`;
  return (
    <Box>
      <Typography id={id} tag="p" paddingBottom={2}>
        {words}
      </Typography>
      <ProgressBar aria-labelledby={id} aria-valuenow={percent} value={percent} style={{ width: '100%' }} />
    </Box>
  );
}
