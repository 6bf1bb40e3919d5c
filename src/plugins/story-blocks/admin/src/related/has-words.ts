import type { DeskStoryType } from '../../../shared/src/desk-stories.contract';
import type { FormValues } from '../form/useEditedStory';

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Whether a form has any words of which links could be made. */
export function hasWords(
  values: FormValues,
  { title, body }: Pick<DeskStoryType['fields'], 'title' | 'body'>
): boolean {
  const text = body ? values[body] : undefined;
  if (hasText(values[title])) return true;
  return Array.isArray(text) ? /"text":"\s*[^"\s]/.test(JSON.stringify(text)) : typeof text === 'string' && text !== '';
}
