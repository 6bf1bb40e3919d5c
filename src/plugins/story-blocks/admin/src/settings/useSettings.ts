import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { Progress, SettingsAnswer } from '../../../shared/src/settings.contract';
import type { SettingValue } from '../../../shared/src/settings-fields';
import { refusalOf } from '../access/refusal';
import { useRequest } from '../data/useRequest';
import { useTexts } from '../texts';
import { type Edits, realEdits, settingsWith, wrongFields } from './edits';
import { useSettingsApi } from './settings.api';

/** How often the page asks how far the links are. */
const LOOK_MS = 1_500;

/** How far the links are; asked for as long as they are made again. */
function useRanking(answer: SettingsAnswer | null): Progress | null {
  const api = useSettingsApi();
  const start = answer?.ranking ?? null;
  // One that was not answered is asked again.
  const { data, put } = useRequest(start ? api.ranking : null, ({ data: now }) => (now ? LOOK_MS : null));
  useEffect(() => put(start), [put, start]);
  return data;
}

/** Everything behind the settings page. */
export function useSettings() {
  const api = useSettingsApi();
  const texts = useTexts();
  const { toggleNotification } = useNotification();
  const { data: answer, put: setAnswer, reload: load, ...asked } = useRequest(api.read);
  const [edits, setEdits] = useState<Edits>({});
  /** Counts up where values change otherwise than by typing: a number field keeps what was typed into it until it is new. */
  const [round, setRound] = useState(0);
  const [isSaving, setIsSaving] = useState(false);
  /** Who saved other settings meanwhile. */
  const [overtakenBy, setOvertakenBy] = useState<SettingsAnswer | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const ranking = useRanking(answer);

  const set = useCallback((path: string, value: SettingValue | null) => {
    setRefused(null);
    setEdits((before) => ({ ...before, [path]: value }));
    if (value === null) setRound((before) => before + 1);
  }, []);
  const forget = useCallback(() => {
    setEdits({});
    setRound((before) => before + 1);
    setRefused(null);
    setOvertakenBy(null);
  }, []);

  const changed = answer ? Object.keys(realEdits(answer, edits)).length : 0;
  const wrong = answer ? wrongFields(answer, edits).length : 0;

  async function save(): Promise<void> {
    if (!answer || isSaving) return;
    setIsSaving(true);
    try {
      setAnswer(await api.save(answer.version, settingsWith(answer, edits)));
      forget();
      toggleNotification({ type: 'success', message: texts('settings.saved') });
    } catch (error) {
      const refusal = refusalOf(error);
      const current = refusal?.details.current as SettingsAnswer | undefined;
      if (current) {
        setAnswer(current);
        setRound((before) => before + 1);
        setOvertakenBy(current);
      } else setRefused(refusal?.message || texts('settings.unreachable'));
    }
    setIsSaving(false);
  }

  return {
    round,
    answer,
    hasFailed: asked.hasFailed && !asked.isLoading,
    load,
    edits,
    set,
    forget,
    changed,
    wrong,
    isSaving,
    save,
    overtakenBy,
    refused,
    ranking,
  };
}
export type SettingsState = ReturnType<typeof useSettings>;
