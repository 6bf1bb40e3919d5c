import { useNotification, useQueryParams } from '@strapi/strapi/admin';
import { useAnswer } from '@wiredesk/strapi-kit/admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CheckedForm } from '../../../shared/src/check.contract';
import type { AdminMapping } from '../../../shared/src/mapping.contract';
import type { EntryRef, PlaceCandidate } from '../../../shared/src/places.contract';
import type { Recognised } from '../../../shared/src/recognise.contract';
import { useTexts } from '../texts';
import { openingOf, takeOff } from './body-text';
import { textOf, toCheckValues } from './check-values';
import { useDatelinesApi } from './datelines.api';
import { type RelationItem, useStoryForm } from './form';
import { readHere } from './read-here';
import { changesFor } from './write-into-form';

/** Long enough that a word is not asked for letter by letter. */
const TYPING_MS = 300;
const FORM_MS = 600;
const DEFAULT_STYLE = 'ap';

interface LocaleQuery {
  plugins?: { i18n?: { locale?: string } };
}

/** Everything that the panel shows and does. */
export function useDatelinePanel({ fields }: AdminMapping['stories'][number]) {
  const api = useDatelinesApi();
  const texts = useTexts();
  const { toggleNotification } = useNotification();
  const { form, model, documentId } = useStoryForm();
  const [{ query }] = useQueryParams<LocaleQuery>();
  const locale = query.plugins?.i18n?.locale ?? null;
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  /** Counts places that were made here: what was recognised before them is asked again. */
  const [made, setMade] = useState(0);
  /** Entries chosen where a line may mean several, by the place's number. */
  const [choices, setChoices] = useState<Readonly<Record<number, string>>>({});
  const [isBusy, setIsBusy] = useState(false);

  const checkQuestion = JSON.stringify({
    model,
    documentId: documentId ?? null,
    locale,
    values: toCheckValues(form.values, fields),
  });
  const checked = useAnswer<CheckedForm>(
    checkQuestion,
    useCallback((question) => api.check(JSON.parse(question)), [api]),
    FORM_MS
  );
  const style = checked.data?.style ?? DEFAULT_STYLE;

  // A line that leaves its year out was filed near the story, or near today.
  const filedAt = fields.filedAt ? textOf(form.values[fields.filedAt]) : null;
  const referenceDate = filedAt ?? new Date().toISOString().slice(0, 10);
  const trimmed = text.trim();
  const question = trimmed === '' ? null : JSON.stringify({ text: trimmed, locale, style, referenceDate, made });
  const answer = useAnswer<{ question: string; recognised: Recognised }>(
    question,
    useCallback(
      async (asked) => {
        const { made: _, ...request } = JSON.parse(asked);
        return { question: asked, recognised: await api.recognise(request) };
      },
      [api]
    ),
    TYPING_MS
  );
  const here = useMemo(
    () => (trimmed === '' ? null : readHere(trimmed, { locale, style, referenceDate })),
    [trimmed, locale, style, referenceDate]
  );
  const isResolved = answer.data?.question === question;
  // While a place is being looked up again, what is known of the same text stays.
  const isSameText = answer.data !== null && question !== null && JSON.parse(answer.data.question).text === trimmed;
  const recognised = isSameText && answer.data ? answer.data.recognised : here;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text means other places
  useEffect(() => setChoices({}), [trimmed]);

  const chosen: (EntryRef | null)[] = (recognised?.dateline?.places ?? []).map(
    ({ entries }, at) => entries.find(({ documentId: id }) => id === choices[at]) ?? entries[0] ?? null
  );

  async function createPlace(candidate: PlaceCandidate) {
    if (isBusy) return;
    setIsBusy(true);
    try {
      const place = await api.createPlace(candidate, locale);
      toggleNotification({ type: 'success', message: texts('place.created', { label: place.label }) });
      setMade((count) => count + 1);
      // The button that was pressed goes away: whoever works by keyboard goes on from the field.
      fieldRef.current?.focus();
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      toggleNotification({ type: 'danger', message: texts('place.notCreated', { label: candidate.label, reason }) });
    } finally {
      setIsBusy(false);
    }
  }

  async function write(lines: Recognised, places: readonly (EntryRef | null)[]) {
    const saved: Record<string, RelationItem[]> = {};
    for (const field of [fields.datelines, fields.source]) {
      if (field && documentId) saved[field] = await api.saved(model, documentId, field, locale);
    }
    for (const [field, value] of changesFor(lines, places, fields, saved)) form.onChange(field, value);
  }

  /** Takes the dateline that the body brings along off it. @returns Whether it stood there still. */
  function takeOffBody(line: string): boolean {
    const rest = fields.body ? takeOff(form.values[fields.body], line) : null;
    if (fields.body && rest) form.onChange(fields.body, rest);
    return rest !== null;
  }

  function removeFromBody(line: string) {
    if (takeOffBody(line)) toggleNotification({ type: 'success', message: texts('bodyDateline.removed') });
  }

  /** Writes the body's dateline into the fields and takes it off the body: both, or nothing. */
  async function moveIntoFields(line: string) {
    if (isBusy) return;
    setIsBusy(true);
    try {
      const found = await api.recognise({ text: line, locale, style, referenceDate });
      const named = found.dateline?.places ?? [];
      const places = named.flatMap(({ entries }) => entries.slice(0, 1));
      if (places.length === 0 || places.length < named.length) {
        // Above, the line is shown with what is known of its places, and how to make those that are not.
        setText(line);
        fieldRef.current?.focus();
        toggleNotification({ type: 'warning', message: texts('bodyDateline.unknown') });
        return;
      }
      await write(found, places);
      takeOffBody(line);
      toggleNotification({ type: 'success', message: texts('bodyDateline.moved') });
    } catch {
      toggleNotification({ type: 'danger', message: texts('useFailed') });
    } finally {
      setIsBusy(false);
    }
  }

  async function writeIntoForm() {
    if (!recognised || isBusy) return;
    setIsBusy(true);
    try {
      await write(recognised, chosen);
      toggleNotification({ type: 'success', message: texts('used') });
    } catch {
      // What is linked now has to be named, or the old places would stay beside the new ones.
      toggleNotification({ type: 'danger', message: texts('useFailed') });
    } finally {
      setIsBusy(false);
    }
  }

  const changes = recognised ? changesFor(recognised, chosen, fields, {}) : [];
  return {
    text,
    setText,
    recognised,
    isResolved,
    hasFailed: answer.hasFailed,
    chosen,
    choose: (place: number, id: string) => setChoices((before) => ({ ...before, [place]: id })),
    createPlace,
    writeIntoForm,
    canUse: isResolved && changes.length > 0 && !form.disabled,
    fieldRef,
    checked: checked.data,
    opening: fields.body ? openingOf(form.values[fields.body]) : null,
    removeFromBody,
    moveIntoFields,
    isLocked: form.disabled || isBusy,
  };
}

export type DatelinePanelState = ReturnType<typeof useDatelinePanel>;
