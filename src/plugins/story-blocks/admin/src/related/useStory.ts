import { unstable_useContentManagerContext as useContentManagerContext, useQueryParams } from '@strapi/strapi/admin';
import type { FormValues } from './form-values';

interface LocaleQuery {
  plugins?: { i18n?: { locale?: string } };
}
interface Form {
  values: FormValues;
  modified: boolean;
}

interface Layout {
  edit?: { metadatas?: Record<string, { label?: string } | undefined> };
}

/** What editors read over a field of the edit view; null for no field. */
export function useFieldLabel(field: string | null): string | null {
  const layout = useContentManagerContext().layout as Layout | undefined;
  return field && (layout?.edit?.metadatas?.[field]?.label ?? field);
}

/** The story on the edit view, in the language that is being written; Strapi types its form as unknown. */
export function useStory() {
  const { form, model, id } = useContentManagerContext();
  const [{ query }] = useQueryParams<LocaleQuery>();
  const { values, modified } = form as Form;
  return {
    model,
    /** None before it is saved for the first time. */
    documentId: id === 'create' || id === '' ? undefined : id,
    /** None for the application's own, as long as the address names none. */
    locale: query?.plugins?.i18n?.locale ?? null,
    values,
    isModified: modified,
  };
}
