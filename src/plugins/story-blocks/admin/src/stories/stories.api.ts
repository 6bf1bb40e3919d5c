import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { FoundStory, StoryTypes } from '../../../shared/src/desk-stories.contract';
import { PLUGIN_ID } from '../../../shared/src/ids';

interface Answer<Data> {
  data: Data;
}

/** What panels and pages ask of stories before they name one. */
export function useStoriesApi() {
  const { get } = useFetchClient();
  return useMemo(
    () => ({
      types: async () => (await get<Answer<StoryTypes>>(`/${PLUGIN_ID}/desk/story-types`)).data.data,
      search: async (q: string, locale: string | null) => {
        const params = { q, ...(locale ? { locale } : {}) };
        return (await get<Answer<FoundStory[]>>(`/${PLUGIN_ID}/desk/stories`, { params })).data.data;
      },
    }),
    [get]
  );
}
