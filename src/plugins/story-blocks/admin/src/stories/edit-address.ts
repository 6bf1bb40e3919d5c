/** A story's edit view, or that of any entry, in a language. */
export const editAddress = (type: string, documentId: string, locale: string | null): string =>
  `/content-manager/collection-types/${type}/${documentId}${
    locale ? `?plugins[i18n][locale]=${encodeURIComponent(locale)}` : ''
  }`;
