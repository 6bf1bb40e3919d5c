import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FailedStory, HealthReport, Pass } from '../../../shared/src/health.contract';
import { refusalOf } from '../access/refusal';
import type { RequestState } from '../data/request';
import { useRequest } from '../data/useRequest';
import { useTexts } from '../texts';
import { useHealthApi } from './health.api';

/** How often the page looks: while something is under way, and else. */
const BUSY_MS = 1_500;
const CALM_MS = 15_000;

const isBusy = ({ runs, filling, ranking, waiting, failed, stale }: HealthReport) =>
  [runs.rebuild, runs.reconcile].some((run) => run !== null && run.endedAt === null) ||
  filling !== null ||
  ranking !== null ||
  stale > 0 ||
  waiting > failed.length;

const untilNext = ({ data }: RequestState<HealthReport>) => (data && isBusy(data) ? BUSY_MS : CALM_MS);

/** Everything behind the Health page: the report as it is now, and what can be done about it. */
export function useHealth() {
  const api = useHealthApi();
  const texts = useTexts();
  const { toggleNotification } = useNotification();
  const { data: report, hasFailed, reload: load } = useRequest(api.read, untilNext);
  /** What is being asked of the server, so that it is asked once. */
  const [asking, setAsking] = useState<string | null>(null);

  async function ask<Result>(what: string, work: () => Promise<Result>, said?: (result: Result) => string) {
    setAsking(what);
    try {
      const result = await work();
      if (said) toggleNotification({ type: 'success', message: said(result) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error)?.message || texts('health.unreachable') });
    }
    await load();
    setAsking(null);
  }

  return {
    report,
    hasFailed,
    load,
    asking,
    retry: (story: FailedStory) => ask(`retry ${story.documentId} ${story.locale}`, () => api.retry(story)),
    retryAll: () =>
      ask(
        'retry',
        () => api.retry(null),
        (count) => texts('health.retried', { count })
      ),
    start: (pass: Pass) => ask(`start ${pass}`, () => api.start(pass)),
    stop: (pass: Pass) => ask(`stop ${pass}`, () => api.stop(pass)),
  };
}
export type HealthState = ReturnType<typeof useHealth>;
