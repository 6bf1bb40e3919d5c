import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { AskedPage } from '../../../../shared/src/desk-story.contract';
import type { HoldState, Receipt, SetHold } from '../../../../shared/src/holds.contract';
import { ERROR_CODES } from '../../../../shared/src/ids';
import { refusalOf } from '../../access/refusal';
import { useRequest } from '../../data/useRequest';
import { useTexts } from '../../texts';
import { useStoryApi } from '../story.api';
import { toInstant } from './to-instant';

export interface HoldTarget {
  type: string;
  documentId: string;
  state: HoldState;
}
export interface Embargo {
  day: Date | undefined;
  time: string;
  zone: string;
  thenPublish: boolean;
}
/** Where a story stands; `failed` where it could not be found out. */
export type Standing = Receipt | 'loading' | 'failed';
/** Pages asked again; `failed` where they could not be. */
export type Asked = AskedPage[] | 'loading' | 'failed';

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const BUSY = { step: 'holding' as const, problem: null };

/** The course of a hold: told where the story stands, confirmed, pages asked again. */
export function useHold({ type, documentId, state }: HoldTarget, zone: string | null, onHeld: () => void) {
  const api = useStoryApi();
  const texts = useTexts();
  const { formatAPIError } = useAPIErrorHandler();
  const ask = useCallback(() => api.standing(type, documentId), [api, type, documentId]);
  const { data, hasFailed } = useRequest(ask);
  const standing: Standing = data ?? (hasFailed ? 'failed' : 'loading');
  const [course, setCourse] = useState<{ step: 'asked' | 'holding' | 'held'; problem: string | null }>({
    step: 'asked',
    problem: null,
  });
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [asked, setAsked] = useState<Asked>('loading');
  const [note, setNote] = useState('');
  const [embargo, setEmbargo] = useState<Embargo>({
    day: undefined,
    time: '',
    zone: zone ?? ownZone(),
    thenPublish: true,
  });

  const askPages = useCallback(
    async (of: Receipt) => {
      setAsked('loading');
      const pages = of.pages.named.map(({ page, kind, documentId: id, locale }) => ({
        page,
        kind,
        documentId: id,
        locale,
      }));
      await api.askAgain(type, documentId, pages).then(setAsked, () => setAsked('failed'));
    },
    [api, type, documentId]
  );

  /** What is sent; a text where something is missing. */
  function toSend(): SetHold | string {
    const more = note.trim() ? { note: note.trim() } : {};
    if (state !== 'embargo') return { state, ...more };
    const until = embargo.day && toInstant(embargo.day, embargo.time, embargo.zone);
    if (!until) return texts('story.embargo.incomplete');
    if (until.getTime() <= Date.now()) return texts('story.embargo.past');
    return { state, until: until.toISOString(), thenPublish: embargo.thenPublish, ...more };
  }

  async function confirm() {
    const data = toSend();
    if (typeof data === 'string') return setCourse({ step: 'asked', problem: data });
    setCourse(BUSY);
    try {
      const held = await api.setHold(type, documentId, data);
      setReceipt(held.receipt);
      setCourse({ step: 'held', problem: null });
      onHeld();
      if (held.receipt) await askPages(held.receipt);
    } catch (error) {
      const problem =
        refusalOf(error)?.details.code === ERROR_CODES.mayNotPublish
          ? texts('story.embargo.mayNotPublish')
          : formatAPIError(error as Parameters<typeof formatAPIError>[0]);
      setCourse({ step: 'asked', problem });
    }
  }

  return {
    ...course,
    standing,
    receipt,
    asked,
    note,
    setNote,
    embargo,
    setEmbargo,
    confirm,
    askPagesAgain: () => receipt && askPages(receipt),
  };
}
