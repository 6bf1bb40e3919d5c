import {
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocument as useDocument,
  useQueryParams,
} from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { DeskStory } from '../../../shared/src/desk-story.contract';
import { toFormValues } from '../stories/form-values';
import { useStoryApi } from './story.api';
import { showStory } from './story-store';

/** Long enough that a word is not asked for letter by letter. */
const TYPING_MS = 600;

interface LocaleQuery {
  plugins?: Record<string, Record<string, string>> & { i18n?: { locale?: string } };
}

/** The query as Strapi's own edit view asks for its document: the same question has the same answer. */
const toParams = ({ plugins = {}, ...rest }: LocaleQuery) => Object.assign({}, rest, ...Object.values(plugins));
interface Form {
  values: Readonly<Record<string, unknown>>;
  modified: boolean;
}

interface State {
  story: DeskStory | null;
  isLoading: boolean;
  hasFailed: boolean;
}

/**
 * The story of the form, asked for again a moment after the form last changed. The last answer stands until the next is
 * there; one to an older question is dropped.
 */
export function useDeskStory(fields: readonly string[]) {
  const api = useStoryApi();
  const context = useContentManagerContext();
  const { model, id, collectionType } = context;
  const { origin } = useParams();
  const form = context.form as Form;
  const [{ query }] = useQueryParams<LocaleQuery>();
  const locale = query.plugins?.i18n?.locale ?? null;
  const documentId = id && id !== 'create' ? id : null;
  const params = useMemo(() => toParams(query), [query]);
  const { refetch } = useDocument({ documentId: id, model, collectionType, params }, { skip: !documentId });
  const [state, setState] = useState<State>({ story: null, isLoading: true, hasFailed: false });
  /** Counts what was changed past the form, such as a hold. */
  const [asked, setAsked] = useState(0);
  const question = JSON.stringify({ type: model, documentId, locale, values: toFormValues(form.values, fields) });
  const place = `${model} ${documentId} ${locale} ${asked}`;
  const [lastPlace, setLastPlace] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again where something was changed past the form
  useEffect(() => {
    let isCurrent = true;
    setState((before) => ({ ...before, isLoading: true }));
    const isFirst = place !== lastPlace;
    const timer = setTimeout(
      () => {
        setLastPlace(place);
        api.preview(JSON.parse(question)).then(
          (story) => isCurrent && setState({ story, isLoading: false, hasFailed: false }),
          () => isCurrent && setState((before) => ({ ...before, isLoading: false, hasFailed: true }))
        );
      },
      isFirst ? 0 : TYPING_MS
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [question, api, asked]);

  useEffect(() => showStory(state.story), [state.story]);
  useEffect(() => () => showStory(null), []);

  return {
    ...state,
    model,
    // A copy that is being made is not saved yet; until then it has its original's links.
    documentId: origin ? null : documentId,
    locale,
    isModified: form.modified,
    askAgain: useCallback(() => setAsked((count) => count + 1), []),
    /** After a hold: the story is a draft, which the edit view does not know. What is being written is left alone. */
    noteHold() {
      setAsked((count) => count + 1);
      if (!form.modified) refetch();
    },
  };
}
