import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { FailedStory, HealthReport, Pass, Run } from '../../../shared/src/health.contract';
import { PLUGIN_ID } from '../pluginId';

interface Answer<Data> {
  data: Data;
}

/** The routes that the Health page calls. */
export function useHealthApi() {
  const { get, post, del } = useFetchClient();
  return useMemo(
    () => ({
      read: async () => (await get<Answer<HealthReport>>(`/${PLUGIN_ID}/health`)).data.data,
      /** @param story - None for all that failed. */
      retry: async (story: Pick<FailedStory, 'type' | 'documentId' | 'locale'> | null) => {
        const data = story
          ? { type: story.type, documentId: story.documentId, locale: story.locale }
          : { all: true as const };
        return (await post<Answer<{ retried: number }>>(`/${PLUGIN_ID}/health/retry`, { data })).data.data.retried;
      },
      start: async (pass: Pass) => (await post<Answer<Run>>(`/${PLUGIN_ID}/health/runs`, { data: { pass } })).data.data,
      stop: async (pass: Pass) => (await del<Answer<Run>>(`/${PLUGIN_ID}/health/runs/${pass}`)).data.data,
    }),
    [get, post, del]
  );
}
