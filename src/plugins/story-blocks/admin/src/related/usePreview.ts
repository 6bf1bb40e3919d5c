import type { PreviewedRelated } from '../../../shared/src/desk-related.contract';
import type { DeskStoryType } from '../../../shared/src/desk-stories.contract';
import type { FormValues } from '../form/useEditedStory';
import { useOpenForm } from '../form/useOpenForm';
import { hasWords } from './has-words';

interface Preview {
  data: PreviewedRelated | null;
  hasFailed: boolean;
  /** Whether there are no words yet of which links could be made. */
  isEmpty: boolean;
}

/**
 * The links that a form's text would have.
 *
 * @param version - Of the story's will: what is pinned or hidden is another list.
 */
export function usePreview(
  isWanted: boolean,
  { mapped, fields }: DeskStoryType,
  values: FormValues,
  version: number
): Preview {
  const isEmpty = isWanted && !hasWords(values, fields);
  const isAsked = isWanted && !isEmpty;
  const { data, hasFailed } = useOpenForm(mapped, isAsked ? String(version) : null);
  return { data: isAsked && !hasFailed ? (data?.related ?? null) : null, hasFailed: isAsked && hasFailed, isEmpty };
}
