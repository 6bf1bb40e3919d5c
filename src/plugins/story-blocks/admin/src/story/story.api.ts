import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { AskAgain, AskedPage, DeskPage, DeskStory, StoryPreview } from '../../../shared/src/desk-story.contract';
import type { Hold, Receipt, SetHold } from '../../../shared/src/holds.contract';

interface Answer<Data> {
  data: Data;
}
export type HoldSet = Hold & { receipt: Receipt | null };

/** The routes that the panel calls. */
export function useStoryApi() {
  const { get, post, put, del } = useFetchClient();
  return useMemo(() => {
    const of = (type: string) => ({ params: { type } });
    return {
      preview: async (form: StoryPreview) =>
        (await post<Answer<DeskStory>>('/story-blocks/desk/story/preview', form)).data.data,
      page: async (type: string, documentId: string, locale: string | null) => {
        const params = { type, ...(locale ? { locale } : {}) };
        return (await get<Answer<DeskPage>>(`/story-blocks/desk/pages/${documentId}`, { params })).data.data;
      },
      hold: async (type: string, documentId: string) =>
        (await get<Answer<Hold | null>>(`/story-blocks/holds/${documentId}`, of(type))).data.data,
      setHold: async (type: string, documentId: string, data: SetHold) =>
        (await put<Answer<HoldSet>>(`/story-blocks/holds/${documentId}`, { data }, of(type))).data.data,
      lift: async (type: string, documentId: string) => {
        await del(`/story-blocks/holds/${documentId}`, of(type));
      },
      /** Has an embargo that is over ended now. @returns The hold, where that failed again. */
      tryAgain: async (type: string, documentId: string) =>
        (await post<Answer<Hold | null>>(`/story-blocks/holds/${documentId}/try-again`, {}, of(type))).data.data,
      standing: async (type: string, documentId: string) =>
        (await get<Answer<Receipt>>(`/story-blocks/desk/standing/${documentId}`, of(type))).data.data,
      askAgain: async (type: string, documentId: string, pages: AskAgain['pages']) =>
        (await post<Answer<AskedPage[]>>(`/story-blocks/desk/standing/${documentId}`, { pages }, of(type))).data.data,
    };
  }, [get, post, put, del]);
}
