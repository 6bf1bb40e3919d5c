import { useFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import { PLUGIN_ID } from '../../../shared/src/ids';
import type { Availability, SlugState } from '../../../shared/src/slugs.contract';

/** The entry that a field belongs to. */
export interface SlugEntry {
  /** Uid of its content type. */
  type: string;
  locale?: string;
  /** None while it is new. */
  documentId?: string;
}

/** What the slug field asks of the server. */
export interface SlugApi {
  state(entry: SlugEntry): Promise<SlugState>;
  setFollows(entry: SlugEntry, follows: boolean): Promise<SlugState>;
  /** @param headline - For a suggestion, where nothing of the slug can be used. */
  availability(entry: SlugEntry, slug: string, headline: string): Promise<Availability>;
  make(entry: SlugEntry, headline: string): Promise<string>;
}

export function useSlugApi(): SlugApi {
  const { get, post, put } = useFetchClient();
  return React.useMemo(
    () => ({
      async state(entry) {
        return (await get<{ data: SlugState }>(`/${PLUGIN_ID}/state`, { params: entry })).data.data;
      },
      async setFollows(entry, follows) {
        return (await put<{ data: SlugState }>(`/${PLUGIN_ID}/state`, { data: { ...entry, follows } })).data.data;
      },
      async availability(entry, slug, headline) {
        const params = { ...entry, slug, ...(headline ? { text: headline } : {}) };
        return (await get<{ data: Availability }>(`/${PLUGIN_ID}/availability`, { params })).data.data;
      },
      async make(entry, headline) {
        const data = { ...entry, text: headline };
        return (await post<{ data: { slug: string } }>(`/${PLUGIN_ID}/make`, { data })).data.data.slug;
      },
    }),
    [get, post, put]
  );
}
