import {
  unstable_useContentManagerContext as useContentManagerContext,
  unstable_useDocument as useDocument,
} from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { type LocaleQuery, useEditedStory } from '../form/useEditedStory';
import { useOpenForm } from '../form/useOpenForm';

/** The query as Strapi's own edit view asks for its document: the same question has the same answer. */
const toParams = ({ plugins = {}, ...rest }: LocaleQuery) => Object.assign({}, rest, ...Object.values(plugins));

/** The story of the form, asked for again a moment after the form last changed. */
export function useDeskStory(fields: readonly string[]) {
  const { id, collectionType } = useContentManagerContext();
  const { model, documentId, locale, query, isModified } = useEditedStory();
  const { origin } = useParams();
  const params = useMemo(() => toParams(query), [query]);
  const { refetch } = useDocument({ documentId: id, model, collectionType, params }, { skip: !documentId });
  const { data, isLoading, hasFailed, askAgain } = useOpenForm(fields);

  return {
    story: data,
    isLoading,
    hasFailed,
    // A copy that is being made is not saved yet; until then it has its original's links.
    documentId: origin ? null : (documentId ?? null),
    locale,
    isModified,
    askAgain,
    /** After a hold: the story is a draft, which the edit view does not know. What is being written is left alone. */
    noteHold() {
      askAgain();
      if (!isModified) refetch();
    },
  };
}
