import { useAnswer } from '@wiredesk/strapi-kit/admin';
import { useCallback, useState } from 'react';
import type { FoundStory } from '../../../shared/src/desk-stories.contract';
import { useStoriesApi } from './stories.api';

/** Long enough to type the next letter. */
const PAUSE_MS = 250;

/** A search for stories, asked a moment after the last letter. */
export function useStorySearch(locale: string | null) {
  const api = useStoriesApi();
  const [text, setText] = useState('');
  const question = text.trim().slice(0, 500);
  const ask = useCallback((q: string) => api.search(q, locale), [api, locale]);
  const { data, ...rest } = useAnswer<FoundStory[]>(question === '' ? null : question, ask, PAUSE_MS);
  return { text, setText, found: data, ...rest };
}

export type StorySearchState = ReturnType<typeof useStorySearch>;
