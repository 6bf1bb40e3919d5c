import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';

interface Placed {
  name: string;
  label: unknown;
}

/** The input of a field of the edit view; none where the layout leaves the field out. */
function inputOf(field: string, label: string): HTMLElement | null {
  const named = document.querySelector<HTMLElement>(`main [name="${CSS.escape(field)}"]`);
  if (named) return named;
  const labels = [...document.querySelectorAll<HTMLLabelElement>('main label')];
  const own = labels.find(({ textContent }) => textContent?.trim().startsWith(label));
  const input = own?.htmlFor ? document.getElementById(own.htmlFor) : null;
  return input ?? own ?? null;
}

/** The fields of the edit view, by what editors call them there. */
export function useFields() {
  const { layout } = useContentManagerContext();
  const panels = (layout.edit.layout ?? []) as unknown as Placed[][][];
  const placed = new Map(panels.flat(2).map(({ name, label }) => [name, String(label ?? name)]));
  return {
    /** `null` where the edit view does not show the field. */
    labelOf: (field: string): string | null => placed.get(field) ?? null,
    focus(field: string): void {
      const input = inputOf(field, placed.get(field) ?? field);
      input?.scrollIntoView({ block: 'center' });
      input?.focus();
    },
  };
}
