import { unstable_useContentManagerContext as useContentManagerContext, useQueryParams } from '@strapi/strapi/admin';

export type FormValues = Readonly<Record<string, unknown>>;

export interface LocaleQuery {
  plugins?: Record<string, Record<string, string>> & { i18n?: { locale?: string } };
}
interface Form {
  values: FormValues;
  modified: boolean;
}

/** The story on the edit view, in the language that is being written; Strapi types its form as unknown. */
export function useEditedStory() {
  const { form, model, id } = useContentManagerContext();
  const [{ query }] = useQueryParams<LocaleQuery>();
  const { values, modified } = form as Form;
  return {
    model,
    /** None before it is saved for the first time. */
    documentId: id && id !== 'create' ? id : undefined,
    /** None for the application's own, as long as the address names none. */
    locale: query?.plugins?.i18n?.locale ?? null,
    query,
    values,
    isModified: modified,
  };
}
