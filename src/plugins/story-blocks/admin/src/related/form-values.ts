import type { PreviewRelated, RelatedMapping, RelationChange } from '../../../shared/src/desk-related.contract';

/** Names of the form's fields. */
export type StoryFields = RelatedMapping['stories'][number]['fields'];
export type FormValues = Readonly<Record<string, unknown>>;

interface RelationItem {
  documentId?: string;
  apiData?: { documentId?: string; position?: { before?: string } };
}
interface RelationValue {
  connect?: RelationItem[];
  disconnect?: RelationItem[];
}

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
