import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskRelated } from '../../../shared/src/desk-related.contract';
import { refusalOf } from '../access/refusal';
import { useRelatedApi } from './related.api';

/** A new story's links are made within seconds; then it is looked for them no longer. */
const AGAIN_MS = 1_500;
const MOST_TIMES = 20;

export interface RelatedState {
  data: DeskRelated | null;
  /** What the server said against it, or an empty text where it said nothing. */
  failure: string | null;
  /** Never throws. */
  reload(): Promise<void>;
}

/**
 * A story's links and wishes as the server has them. Asked again when the entry was saved or published, and while its
 * links are being made.
 *
 * @param stamp - Changes with each save.
 */
export function useRelated(documentId: string | undefined, locale: string | null, stamp: string): RelatedState {
  const api = useRelatedApi();
  const [data, setData] = useState<DeskRelated | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const asked = useRef(0);
  const times = useRef(0);

  const reload = useCallback(async () => {
    if (!documentId) return;
    asked.current += 1;
    const number = asked.current;
    try {
      const answer = await api.related(documentId, locale);
      // One that was asked for later knows more.
      if (number !== asked.current) return;
      setData(answer);
      setFailure(null);
    } catch (error) {
      if (number === asked.current) setFailure(refusalOf(error)?.message ?? '');
    }
  }, [api, documentId, locale]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save is followed by another look
  useEffect(() => {
    times.current = 0;
    void reload();
  }, [reload, stamp]);

  useEffect(() => {
    if (!data?.isRelating || times.current >= MOST_TIMES) return;
    const timer = setTimeout(() => {
      times.current += 1;
      void reload();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [data, reload]);

  return { data, failure, reload };
}
