import { useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import type { Board, BoardList, SetBoard } from '../../../shared/src/board.contract';
import { ERROR_CODES, PLUGIN_ID } from '../../../shared/src/ids';
import { refusalOf } from '../access/refusal';

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
export const isForbidden = (error: unknown): boolean => refusalOf(error)?.status === 403;

/** What stands now, where somebody else changed it meanwhile; null for any other failure. */
export function conflictOf(error: unknown): Board | null {
  const { code, board } = refusalOf(error)?.details ?? {};
  return code === ERROR_CODES.versionConflict ? ((board as Board | undefined) ?? null) : null;
}

/** What the server said; nothing where it did not answer, for a browser's own words help no editor. */
export const messageOf = (error: unknown): string => refusalOf(error)?.message ?? '';
