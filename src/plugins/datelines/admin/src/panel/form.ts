import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';

/** An entry in a relation field of the form, as Strapi's own input keeps it. */
export interface RelationItem {
  id: number;
  documentId?: string;
  label?: string;
  /** Sorts the list on the screen. */
  __temp_key__?: string;
  /** What is sent in its place. */
  apiData?: {
    id: number;
    documentId: string;
    locale?: string | null;
    isTemporary?: boolean;
    position?: { before?: string; end?: boolean };
  };
}

/** A relation field of the form: what changed since the entry was saved. */
export interface RelationValue {
  connect?: RelationItem[];
  disconnect?: RelationItem[];
}

export type FormValues = Readonly<Record<string, unknown>>;

interface Form {
  values: FormValues;
  disabled: boolean;
  onChange(field: string, value: unknown): void;
}

/** The edit view's form; Strapi types it as unknown. */
export function useStoryForm(): { form: Form; model: string; documentId: string | undefined } {
  const { form, model, id } = useContentManagerContext();
  return { form: form as Form, model, documentId: id === 'create' ? undefined : id };
}
