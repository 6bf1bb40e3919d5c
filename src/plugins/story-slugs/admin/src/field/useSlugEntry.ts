import { unstable_useContentManagerContext as useContentManagerContext, useQueryParams } from '@strapi/strapi/admin';
import * as React from 'react';
import type { SlugEntry } from './slug.api';

interface Query {
  plugins?: { i18n?: { locale?: string } };
}

interface Layout {
  edit?: { metadatas?: Record<string, { label?: string } | undefined> };
}

/** What editors read over a field of the edit view. */
export function useFieldLabel(field: string): string {
  const layout = useContentManagerContext().layout as Layout | undefined;
  return layout?.edit?.metadatas?.[field]?.label ?? field;
}

/** The entry on the edit view, in the language that is being written. */
export function useSlugEntry(): SlugEntry {
  const { model, id } = useContentManagerContext();
  const [{ query }] = useQueryParams<Query>();
  const locale = query?.plugins?.i18n?.locale;
  const documentId = id && id !== 'create' ? id : undefined;
  return React.useMemo(() => ({ type: model, locale, documentId }), [model, locale, documentId]);
}
