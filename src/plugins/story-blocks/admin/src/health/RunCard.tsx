import { Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Stop } from '@strapi/icons';
import { ConfirmDialog } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { HealthReport, Pass, Run } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';
import { HealthSection } from './HealthSection';
import { RunProgressBar } from './RunProgressBar';
import type { HealthState } from './useHealth';
import { useRunWords } from './useRunWords';

interface Props {
  pass: Pass;
  run: Run | null;
  /** What the hourly comparison found last. */
  own?: HealthReport['reconciled'];
  health: HealthState;
  mayMend: boolean;
}

/** A pass over everything: started, watched and stopped here; of the last one what came of it. */
export function RunCard({ pass, run, own, health, mayMend }: Props) {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const { lastRun } = useRunWords();
  const [isAsked, setIsAsked] = useState(false);
  const { asking, start, stop } = health;
  const isOpen = run !== null && run.endedAt === null;
  const isStopping = isOpen && (run.isStopping || asking === `stop ${pass}`);
  return (
    <HealthSection
      title={texts(`health.${pass}`)}
      subtitle={
        mayMend ? texts(`health.${pass}.hint`) : texts('health.noRun', { permission: texts('permission.rebuild') })
      }
      action={
        isOpen ? (
          <Button
            variant="danger-light"
            startIcon={<Stop />}
            disabled={!mayMend}
            loading={isStopping}
            onClick={() => void stop(pass)}
          >
            {texts(isStopping ? 'health.stopping' : `health.${pass}.stop`)}
          </Button>
        ) : (
          <Button
            variant="secondary"
            startIcon={<ArrowClockwise />}
            disabled={!mayMend}
            loading={asking === `start ${pass}`}
            onClick={() => (pass === 'rebuild' ? setIsAsked(true) : void start(pass))}
          >
            {texts(`health.${pass}.start`)}
          </Button>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={3} aria-live="polite">
        {isOpen && <RunProgressBar run={run} />}
        {!isOpen && <Typography>{run ? lastRun(run) : texts(`health.${pass}.never`)}</Typography>}
        {!isOpen && run?.state === 'stopped' && pass === 'rebuild' && (
          <Typography textColor="neutral600">{texts('health.rebuild.resume')}</Typography>
        )}
        {own && (
          <Typography textColor="neutral600">
            {texts('health.reconcile.own', {
              at: formatDate(own.at, { dateStyle: 'medium', timeStyle: 'short' }),
              seen: own.seen,
              repaired: own.repaired,
            })}
          </Typography>
        )}
      </Flex>
      <Dialog.Root open={isAsked} onOpenChange={setIsAsked}>
        <ConfirmDialog title={texts('health.rebuild')} onConfirm={() => void start(pass)} variant="default">
          {texts('health.rebuild.confirm')}
        </ConfirmDialog>
      </Dialog.Root>
    </HealthSection>
  );
}
