import { useCallback } from 'react';
import type { DeskRelated } from '../../../shared/src/desk-related.contract';
import { refusalOf } from '../access/refusal';
import type { RequestState } from '../data/request';
import { useRequest } from '../data/useRequest';
import { useRelatedApi } from './related.api';

/** A new story's links are made within seconds; then it is looked for them no longer. */
const AGAIN_MS = 1_500;
const MOST_TIMES = 20;

const whileRelating = ({ data, count }: RequestState<DeskRelated>) =>
  data?.isRelating && count <= MOST_TIMES ? AGAIN_MS : null;

/**
 * A story's links and wishes as the server has them. Asked again when the entry was saved or published, and while its
 * links are being made.
 *
 * @param stamp - Changes with each save.
 */
export function useRelated(documentId: string | undefined, locale: string | null, stamp: string) {
  const api = useRelatedApi();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is followed by another look
  const ask = useCallback(() => api.related(documentId ?? '', locale), [api, documentId, locale, stamp]);
  const { data, hasFailed, error, reload } = useRequest(documentId ? ask : null, whileRelating);
  return {
    data,
    /** What the server said against it, or an empty text where it said nothing. */
    failure: hasFailed ? (refusalOf(error)?.message ?? '') : null,
    reload,
  };
}
