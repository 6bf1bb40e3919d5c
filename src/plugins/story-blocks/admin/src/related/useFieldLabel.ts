import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';

interface Layout {
  edit?: { metadatas?: Record<string, { label?: string } | undefined> };
}

/** What editors read over a field of the edit view; null for no field. */
export function useFieldLabel(field: string | null): string | null {
  const layout = useContentManagerContext().layout as Layout | undefined;
  return field && (layout?.edit?.metadatas?.[field]?.label ?? field);
}
