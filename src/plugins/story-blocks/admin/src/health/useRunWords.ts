import { useIntl } from 'react-intl';
import type { Run } from '../../../shared/src/health.contract';
import { useTexts } from '../texts';

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** A run that has ended, in words: when, how long, by whom, and what came of it. */
export function useRunWords() {
  const texts = useTexts();
  const { formatDate, formatNumber } = useIntl();

  function duration(run: Run): string {
    const from = Date.parse(run.startedAt ?? run.askedAt);
    const seconds = Math.max(0, Math.round((Date.parse(run.endedAt ?? run.askedAt) - from) / 1000));
    const unit = (value: number, name: string) =>
      formatNumber(value, { style: 'unit', unit: name, unitDisplay: 'short' });
    if (seconds < MINUTE_S) return unit(seconds, 'second');
    if (seconds < HOUR_S)
      return `${unit(Math.floor(seconds / MINUTE_S), 'minute')} ${unit(seconds % MINUTE_S, 'second')}`;
    return `${unit(Math.floor(seconds / HOUR_S), 'hour')} ${unit(Math.floor((seconds % HOUR_S) / MINUTE_S), 'minute')}`;
  }

  function outcome({ state, result, error }: Run): string {
    if (state === 'failed') return texts('health.run.failed', { error: error ?? '' });
    if (state === 'stopped') return texts('health.run.stopped');
    if (!result) return '';
    const repaired = texts('health.run.repaired', { count: result.repaired });
    if (result.related === null) return repaired;
    return `${repaired} ${texts('health.run.related', { count: result.related })}`;
  }

  return {
    lastRun: (run: Run): string => {
      const values = {
        at: formatDate(run.startedAt ?? run.askedAt, { dateStyle: 'medium', timeStyle: 'short' }),
        duration: duration(run),
        name: run.by ?? '',
      };
      return `${texts(run.by ? 'health.run.by' : 'health.run.command', values)} ${outcome(run)}`.trim();
    },
  };
}
