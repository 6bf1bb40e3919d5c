import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { DeskRelated } from '../../../shared/src/desk-related.contract';
import { ERROR_CODES, PLUGIN_ID } from '../../../shared/src/ids';
import type { SetWill, Will } from '../../../shared/src/pins.contract';
import { refusalOf } from '../access/refusal';

interface Answer<Data> {
  data: Data;
}

const params = (locale: string | null) => (locale ? { locale } : {});

/** The routes that the panel calls. */
export function useRelatedApi() {
  const { get, put } = useFetchClient();
  return useMemo(() => {
    const willAt = (documentId: string, locale: string | null) =>
      `/${PLUGIN_ID}/pins/${documentId}${locale ? `?locale=${encodeURIComponent(locale)}` : ''}`;
    return {
      related: async (documentId: string, locale: string | null) =>
        (await get<Answer<DeskRelated>>(`/${PLUGIN_ID}/desk/related/${documentId}`, { params: params(locale) })).data
          .data,
      will: async (documentId: string, locale: string | null) =>
        (await get<Answer<Will>>(willAt(documentId, locale))).data.data,
      setWill: async (documentId: string, locale: string | null, will: SetWill) =>
        (await put<Answer<Will>>(willAt(documentId, locale), { data: will })).data.data,
    };
  }, [get, put]);
}

export type RelatedApi = ReturnType<typeof useRelatedApi>;

/** What stands, where somebody else changed a will meanwhile; null for any other error. */
export function standingWill(error: unknown): Will | null {
  const details = refusalOf(error)?.details;
  return details?.code === ERROR_CODES.versionConflict ? (details as unknown as Will) : null;
}
