import type { CheckForm, RelationChange } from '../../../shared/src/check.contract';
import type { StoryFields } from '../../../shared/src/mapping.contract';
import { openingOf } from './body-text';
import type { FormValues, RelationItem, RelationValue } from './form';

const idOf = ({ apiData, documentId }: RelationItem) => apiData?.documentId ?? documentId;

/** A relation field as the server takes it. */
export function toChange(value: unknown): RelationChange {
  const { connect = [], disconnect = [] } = (value ?? {}) as RelationValue;
  return {
    connect: connect.flatMap((item) => {
      const documentId = idOf(item);
      const before = item.apiData?.position?.before;
      return documentId ? [{ documentId, ...(typeof before === 'string' ? { before } : {}) }] : [];
    }),
    disconnect: disconnect.flatMap((item) => idOf(item) ?? []),
  };
}

/** A text of the form; `null` where it is empty. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the check needs of a form. */
export function toCheckValues(values: FormValues, fields: StoryFields): CheckForm['values'] {
  const of = (field: string | null) => (field ? values[field] : undefined);
  const { byline } = fields;
  const credits = byline ? values[byline.field] : undefined;
  return {
    datelines: toChange(of(fields.datelines)),
    source: toChange(of(fields.source)),
    section: toChange(of(fields.section)),
    datelineDate: textOf(of(fields.datelineDate)),
    filedAt: textOf(of(fields.filedAt)),
    bylineLabel: textOf(of(fields.bylineLabel)),
    openingText: openingOf(of(fields.body)),
    byline:
      byline && Array.isArray(credits)
        ? credits.map((credit: Record<string, unknown>) => ({
            id: typeof credit.id === 'number' || typeof credit.id === 'string' ? credit.id : null,
            author: toChange(credit[byline.author]),
            name: textOf(credit[byline.name]),
            location: textOf(credit[byline.location]),
          }))
        : [],
  };
}
