import type { PreviewRelated } from '../../../shared/src/desk-related.contract';
import type { DeskStoryType } from '../../../shared/src/desk-stories.contract';
import { toChange } from '../stories/form-values';

/** Names of the form's fields. */
export type StoryFields = DeskStoryType['fields'];
export type FormValues = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What of a form its related links are made of. */
export function toPreviewValues(values: FormValues, fields: StoryFields): PreviewRelated['values'] {
  const of = (field: string | null) => (field ? values[field] : undefined);
  const body = of(fields.body);
  const { externalLinks: mapped } = fields;
  const externals = mapped ? values[mapped.field] : undefined;
  return {
    title: textOf(values[fields.title]) ?? '',
    body: Array.isArray(body) ? body : textOf(body),
    section: toChange(of(fields.section)),
    topics: toChange(of(fields.topics)),
    filedAt: textOf(of(fields.filedAt)),
    externalLinks:
      mapped && Array.isArray(externals)
        ? externals.map((link: Record<string, unknown>) => ({
            title: textOf(link[mapped.title]),
            url: textOf(link[mapped.url]),
          }))
        : [],
  };
}

/** Whether a form has any words of which links could be made. */
export const hasWords = ({ title, body }: PreviewRelated['values']): boolean =>
  (title ?? '').trim() !== '' || /"text":"\s*[^"\s]/.test(JSON.stringify(body ?? '')) || typeof body === 'string';
