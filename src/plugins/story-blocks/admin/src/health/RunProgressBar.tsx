import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Run } from '../../../shared/src/health.contract';
import { Progress } from '../components/Progress';
import { useTexts } from '../texts';

/** How far a run is, in words and as a bar. */
export function RunProgressBar({ run: { pass, state, progress } }: { run: Run }) {
  const texts = useTexts();
  const { formatNumber } = useIntl();
  const step = progress ? texts(progress.part ? `health.step.${progress.part}` : `health.step.${progress.step}`) : '';
  const words = progress
    ? texts('health.progress', { step, done: formatNumber(progress.done), total: formatNumber(progress.total) })
    : texts(state === 'waiting' ? 'health.progress.waiting' : 'health.progress.starting');
  const id = `story-blocks-run-${pass}`;
  return (
    <Box>
      <Typography id={id} tag="p" paddingBottom={2}>
        {words}
      </Typography>
      <Progress labelledBy={id} done={progress?.done ?? 0} total={progress?.total ?? 0} />
    </Box>
  );
}
