import { useEffect, useSyncExternalStore } from 'react';
import type { DeskStory } from '../../../shared/src/desk-story.contract';
import { toFormValues } from '../stories/form-values';
import { useStoryApi } from '../story/story.api';
import { createOpenForm } from './open-form';
import { useEditedStory } from './useEditedStory';

/** One edit view is open at a time. */
const openForm = createOpenForm();

/**
 * What the server says of the story's form: asked a moment after the form last changed, once for all panels that read it.
 *
 * @param fields - Those that are sent.
 * @param links - Names the links that are wanted too; null for none, undefined where another panel decides.
 */
export function useOpenForm(fields: readonly string[], links?: string | null) {
  const { preview } = useStoryApi();
  const { model, documentId, locale, values } = useEditedStory();
  const place = `${model} ${documentId ?? ''} ${locale ?? ''}`;
  const form = JSON.stringify({
    type: model,
    documentId: documentId ?? null,
    locale,
    values: toFormValues(values, fields),
  });
  useEffect(() => openForm.open(), []);
  useEffect(() => openForm.write({ place, form, ask: preview }), [place, form, preview]);
  useEffect(() => {
    if (links !== undefined) openForm.wantLinks(links);
  }, [links]);
  const isLinksPanel = links !== undefined;
  useEffect(() => (isLinksPanel ? () => openForm.wantLinks(null) : undefined), [isLinksPanel]);
  return { ...useSyncExternalStore(openForm.subscribe, openForm.state), askAgain: openForm.askAgain };
}

/** What is known of the open story, for those who only show it; null where none is open. */
export const useOpenStory = (): DeskStory | null =>
  useSyncExternalStore(openForm.subscribe, () => openForm.state().data);
