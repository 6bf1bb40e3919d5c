import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { Progress, SavedSettings, SettingsAnswer, SettingsPreview } from '../../../shared/src/settings.contract';
import { PLUGIN_ID } from '../pluginId';

interface Answer<Data> {
  data: Data;
}
/** A story in the content manager's own list, which shows what the administrator may read. */
export interface ListedStory {
  documentId: string;
  title: string;
}
export type StoryType = SettingsAnswer['storyTypes'][number];

/** The routes that the settings page calls. */
export function useSettingsApi() {
  const { get, put, post } = useFetchClient();
  return useMemo(
    () => ({
      read: async () => (await get<Answer<SettingsAnswer>>(`/${PLUGIN_ID}/settings`)).data.data,
      save: async (version: number, settings: SavedSettings) =>
        (await put<Answer<SettingsAnswer>>(`/${PLUGIN_ID}/settings`, { data: { version, settings } })).data.data,
      ranking: async () => (await get<Answer<Progress | null>>(`/${PLUGIN_ID}/settings/ranking`)).data.data,
      preview: async (story: { documentId: string; type: string; locale?: string }, settings: SavedSettings) =>
        (await post<Answer<SettingsPreview>>(`/${PLUGIN_ID}/settings/preview`, { data: { settings, ...story } })).data
          .data,
      stories: async ({ uid, title }: StoryType, words: string, locale: string | undefined): Promise<ListedStory[]> => {
        const params = {
          pageSize: 20,
          sort: 'updatedAt:DESC',
          status: 'published',
          ...(words ? { _q: words } : {}),
          ...(locale ? { locale } : {}),
        };
        const { data } = await get<{ results: Record<string, unknown>[] }>(`/content-manager/collection-types/${uid}`, {
          params,
        });
        return data.results.map((row) => ({ documentId: String(row.documentId), title: String(row[title] ?? '') }));
      },
    }),
    [get, put, post]
  );
}
