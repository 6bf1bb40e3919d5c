import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { Board, BoardList, SetBoard } from '../../../shared/src/board.contract';
import { ERROR_CODES, PLUGIN_ID } from '../../../shared/src/ids';

interface Answer<Data> {
  data: Data;
}

const PATH = `/${PLUGIN_ID}/desk/board`;
const inLocale = (locale: string | null) => (locale ? { locale } : {});

/** The routes that the section board calls. */
export function useBoardApi() {
  const { get, put } = useFetchClient();
  return useMemo(
    () => ({
      list: async () => (await get<Answer<BoardList>>(PATH)).data.data,
      board: async (section: string, locale: string | null) =>
        (await get<Answer<Board>>(`${PATH}/${section}`, { params: inLocale(locale) })).data.data,
      save: async (section: string, locale: string | null, data: SetBoard) =>
        (await put<Answer<Board>>(`${PATH}/${section}`, { data }, { params: inLocale(locale) })).data.data,
    }),
    [get, put]
  );
}
export type BoardApi = ReturnType<typeof useBoardApi>;

/** Whether the server refused because the administrator's role does not allow it. */
export const isForbidden = (error: unknown): boolean => isFetchError(error) && error.status === 403;

/** What stands now, where somebody else changed it meanwhile; null for any other failure. */
export function conflictOf(error: unknown): Board | null {
  if (!isFetchError(error)) return null;
  const details = error.response?.data.error.details as { code?: string; board?: Board } | undefined;
  return details?.code === ERROR_CODES.versionConflict ? (details.board ?? null) : null;
}

/** What the server said; nothing where it did not answer, for a browser's own words help no editor. */
export const messageOf = (error: unknown): string => (isFetchError(error) ? error.message : '');
