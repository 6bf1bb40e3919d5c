import { unstable_useContentManagerContext as useContentManagerContext, useQueryParams } from '@strapi/strapi/admin';
import * as React from 'react';
import type { SlugEntry } from './slug.api';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

/** The entry on the edit view, in the language that is being written. */
export function useSlugEntry(): SlugEntry {
  const { model, id } = useContentManagerContext();
  const [{ query }] = useQueryParams<Query>();
  const locale = query?.plugins?.i18n?.locale;
  const documentId = id && id !== 'create' ? id : undefined;
  return React.useMemo(() => ({ type: model, locale, documentId }), [model, locale, documentId]);
}
