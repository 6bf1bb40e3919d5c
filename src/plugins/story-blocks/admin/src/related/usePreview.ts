import { useAnswer } from '@wiredesk/strapi-kit/admin';
import { useCallback } from 'react';
import type { PreviewedRelated } from '../../../shared/src/desk-related.contract';
import { type FormValues, hasWords, type StoryFields, toPreviewValues } from './form-values';
import { useRelatedApi } from './related.api';

/** Long enough that a text is not ranked letter by letter. */
const PAUSE_MS = 700;

interface Form {
  type: string;
  documentId: string | undefined;
  locale: string | null;
  values: FormValues;
  fields: StoryFields;
  /** Of the story's will: what is pinned or hidden is another list. */
  version: number;
}

/** The links that a form's text would have, asked a moment after typing stops; nothing where it has no words yet. */
export function usePreview(isWanted: boolean, { type, documentId, locale, values, fields, version }: Form) {
  const api = useRelatedApi();
  const sent = isWanted ? toPreviewValues(values, fields) : null;
  const isEmpty = sent !== null && !hasWords(sent);
  const question =
    sent && !isEmpty
      ? JSON.stringify({ version, form: { type, documentId: documentId ?? null, locale, values: sent } })
      : null;
  const ask = useCallback((asked: string) => api.preview(JSON.parse(asked).form), [api]);
  const answer = useAnswer<PreviewedRelated>(question, ask, PAUSE_MS);
  return { ...answer, isEmpty };
}
