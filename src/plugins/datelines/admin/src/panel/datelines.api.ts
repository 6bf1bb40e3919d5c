import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { CheckedForm, CheckForm } from '../../../shared/src/check.contract';
import type { AdminMapping } from '../../../shared/src/mapping.contract';
import type { PlaceCandidate, PlaceEntry } from '../../../shared/src/places.contract';
import type { Recognised, RecogniseRequest } from '../../../shared/src/recognise.contract';
import type { RelationItem } from './form';

interface Answer<Data> {
  data: Data;
}

/** More entries than these no dateline has. */
const PAGE = 100;

/** The routes that the panel calls. */
export function useDatelinesApi() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      mapping: async () => (await get<Answer<AdminMapping>>('/datelines/mapping')).data.data,
      recognise: async (request: RecogniseRequest) =>
        (await post<Answer<Recognised>>('/datelines/recognise', request)).data.data,
      check: async (form: CheckForm) => (await post<Answer<CheckedForm>>('/datelines/check', form)).data.data,
      createPlace: async ({ from: _, ...data }: PlaceCandidate, locale: string | null) =>
        (await post<Answer<PlaceEntry>>('/datelines/places', { data, locale })).data.data,
      /** What a saved story is linked to, by the content manager's own route. */
      saved: async (
        model: string,
        documentId: string,
        field: string,
        locale: string | null
      ): Promise<RelationItem[]> => {
        const params = { pageSize: PAGE, status: 'draft', ...(locale ? { locale } : {}) };
        const { data } = await get<{ results: RelationItem[] }>(
          `/content-manager/relations/${model}/${documentId}/${field}`,
          { params }
        );
        // The route gives the last first.
        return data.results.toReversed();
      },
    }),
    [get, post]
  );
}
